"""The card of one resource: everything that is written down, with the way to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.compiled.local_resources.ui_resource_card import Ui_ResourceCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.contacts.panel_lines import PanelLines, link
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.local_resources import activity_panel
from app.gui.local_resources.activity_panel import ActivityPanel
from app.gui.local_resources.confirmation_panel import ConfirmationPanel
from app.gui.local_resources.resource_groups import groups_of, public_text
from app.gui.records.record_card import RecordCard
from app.local_resources import queries
from app.local_resources.local_resource import LocalResourceId, ResourceStatus
from app.local_resources.resource_card import ResourceCard


class ResourceCardView(RecordCard[LocalResourceId]):
    """Shows a resource; what is seen outside, and what is not, stands plainly at its head."""

    TABLES = (
        frozenset(
            {
                "local_resource",
                "resource_kind",
                "resource_confirmation",
                "opening_day",
                "district",
                "organisation",
                "setting",
            }
        )
        | activity_panel.TABLES
    )

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_ResourceCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self._facts = FactsGrid(self.ui.factsPanel)
        self.confirmations = ConfirmationPanel(store, today)
        self.activity = ActivityPanel(store)
        self.activity.wanted.connect(self.wanted)
        self._owner = PanelLines()
        self._owner.linked.connect(self._follow)
        place = self.ui.groups.indexOf(self.ui.factsPanel)
        for title, panel in (
            ("情報の確認", self.confirmations),
            ("サポーターと希望票", self.activity),
        ):
            heading = QLabel(title)
            heading.setProperty("heading", True)  # noqa: FBT003
            heading.setContentsMargins(0, 8, 0, 0)
            self.ui.groups.insertWidget(place + 1, heading)
            self.ui.groups.insertWidget(place + 2, panel)
            place += 2
        self.ui.groups.insertWidget(self.ui.groups.indexOf(self.ui.factsPanel), self._owner)

    def fill(self, key: LocalResourceId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.resource_card, key, self.today())
        draft = card.draft
        self.show_head(draft.name, draft.kana, state=_state(card), deleted_at=card.deleted_at)
        self.ui.publicLabel.setText(public_text(card))
        self._facts.show(groups_of(card))
        self._owner.clear()
        self._owner.setVisible(draft.organisation_id is not None)
        if draft.organisation_id is not None:
            named = link("organisation", draft.organisation_id, card.organisation)
            self._owner.add(f"運営主体　{named}")
        for widget in (self.ui.noteTitle, self.ui.noteLabel):
            widget.setVisible(bool(draft.note))
        self.ui.noteLabel.setText(draft.note)
        self.confirmations.show_card(card)
        self.activity.show_resource(key)

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target("contacts", kind, int(key)))


def _state(card: ResourceCard) -> str:
    status = card.draft.status
    parts = [] if status is ResourceStatus.ACTIVE else [status.label]
    if card.stale:
        parts.append(f"確認が古くなっています（{card.confirmed}）")
    return "　".join(parts)
