"""The form of an issue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.local_issues.ui_issue_form import Ui_IssueForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels, show_row
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.local_issues import commands, queries
from app.local_issues.local_issue import (
    BroughtBy,
    IssueScope,
    LocalIssueDraft,
    LocalIssueId,
    Solidarity,
)
from app.office import queries as office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.storage.store import Done

_EDITORS = (
    ("title", "titleEdit"),
    ("found_on", "foundEdit"),
    ("number", "numberEdit"),
    ("kind_id", "kindCombo"),
    ("scope", "scopeCombo"),
    ("districts", "districtsEdit"),
    ("content", "contentEdit"),
    ("brought_by", "broughtCombo"),
    ("brought_from", "fromEdit"),
    ("solidarity", "solidarityCombo"),
    ("measures", "measuresEdit"),
    ("actors", "actorsEdit"),
    ("outcome", "outcomeEdit"),
    ("review_on", "reviewEdit"),
    ("proposal", "proposalEdit"),
    ("submitted_on", "submittedEdit"),
    ("answer", "answerEdit"),
    ("answered_on", "answeredEdit"),
    ("taken_up", "takenCheck"),
    ("note", "noteEdit"),
)


class IssueForm(RecordForm[LocalIssueId]):
    """Asks for districts unless the issue is city-wide."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_IssueForm()
        ui.setupUi(self)
        for edit, name in (
            (ui.foundEdit, "把握した日"),
            (ui.reviewEdit, "見直す日"),
            (ui.submittedEdit, "市へ出した日"),
            (ui.answeredEdit, "回答の日"),
        ):
            edit.prepare(today, name)
        ui.districtsEdit.prepare("圏域", "番号か名前：3 7")
        fill_labels(ui.scopeCombo, IssueScope)
        fill_labels(ui.broughtCombo, BroughtBy)
        fill_labels(ui.solidarityCombo, Solidarity, "（決めていない）")
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.titleEdit)
        ui.scopeCombo.currentIndexChanged.connect(self._show_districts)

    def start_new(self) -> None:
        """Begin with an empty form."""
        self._start(None, LocalIssueDraft("", self.today()), "新しい課題")

    def start_edit(self, key: LocalIssueId) -> bool:
        """Begin with a stored issue; return whether it is still there."""
        try:
            draft = self.store.ask(queries.issue_draft, key)
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self._start(key, draft, f"課題 {draft.number}の編集")
        return True

    def _start(self, key: LocalIssueId | None, draft: LocalIssueDraft, title: str) -> None:
        ui, ask = self.ui, self.store.ask
        ui.districtsEdit.offer([(row.id, row.name) for row in ask(office.districts)])
        ui.kindCombo.clear()
        ui.kindCombo.addItem("（決めていない）", None)
        for row in ask(queries.issue_kinds):
            if not row.retired or row.id == draft.kind_id:
                ui.kindCombo.addItem(row.name, row.id)
        self.begin(key, draft, title)
        self._show_districts()

    @Slot()
    def _show_districts(self) -> None:
        city_wide = self.ui.scopeCombo.currentData() is IssueScope.CITY
        show_row(self.ui.group1Form, self.ui.districtsEdit, shown=not city_wide)

    def write(self, draft: LocalIssueDraft) -> Done[LocalIssueId] | None:
        """Write the issue down."""
        label = "課題の追加" if self.key is None else "課題の変更"
        return self.store.do(
            f"{label}（{draft.title[:20]}）",
            enter_issue,
            self.key,
            draft,
            on_refusal=self.refused,
        )


def enter_issue(
    session: Session, issue: LocalIssueId | None, draft: LocalIssueDraft
) -> LocalIssueId:
    """Write an issue down, new or known; return its key."""
    if issue is None:
        return commands.add_issue(session, draft)
    commands.change_issue(session, issue, draft)
    return issue
