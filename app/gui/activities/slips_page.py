"""The part 活動報告 of マッチング: the slips of a month, typed as they come in on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar, cast

from PySide6.QtCore import Slot

from app.gui.activities.slip_keeper import SlipKeeper
from app.gui.activities.slip_typing import keep_text, tell_keys
from app.gui.activities.totals import totals_text
from app.gui.compiled.activities.ui_slips_page import Ui_SlipsPage
from app.gui.framework.fresh_page import FreshPage
from app.gui.framework.search import Target
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.typed_cells import Go
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.matching import queries
from app.matching.match import ActivityDraft
from app.matching.queries import SlipRow
from app.matching.queries.expected_days import expected_days
from app.supporters import queries as supporters

_TABLES = frozenset(
    {"match", "match_step", "activity_slip", "activity", "help_request", "request_kind"}
    | {"supporter", "person", "local_resource", "opening_day", "organisation", "support_kind"}
)
_MONTH = "令和8年4月"


class SlipsPage(FreshPage):
    """Links: ``slips`` with the first day of a month, as ``2026-06-01``."""

    tables: ClassVar[frozenset[str]] = _TABLES

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = Ui_SlipsPage()
        self.ui.setupUi(self)
        self.grid, self.strip = self.ui.grid, self.ui.strip
        self.keeper = SlipKeeper(self, self._received)
        self.empty = EmptyState(
            "この月に活動しているマッチングはありません",
            "希望票や活動の場とサポーターの「成立」を記録すると、活動報告書を待つ人がここに並びます。",
        )
        self.ui.gridStack.addWidget(self.empty)
        self.ui.totalLabel.prepare(ems=30)
        self.ui.receivedEdit.prepare(lambda: self.today, "受け取った日")
        self.ui.receivedEdit.understood.hide()
        self.ui.receivedEdit.set_value(self.today)
        self.setFocusProxy(self.grid)
        self._connect()
        self._add_keys()
        self.ui.monthChoice.follow(self.year, lambda: self.today)

    def _connect(self) -> None:
        self.ui.monthChoice.changed.connect(self.outdate)
        self.grid.typed.connect(self.enter)
        self.grid.cleared.connect(self.clear)
        self.grid.detail_wanted.connect(self._ask_detail)
        self.grid.moved.connect(self._moved)
        self.strip.kept.connect(self._keep_line)
        self.strip.note_kept.connect(self._keep_note)
        self.strip.finished.connect(self.grid.setFocus)

    def _add_keys(self) -> None:
        ui, add = self.ui, self.keys.add
        add("前の月", "Alt+Left", ui.monthChoice.back)
        add("次の月", "Alt+Right", ui.monthChoice.forward)
        add("受け取った日を付け直す", "Ctrl+U", self.receive, ui.receivedButton)
        add("0回の報告にする", "Ctrl+0", self.nothing_done, ui.noneButton)
        add("未着に戻す", "Ctrl+Delete", self.take_away, ui.missingButton)
        add("次の未着へ", "Ctrl+J", self.next_missing, ui.nextButton)
        tell_keys(self.keys)

    def open_target(self, target: Target) -> None:
        """Show the slips of a month, at the first that has not come in."""
        if target.kind == "slips" and target.key:
            self.ui.monthChoice.show_month(date.fromisoformat(str(target.key)))
            self.reload()
            missing = [n for n, row in enumerate(self.grid.grid.rows) if not row.is_in]
            self.grid.go_to_row(next(iter(missing), 0))

    def may_leave(self) -> bool:
        return self.strip.save()

    # Showing

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self.ui.monthChoice.month

    def reload(self) -> None:
        """Read the sheet; the current cell stays where it is while the rows are the same."""
        before = self._place()
        sheet = self.store.ask(queries.slip_sheet, self.month)
        rows = [row.match for row in sheet.rows]
        known = self.grid.grid.sheet
        expected = self.grid.grid.expected
        if known is None or known.month != sheet.month or [r.match for r in known.rows] != rows:
            expected = self.store.ask(expected_days, rows, self.month, sheet.days[-1])
        self.strip.show_kinds(self.store.ask(supporters.support_kinds))
        self.grid.grid.show(sheet, expected)
        self.ui.gridStack.setCurrentIndex(0 if sheet.rows else 1)
        self.ui.totalLabel.setText(totals_text(sheet))
        if known is None or known.month != sheet.month:
            self.grid.go_to_row(0)
        elif self.grid.row() < 0:
            self._go_back(before)
        self._show_place()

    def _place(self) -> tuple[int, int] | None:
        row = self._row(self.grid.row())
        return (row.match.id, self.grid.column()) if row else None

    def _go_back(self, before: tuple[int, int] | None) -> None:
        """Find the cell again after rows came or went; else begin with the first row."""
        keys: list[int] = [row.match.id for row in self.grid.grid.rows]
        if before is not None and before[0] in keys:
            self.grid.go(keys.index(before[0]), min(before[1], self.grid.grid.sum_column))
        else:
            self.grid.go_to_row(0)

    def _row(self, number: int) -> SlipRow | None:
        return self.grid.grid.rows[number] if 0 <= number < self.grid.grid.rowCount() else None

    @Slot()
    def _moved(self) -> None:
        self.strip.save()
        self._show_place()

    def _show_place(self) -> None:
        grid, number, column = self.grid.grid, self.grid.row(), self.grid.column()
        row = self._row(number)
        for button in (self.ui.noneButton, self.ui.nextButton):
            button.setEnabled(row is not None)
        has_slip = row is not None and row.slip is not None
        self.ui.receivedButton.setEnabled(has_slip)
        self.ui.missingButton.setEnabled(has_slip)
        if row is None or column < 0:
            self.strip.show_nothing("")
            return
        line, words = grid.line(number, column), grid.in_words(number, column)
        self.strip.show_place(row, grid.day(column), line, words)

    # Typing

    def _received(self) -> date | None:
        """Return the day new slips came in.  Raises ``Refusal`` where it is not understood."""
        return cast("date | None", self.ui.receivedEdit.value())

    def _try(self, step: Callable[[], bool | None]) -> bool | None:
        """Return what a step gives; say why not, and return nothing, where it is refused."""
        try:
            return step()
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return None

    @Slot(int, int, str, object)
    def enter(self, number: int, column: int, text: str, go: Go) -> None:
        """Keep what was typed into a cell and go on; what cannot be kept stays in its cell."""
        row = self._row(number)
        if row is None or not text:
            self.grid.go_on(go)
            return
        grid = self.grid.grid
        whole = self._try(lambda: keep_text(self.keeper, grid, row, column, text))
        if whole is None:
            if go is not Go.STAY:
                self.grid.go(number, column)
                self.grid.retype(text)
        elif whole and go is Go.ON:
            self.grid.go_to_row(number + 1)
        else:
            self.grid.go_on(go)

    @Slot(int, int)
    def clear(self, number: int, column: int) -> None:
        """Take away what was typed into a cell."""
        row, day = self._row(number), self.grid.grid.day(column)
        if row is None or self.grid.grid.line(number, column) is None:
            return
        if day is None:
            self.keeper.keep_sum(row, self.month, None)
        else:
            self.keeper.clear(row, day)

    @Slot(object, object, object)
    def _keep_line(self, row: SlipRow, day: date | None, line: ActivityDraft) -> None:
        if day is None:
            self.keeper.keep_sum(row, self.month, line)
        else:
            self.keeper.keep_line(row, day, line)

    @Slot(object, str)
    def _keep_note(self, row: SlipRow, note: str) -> None:
        if row.slip is not None:
            self.keeper.receive(row, row.slip.month, row.slip.received_on, note)

    @Slot()
    def _ask_detail(self) -> None:
        if not self.strip.ask():
            self.said.emit("先に活動時間を入力してください。そのあとでくわしい内容を書けます。")

    # Whole slips

    @Slot()
    def receive(self) -> None:
        """Write the day above as the one on which the current slip came in."""
        row = self._row(self.grid.row())
        if row is not None and (slip := row.slip) is not None:
            received = self._received
            self._try(lambda: self.keeper.receive(row, self.month, received(), slip.note))

    @Slot()
    def nothing_done(self) -> None:
        """Keep the current slip as one on which nothing was done."""
        row = self._row(self.grid.row())
        if row is not None:
            self._try(lambda: self.keeper.nothing_done(row, self.month))
        self.grid.setFocus()

    @Slot()
    def take_away(self) -> None:
        """Take the current slip away as if it had not come in."""
        row = self._row(self.grid.row())
        if row is not None and row.slip is not None:
            self.keeper.take_away(row, self.month)
        self.grid.setFocus()

    @Slot()
    def next_missing(self) -> None:
        """Go to the next row whose slip has not come in, after the last to the first."""
        rows, here = self.grid.grid.rows, self.grid.row()
        order = [*range(here + 1, len(rows)), *range(here + 1)]
        if missing := [number for number in order if not rows[number].is_in]:
            self.grid.go_to_row(missing[0])
        else:
            self.said.emit(f"{format_day(self.month, _MONTH)}の活動報告書はすべて届いています。")
        self.grid.setFocus()
