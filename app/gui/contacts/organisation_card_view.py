"""The card of one organisation: everything that is written down, with the way to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.contacts import queries
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId, OrganisationStatus
from app.gui.compiled.contacts.ui_organisation_card import Ui_OrganisationCardView
from app.gui.contacts.card_panel import Owner, PanelColumn
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.contacts.organisation_groups import groups_of
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.record_card import RecordCard


class OrganisationCardView(RecordCard[OrganisationId]):
    """Shows an organisation with everything that hangs on it."""

    TABLES = frozenset({"organisation", "organisation_kind", "district"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_OrganisationCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self._facts = FactsGrid(self.ui.factsPanel)
        self.panels = PanelColumn(Subject.ORGANISATION, store, dialogs, today)
        self.panels.wanted.connect(self.wanted)
        self.ui.groups.insertWidget(self.ui.groups.indexOf(self.ui.noteTitle), self.panels)

    def fill(self, key: OrganisationId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.organisation_card, key, self.today())
        draft = card.draft
        state = "" if draft.status is OrganisationStatus.ACTIVE else draft.status.label
        self.show_head(draft.name, draft.kana, state=state, deleted_at=card.deleted_at)
        self._facts.show(groups_of(card))
        for widget in (self.ui.noteTitle, self.ui.noteLabel):
            widget.setVisible(bool(draft.note))
        self.ui.noteLabel.setText(draft.note)
        self.panels.show_owner(Owner(Subject.ORGANISATION, key, draft.name))

    def forget(self) -> None:
        """Let the panels ask no more."""
        self.panels.forget()
