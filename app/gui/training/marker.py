"""Writing marks into the store, with words for the status line and questions where they belong.

A day that has not come is never marked by mistake: who is away is written down as told ahead,
and anything else is asked about.  A make-up is not overwritten without asking either.
"""

from __future__ import annotations

from app.gui.framework.page import Page
from app.kernel.wareki import format_day
from app.training import commands
from app.training.completion import Mark
from app.training.sheet import Cell, SheetRow, SheetSession

_AWAY = frozenset({Mark.ABSENT, Mark.EXCUSED})


class Marker:
    """Each method returns whether the mark is now as it was wanted."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._store = page.store

    def mark(self, session: SheetSession, row: SheetRow, cell: Cell, mark: Mark) -> bool:
        """Mark one cell; a mark that is there already is left as it is."""
        if cell.mark is mark:
            return True
        if not (self._may_replace(row, cell) and self._may_mark(session, mark)):
            return False
        if self._is_ahead(session) and mark in _AWAY:
            return self.tell_ahead(session, row, mark, cell.reason)
        label = self._label(session, row, cell, mark.label)
        marks = {row.enrollment: mark}
        return self._store.do(label, commands.mark_attendance, session.id, marks) is not None

    def tell_ahead(
        self, session: SheetSession, row: SheetRow, mark: Mark = Mark.ABSENT, reason: str = ""
    ) -> bool:
        """Write down an absence told ahead (事前連絡)."""
        label = f"事前連絡（{session.label} {row.row}番 {row.name} {mark.label}）"
        done = self._store.do(
            label, commands.plan_absence, row.enrollment, session.id, mark, reason
        )
        return done is not None

    def clear(self, session: SheetSession, row: SheetRow, cell: Cell) -> bool:
        """Make a cell blank again."""
        if cell.mark is None:
            return True
        if not self._may_replace(row, cell):
            return False
        label = self._label(session, row, cell, "空欄")
        return self._store.do(label, commands.clear_mark, session.id, row.enrollment) is not None

    def all_present(self, session: SheetSession, blanks: int) -> bool:
        """Mark everyone present who is blank."""
        if not self._may_mark(session, Mark.PRESENT):
            return False
        label = f"空欄{blanks}名を出席に（{session.label}）"
        return self._store.do(label, commands.mark_all_present, session.id) is not None

    def write_reason(self, session: SheetSession, row: SheetRow, reason: str) -> bool:
        """Write why somebody was away, late or left early."""
        label = f"理由（{session.label} {row.row}番 {row.name}）"
        done = self._store.do(label, commands.set_reason, session.id, row.enrollment, reason)
        return done is not None

    def _label(self, session: SheetSession, row: SheetRow, cell: Cell, now: str) -> str:
        before = f"{cell.mark.label}→" if cell.mark else ""
        return f"出席の記録（{session.label} {row.row}番 {row.name} {before}{now}）"

    def _is_ahead(self, session: SheetSession) -> bool:
        return session.held_on is not None and session.held_on > self._page.today

    def _may_mark(self, session: SheetSession, mark: Mark) -> bool:
        if not self._is_ahead(session) or mark in _AWAY or session.held_on is None:
            return True
        day = format_day(session.held_on, "4月1日(水)")
        return self._page.dialogs.confirm(
            "まだ先の回です",
            f"{session.label}は{day}の予定で、まだ来ていません。「{mark.label}」を記録しますか。",
            "記録する",
        )

    def _may_replace(self, row: SheetRow, cell: Cell) -> bool:
        if cell.mark is not Mark.MADE_UP:
            return True
        return self._page.dialogs.confirm(
            "補講の記録があります",
            f"{row.name}さんのこの回は補講で補っています（確認：{cell.confirmed_by}）。"
            "この記録を消して変えますか。",
            "変える",
        )
