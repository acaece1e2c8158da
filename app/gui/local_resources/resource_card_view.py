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
from app.local_issues.queries import issues_of_resource
from app.local_resources import queries
from app.local_resources.local_resource import LocalResourceId, ResourceStatus
from app.local_resources.resource_card import ResourceCard

_PLACES = {"organisation": "contacts", "issue": "issues"}


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
                "issue_resource",
                "local_issue",
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
        self._lines = PanelLines()
        self._lines.linked.connect(self._follow)
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
        self.ui.groups.insertWidget(self.ui.groups.indexOf(self.ui.factsPanel), self._lines)

    def fill(self, key: LocalResourceId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.resource_card, key, self.today())
        draft = card.draft
        self.show_head(draft.name, draft.kana, state=_state(card), deleted_at=card.deleted_at)
        self.ui.publicLabel.setText(public_text(card))
        self._facts.show(groups_of(card))
        self._show_lines(key, card)
        for widget in (self.ui.noteTitle, self.ui.noteLabel):
            widget.setVisible(bool(draft.note))
        self.ui.noteLabel.setText(draft.note)
        self.confirmations.show_card(card)
        self.activity.show_resource(key)

    def _show_lines(self, key: LocalResourceId, card: ResourceCard) -> None:
        """Show who runs it, and the issues it came of."""
        owner, issues = card.draft.organisation_id, self.store.ask(issues_of_resource, key)
        self._lines.clear()
        self._lines.setVisible(owner is not None or bool(issues))
        if owner is not None:
            self._lines.add(f"運営主体　{link('organisation', owner, card.organisation)}")
        for issue in issues:
            self._lines.add(f"課題から生まれた資源　{link('issue', issue.id, issue.title)}")

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target(_PLACES[kind], kind, int(key)))


def _state(card: ResourceCard) -> str:
    status = card.draft.status
    parts = [] if status is ResourceStatus.ACTIVE else [status.label]
    if card.stale:
        parts.append(f"確認が古くなっています（{card.confirmed}）")
    return "　".join(parts)
