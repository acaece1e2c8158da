"""The card of one person: everything that is written down, with the way to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.contacts import queries
from app.contacts.card import PersonCard
from app.contacts.custom import Subject
from app.contacts.person import PersonId, PersonStatus
from app.gui.compiled.contacts.ui_person_card import Ui_PersonCardView
from app.gui.contacts.card_groups import groups_of, needs_text
from app.gui.contacts.card_panel import Owner, PanelColumn
from app.gui.contacts.consent_panel import ConsentPanel
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.contacts.panel_lines import PanelLines, link, plain
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.records.record_card import RecordCard
from app.gui.widgets.name_edit import GUESSED
from app.training import queries as training
from app.training.queries import PersonTraining


class PersonCardView(RecordCard[PersonId]):
    """Shows somebody with everything that hangs on them."""

    TABLES = frozenset(
        {
            "person",
            "person_consideration",
            "consent",
            "district",
            "enrollment",
            "course",
            "certificate",
        }
    )

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_PersonCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self.ui.needsButton.toggled.connect(self._show_needs)
        self._facts = FactsGrid(self.ui.factsPanel)
        self.trainings = PanelLines(self.ui.trainingPanel)
        self.trainings.linked.connect(self._open_course)
        column = QVBoxLayout(self.ui.trainingPanel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.trainings)
        self.panels = PanelColumn(Subject.PERSON, store, dialogs, today)
        self.panels.wanted.connect(self.wanted)
        self.ui.groups.insertWidget(self.ui.groups.indexOf(self.ui.needsButton), self.panels)
        self.consents = ConsentPanel(store, dialogs, today, self.ui.consentPanel)

    def show_record(self, key: PersonId) -> bool:
        """Show somebody, their needs folded away; return whether they are still there."""
        self.ui.needsButton.setChecked(False)
        return super().show_record(key)

    def fill(self, key: PersonId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.person_card, key, self.today())
        self._show_head(card)
        self._facts.show(groups_of(card))
        self.ui.needsLabel.setText(needs_text(card.consideration))
        self._show_needs(shown=self.ui.needsButton.isChecked())
        self.panels.show_owner(Owner(Subject.PERSON, key, card.draft.name))
        self.consents.show_consents(key, card.consents)
        self._show_trainings(self.store.ask(training.trainings_of, key))
        for widget in (self.ui.noteTitle, self.ui.noteLabel):
            widget.setVisible(bool(card.draft.note))
        self.ui.noteLabel.setText(card.draft.note)

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the card work only while it is shown."""
        super().allow(shown=shown)
        self.ui.moreButton.setEnabled(shown)

    def forget(self) -> None:
        """Let the panels ask no more."""
        self.panels.forget()

    def _show_head(self, card: PersonCard) -> None:
        draft = card.draft
        kana = f"{draft.kana}　{GUESSED}" if draft.kana and draft.kana_guessed else draft.kana
        state = "" if draft.status is PersonStatus.ACTIVE else draft.status.label
        self.show_head(draft.name, kana, state=state, deleted_at=card.deleted_at)

    @Slot(bool)
    def _show_needs(self, shown: bool) -> None:
        self.ui.needsPanel.setVisible(shown)
        verb = "隠す" if shown else "表示する"
        self.ui.needsButton.setText(f"配慮事項（要配慮）を{verb}")

    def _show_trainings(self, rows: Sequence[PersonTraining]) -> None:
        self.trainings.clear()
        for row in rows:
            self.trainings.add(link("course", row.course, row.title) + plain(_training_text(row)))
        if not rows:
            self.trainings.say("受講の記録はありません。")

    @Slot(str)
    def _open_course(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target("training", kind, int(key)))


def _training_text(row: PersonTraining) -> str:
    number = "" if row.number is None else f"受講番号{row.number}"
    certificate = f"修了証 {row.certificate}" if row.certificate else ""
    said = "・".join(part for part in (row.status.label, number, certificate) if part)
    return f"（{said}）"
