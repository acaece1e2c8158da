"""The card of one issue: what it is, what it rests on, its stages, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.compiled.local_issues.ui_issue_card import Ui_IssueCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.contacts.panel_lines import PanelLines
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.local_issues import issue_lines
from app.gui.local_issues.issue_acts import IssueActs, next_creation, next_stage
from app.gui.local_issues.issue_groups import groups_of
from app.gui.records.record_card import RecordCard
from app.gui.reporting.document_link import document_target
from app.kernel.wareki import format_day
from app.local_issues import commands, queries
from app.local_issues.local_issue import LocalIssueId
from app.local_issues.queries import CreatedResource, EvidenceRow, IssueCard


class IssueCardView(RecordCard[LocalIssueId]):
    """Everything that happens to an issue is one button and one key."""

    TABLES = frozenset(
        {"local_issue", "issue_step", "issue_district", "issue_evidence", "issue_resource"}
        | {"issue_kind", "need", "survey", "local_resource", "meeting", "agenda_item"}
        | {"log_entry", "log_link", "district"}
    )

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_IssueCardView()
        ui.setupUi(self)
        self.hold(ui)
        self.card: IssueCard | None = None
        ui.actForm.prepare(today)
        ui.actForm.opened.connect(ui.actRow.hide)  # the form stands in its place
        ui.actForm.closed.connect(ui.actRow.show)
        self.acts = IssueActs(store, ui.actForm, today, ui.stepButton)
        self._facts = FactsGrid(ui.factsPanel)
        self._lines = PanelLines()
        self._lines.linked.connect(self._follow)
        column = QVBoxLayout(ui.linesPanel)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._lines)

    # Showing

    def fill(self, key: LocalIssueId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.issue_card, key)
        told = self.store.ask(issue_lines.told_elsewhere, key)
        if key != self.key:
            self.ui.actForm.drop()
        self.card = card
        row = card.row
        since = format_day(row.since, "令和8年4月1日")
        self.show_head(
            row.title, f"{row.number}　{row.stage.label}（{since}から）", deleted_at=row.deleted_at
        )
        self._show_acts(card)
        self._facts.show(groups_of(card))
        self._lines.clear()
        issue_lines.show_evidence(self._lines, card, self._drop_evidence)
        issue_lines.show_told(self._lines, *told)
        issue_lines.show_resources(self._lines, card, self._drop_resource)

    def _show_acts(self, card: IssueCard) -> None:
        ui = self.ui
        ui.actRow.setVisible(card.row.deleted_at is None and ui.actForm.isHidden())
        ui.stepButton.setText(f"次へ：{next_stage(card.row.stage).label}")
        ui.backButton.setEnabled(len(card.steps) > 1)
        growing = [row for row in card.resources if next_creation(row) is not None]
        named = next_creation(growing[0]) if growing else None
        ui.createButton.setVisible(named is not None)
        ui.createButton.setEnabled(named is not None)
        ui.createButton.setText("" if named is None else f"資源を次へ：{named.label}")
        ui.answerButton.setEnabled(card.draft.submitted_on is not None)

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.actRow.setEnabled(shown)

    def forget(self) -> None:
        """Drop what was shown: the record has gone."""
        self.card = None

    @Slot(str)
    def _follow(self, address: str) -> None:
        self.wanted.emit(issue_lines.target_of(address))

    # What is done

    def _begin(self, ask: Callable[[IssueCard], None]) -> None:
        if self.card is not None and self.card.row.deleted_at is None:
            ask(self.card)

    @Slot()
    def step(self) -> None:
        """Ask for the next stage."""
        self._begin(self.acts.step)

    @Slot()
    def take_back(self) -> None:
        """Take back the newest stage, written down by mistake."""
        if self.key is not None:
            self.store.do(f"段階を1つ戻す（{self.name}）", commands.take_back_step, self.key)

    @Slot()
    def add_need(self) -> None:
        """Ask for a need the issue rests on."""
        self._begin(self.acts.add_need)

    @Slot()
    def add_survey(self) -> None:
        """Ask for a survey the issue rests on."""
        self._begin(self.acts.add_survey)

    def _drop_evidence(self, row: EvidenceRow) -> None:
        self.store.do(f"根拠から外す（{row.name}）", commands.remove_evidence, row.id)

    @Slot()
    def add_resource(self) -> None:
        """Ask for a resource that came of the issue."""
        self._begin(self.acts.add_resource)

    @Slot()
    def advance(self) -> None:
        """Ask how far a resource has got."""
        self._begin(self.acts.advance)

    def _drop_resource(self, row: CreatedResource) -> None:
        self.store.do(f"成果から外す（{row.name}）", commands.remove_issue_resource, row.id)

    @Slot()
    def submit(self) -> None:
        """Ask what is proposed to the city."""
        self._begin(self.acts.submit)

    @Slot()
    def answer(self) -> None:
        """Ask what the city answered."""
        self._begin(self.acts.answer)

    @Slot()
    def print(self) -> None:
        """Go to the ledger as a document."""
        self.wanted.emit(document_target("issue-list"))
