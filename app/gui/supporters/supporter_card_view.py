"""The card of one supporter: what is lacking, what is written down, and a panel for each part."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.supporters.ui_supporter_card import Ui_SupporterCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.records.record_card import RecordCard
from app.gui.reporting.document_link import document_target
from app.gui.supporters.supporter_groups import groups_of
from app.gui.supporters.supporter_panel import SupporterPanel
from app.supporters import queries
from app.supporters.supporter import SupporterId, SupporterState

_HERE = "app.gui.supporters."
_PANELS = (
    (f"{_HERE}standing_panels", "StatePanel"),
    (f"{_HERE}standing_panels", "LevelPanel"),
    (f"{_HERE}skill_panel", "SkillPanel"),
    (f"{_HERE}places_panel", "PlacesPanel"),
    ("app.gui.matching.fitting_panel", "FittingPanel"),
    (f"{_HERE}record_panels", "InsurancePanel"),
    (f"{_HERE}standing_panels", "ConfirmationPanel"),
    (f"{_HERE}record_panels", "CentrePanel"),
    (f"{_HERE}record_panels", "QualificationPanel"),
)
"""By name, so that another feature can add a panel with one line: its module, its class."""


class SupporterCardView(RecordCard[SupporterId]):
    """Asks once and hands the answer to every panel."""

    TABLES = frozenset(
        {
            "supporter",
            "supporter_state_change",
            "supporter_skill",
            "supporter_district",
            "supporter_confirmation",
            "level_change",
            "activity_level",
            "support_kind",
            "centre_registration",
            "insurance",
            "qualification",
            "match",
            "help_request",
            "person",
            "consent",
            "district",
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
        self.ui = Ui_SupporterCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self.ui.weekGrid.fix()
        self._facts = FactsGrid(self.ui.factsPanel)
        self._person = 0
        self.panels = [self._make(module, name) for module, name in _PANELS]
        place = self.ui.groups.indexOf(self.ui.weekGrid) + 1
        for number, panel in enumerate(self.panels):
            panel.wanted.connect(self.wanted)
            self.ui.groups.insertWidget(place + number, panel)
        self.ui.personButton.clicked.connect(self._go_to_person)

    def _make(self, module: str, name: str) -> SupporterPanel:
        made: type[SupporterPanel] = getattr(importlib.import_module(module), name)
        return made(self.store, self.today, self)

    def fill(self, key: SupporterId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.supporter_card, key, self.today())
        person = card.person.draft
        self._person = card.person.id
        registered = card.state is SupporterState.REGISTERED
        self.show_head(
            person.name,
            person.kana,
            state="" if registered else card.state.label,
            deleted_at=card.deleted_at,
        )
        self.ui.warningLabel.setText("\n".join(card.warnings))
        self.ui.warningLabel.setVisible(bool(card.warnings))
        self._facts.show(groups_of(card))
        self.ui.weekGrid.set_value(card.draft.week)
        self.ui.weekGrid.setVisible(bool(card.draft.week))
        for panel in self.panels:
            panel.show_card(card)

    @Slot()
    def _go_to_person(self) -> None:
        self.wanted.emit(Target("contacts", "person", self._person))

    @Slot()
    def print_card(self) -> None:
        """Go to the card of the registration (登録証), to be seen and printed."""
        if self.key is not None:
            self.wanted.emit(document_target("registration-card", supporter=self.key))
