"""The tab 日程: the sessions of the course, each with its form, and proposing their days."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from app.gui.compiled.training.ui_schedule_tab import Ui_ScheduleTab
from app.gui.framework import theme
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.training.course_tab import CourseTab
from app.kernel.wareki import format_day
from app.training import commands, queries
from app.training.completion import SessionId
from app.training.course import CourseId, SessionDraft, SessionStatus
from app.training.queries import SessionCard

_HEADINGS = ("回", "期日", "時間", "状態", "テーマ", "講師")
_WIDTHS = (4.0, 7.5, 6.5, 4.0, 17.0, 10.0)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_AHEAD = (SessionStatus.PLANNED, SessionStatus.POSTPONED)


class ScheduleTab(CourseTab):
    """The chosen session stays chosen when the sessions are read anew."""

    title = "日程"
    tables: ClassVar[frozenset[str]] = frozenset({"course", "course_session"})

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._cards: tuple[SessionCard, ...] = ()
        self._shown: CourseId | None = None
        self.ui = Ui_ScheduleTab()
        self.ui.setupUi(self)
        ui = self.ui
        ui.form.prepare(page)
        ui.plan.prepare(page)
        _lay_out(ui.table)
        ui.splitter.setStretchFactor(0, 1)
        ui.splitter.setStretchFactor(1, 1)
        ui.splitter.setChildrenCollapsible(False)
        self.setFocusProxy(ui.table)
        ui.table.itemSelectionChanged.connect(self._chosen)
        ui.plan.closed.connect(self._planned)
        ui.receptionButton.clicked.connect(self._show_reception)
        ui.sheetButton.clicked.connect(self._show_sheet)
        ui.markButton.clicked.connect(self._mark)
        self.add_key("日程案を出す", "Ctrl+D", self.plan, ui.planButton)
        self.add_key("回を追加", "Ctrl+Shift+A", self.add, ui.addButton)
        self.add_key("回を保存", "Ctrl+S", ui.form.save)

    def reload(self) -> None:
        """Read the sessions."""
        if self.course is None:
            return
        self._cards = self.store.ask(queries.sessions, self.course)
        table = self.ui.table
        row = max(table.currentRow(), 0)
        if self._shown != self.course:
            self._shown = self.course
            row = next((n for n, one in enumerate(self._cards) if one.status in _AHEAD), 0)
        table.blockSignals(True)  # noqa: FBT003  the selection comes back below
        table.setRowCount(len(self._cards))
        for number, card in enumerate(self._cards):
            for column, text in enumerate(_texts(card)):
                item = QTableWidgetItem(text)
                item.setToolTip("　".join(part for part in (text, card.day_note) if part))
                table.setItem(number, column, item)
        table.setCurrentCell(min(row, len(self._cards) - 1), 0)
        table.blockSignals(False)  # noqa: FBT003
        self._chosen()

    def open_session(self, session: SessionId) -> None:
        ids = [card.id for card in self._cards]
        if session in ids:
            self.ui.table.setCurrentCell(ids.index(session), 0)

    def may_leave(self) -> bool:
        """Store what was typed about a session; stay where that is refused."""
        return self.ui.form.save()

    def card(self) -> SessionCard | None:
        """Return the chosen session."""
        row = self.ui.table.currentRow()
        return self._cards[row] if 0 <= row < len(self._cards) else None

    @Slot()
    def _chosen(self) -> None:
        card = self.card()
        if card is None:
            return
        form = self.ui.form
        if form.card is not None and form.card.id != card.id and not form.save():
            self.open_session(form.card.id)
            return
        form.show_card(card)

    @Slot()
    def plan(self) -> None:
        """Ask for the first day and show the days that follow from it."""
        ahead = sum(card.status in _AHEAD for card in self._cards)
        if self.course is None:
            return
        if not ahead:
            self.said.emit("これから行う回がありません。先に「回を追加」してください。")
            return
        self.ui.side.setCurrentWidget(self.ui.plan)
        self.ui.plan.start(self.course, ahead)

    @Slot()
    def _planned(self) -> None:
        self.ui.side.setCurrentWidget(self.ui.form)
        self.ui.table.setFocus()

    @Slot()
    def add(self) -> None:
        """Add a session at the end."""
        if self.course is None:
            return
        number = len(self._cards) + 1
        done = self.store.do(
            f"第{number}回の追加", commands.add_session, self.course, SessionDraft(number)
        )
        if done is not None:
            self.open_session(done.result)

    @Slot()
    def _show_reception(self) -> None:
        card = self.card()
        self.want_document("reception-sheet", card.id if card else None)

    @Slot()
    def _show_sheet(self) -> None:
        self.want_document("attendance-sheet")

    @Slot()
    def _mark(self) -> None:
        card = self.card()
        if card is not None:
            self.wanted.emit(Target("training", "session", card.id))


def _lay_out(table: QTableWidget) -> None:
    table.setColumnCount(len(_HEADINGS))
    table.setHorizontalHeaderLabels(list(_HEADINGS))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.row_height())
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    em = table.fontMetrics().horizontalAdvance("国")
    for column, ems in enumerate(_WIDTHS):
        table.setColumnWidth(column, round(ems * em))
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(_LEFT)


def _texts(card: SessionCard) -> tuple[str, ...]:
    draft = card.draft
    day = format_day(draft.held_on, "4月1日(水)") if draft.held_on else "未定"
    hours = [f"{one:%H:%M}" for one in (draft.starts_at, draft.ends_at) if one is not None]
    required = "（必修）" if draft.required else ""
    warns = "！" if card.day_note else ""
    return (
        card.label,
        f"{day}{warns}",
        "〜".join(hours),
        card.status.label,
        f"{draft.theme}{required}",
        draft.lecturer,
    )
