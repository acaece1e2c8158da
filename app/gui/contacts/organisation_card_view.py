"""The card of one organisation: everything that is written down, with the way to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.contacts import queries
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId, OrganisationStatus
from app.contacts.organisation_card import OrganisationCard
from app.gui.compiled.contacts.ui_organisation_card import Ui_OrganisationCardView
from app.gui.contacts.card_panel import Owner, PanelColumn
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.contacts.organisation_groups import groups_of
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day

TABLES = frozenset({"organisation", "organisation_kind", "district"})


class OrganisationCardView(QWidget):
    """Shows a card; ``wanted`` carries the link to a person and whatever its panels lead to."""

    wanted = Signal(object)

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._today = today
        self.organisation: OrganisationId | None = None
        self.ui = Ui_OrganisationCardView()
        self.ui.setupUi(self)
        self.ui.nameLabel.setWordWrap(True)
        self._facts = FactsGrid(self.ui.factsPanel)
        self.panels = PanelColumn(Subject.ORGANISATION, store, dialogs, today)
        self.panels.wanted.connect(self.wanted)
        self.ui.groups.insertWidget(self.ui.groups.indexOf(self.ui.noteTitle), self.panels)
        store.changed.connect(self._changed)

    def show_organisation(self, organisation: OrganisationId) -> bool:
        """Show one; return whether it is still there."""
        try:
            card = self._store.ask(queries.organisation_card, organisation, self._today())
        except Refusal:
            self.organisation = None
            self.panels.forget()
            return False
        self.organisation = organisation
        self._show(card)
        self.panels.show_owner(Owner(Subject.ORGANISATION, organisation, card.draft.name))
        return True

    def _show(self, card: OrganisationCard) -> None:
        draft, ui = card.draft, self.ui
        ui.kanaLabel.setText(draft.kana or "ふりがな未入力")
        ui.nameLabel.setText(draft.name)
        states = []
        if card.deleted_at is not None:
            states.append(f"{format_day(card.deleted_at.date())}にごみ箱へ移しました")
        if draft.status is not OrganisationStatus.ACTIVE:
            states.append(f"状態：{draft.status.label}")
        ui.stateLabel.setText("　".join(states))
        ui.stateLabel.setVisible(bool(states))
        binned = card.deleted_at is not None
        ui.editButton.setVisible(not binned)
        ui.binButton.setVisible(not binned)
        ui.restoreButton.setVisible(binned)
        self._facts.show(groups_of(card))
        for widget in (ui.noteTitle, ui.noteLabel):
            widget.setVisible(bool(draft.note))
        ui.noteLabel.setText(draft.note)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if self.organisation is not None and tables & TABLES:
            self.show_organisation(self.organisation)
