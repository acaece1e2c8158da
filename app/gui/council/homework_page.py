"""The part 宿題: all homework that is not done, what is overdue first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent

from app.council import queries
from app.council.queries import HomeworkRow
from app.gui.compiled.council.ui_homework_page import Ui_HomeworkPage
from app.gui.council.homework_acts import HomeworkActs
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column, WindowModel
from app.gui.records.unsaved import may_drop_forms
from app.gui.settings.whole_listing import WholeListing
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day

_TABLES = frozenset({"resolution", "meeting", "council", "person"})
_DAY = "R8.4.1"


class HomeworkPage(Page):
    """Enter or S finishes the current row."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = ui = Ui_HomeworkPage()
        ui.setupUi(self)
        ui.actForm.prepare(lambda: self.today)
        ui.countLabel.prepare(ems=12, right=True, bold=True)
        self.acts = HomeworkActs(self.store, ui.actForm, lambda: self.today, ui.homeworkList)
        listing = WholeListing(queries.homework, _TABLES)
        self.model = WindowModel(self.store, self._columns(), listing, self)
        ui.homeworkList.show_model(self.model, "homework")
        self._done = EmptyState(
            "済んでいない宿題はありません",
            "会議の「決定・宿題」に担当と期限を書くと、済むまでここに並びます。期限の過ぎたものから順に"
            "出ます。",
        )
        ui.listStack.addWidget(self._done)
        self.setFocusProxy(ui.homeworkList)
        self.store.changed.connect(self._changed)
        ui.homeworkList.chosen.connect(self._show_text)
        ui.homeworkList.installEventFilter(self)
        self._add_keys()
        self._count(0)

    def _columns(self) -> Sequence[Column[HomeworkRow]]:
        return (
            Column("期限", self._due, width=9),
            Column("内容", lambda row: row.text, width=20, tip=lambda row: row.text),
            Column("担当", lambda row: row.owner, width=8, tip=lambda row: row.owner),
            Column("協議体", lambda row: row.council, width=12, tip=lambda row: row.council),
            Column(
                "会議", lambda row: f"第{row.number}回 {format_day(row.held_on, _DAY)}", width=8
            ),
        )

    def _due(self, row: HomeworkRow) -> str:
        if row.due_on is None:
            return "期限なし"
        late = "期限切れ " if self._is_late(row.due_on) else ""
        return f"{late}{format_day(row.due_on, _DAY)}"

    def _is_late(self, due: date) -> bool:
        return due < self.today

    def _add_keys(self) -> None:
        ui, keys = self.ui, self.keys
        keys.add("宿題を済みにする", "Ctrl+D", self.finish, ui.finishButton)
        keys.add("宿題の出た会議を開く", "Ctrl+M", self.open_meeting, ui.meetingButton)
        keys.tell("Enter・S", "一覧で：結果を書いて済みにする")

    # Showing

    def _row(self) -> HomeworkRow | None:
        key = self.ui.homeworkList.current_key()
        number = None if key is None else self.model.row_of(key)
        return None if number is None else self.model.row(self.model.index(number, 0))

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._count(max(self.ui.homeworkList.currentIndex().row(), 0))

    def _count(self, row: int) -> None:
        """Say how much is left; the row after one that was finished is current."""
        count, current = self.model.rowCount(), self.ui.homeworkList.current_key()
        if count and current is None:
            self.ui.homeworkList.setCurrentIndex(self.model.index(min(row, count - 1), 0))
        rows = self.store.ask(queries.homework)
        late = sum(one.due_on is not None and self._is_late(one.due_on) for one in rows)
        self.ui.countLabel.setText(f"{count}件" + (f"（期限切れ {late}件）" if late else ""))
        self.ui.listStack.setCurrentIndex(0 if count else 1)
        for button in (self.ui.finishButton, self.ui.meetingButton):
            button.setEnabled(count > 0)
        self._show_text()

    @Slot()
    def _show_text(self) -> None:
        row = self._row()
        self.ui.textLabel.setText("" if row is None else row.text)

    # Doing

    @Slot()
    def finish(self) -> None:
        """Ask what came of the current row."""
        if (row := self._row()) is not None:
            self.acts.finish(row)

    @Slot()
    def open_meeting(self) -> None:
        """Go to the meeting that left the current row."""
        if (row := self._row()) is not None:
            self.wanted.emit(Target("council", "meeting", row.meeting_id))

    def may_leave(self) -> bool:
        """Ask before what is typed about a piece of homework is dropped."""
        return may_drop_forms(self, self.dialogs)

    def open_target(self, target: Target) -> None:
        """Show a piece of homework (``homework``)."""
        if target.key is not None:
            self.ui.homeworkList.choose(int(target.key))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S):
            self.finish()
            return True
        return False
