"""Writing slips into the store, each cell as one step of undo with words for the status line.

A slip is kept as a whole: its other lines, its note and the day it came in stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from app.gui.activities.worked import Worked, long_time
from app.gui.framework.page import Page
from app.kernel.wareki import format_day
from app.matching import commands
from app.matching.match import ActivityDraft
from app.matching.queries import SlipRow

_MONTH = "令和8年4月"


class SlipKeeper:
    """Each method returns whether what was wanted was kept; ``received`` is for new slips."""

    def __init__(self, page: Page, received: Callable[[], date | None]) -> None:
        self._page = page
        self._received = received

    def keep_days(self, row: SlipRow, days: Sequence[date], worked: Worked) -> bool:
        """Write the same time on some days, in place of what was there; details stay."""
        if not self._may_replace(row, days):
            return False
        lines = [*self._others(row, days), *(_worked_on(row.on(day), day, worked) for day in days)]
        said = f"{_days(days)}　{long_time(worked.minutes)}"
        return self._keep(f"活動の記録（{_who(row)}　{said}）", row, days[0], lines)

    def keep_line(self, row: SlipRow, day: date, line: ActivityDraft) -> bool:
        """Write one day with all that is said of it."""
        lines = [*self._others(row, (day,)), line]
        return self._keep(f"活動の記録（{_who(row)}　{_days((day,))}）", row, day, lines)

    def keep_sum(self, row: SlipRow, month: date, line: ActivityDraft | None) -> bool:
        """Write the sum of a month in place of the one that was there; none takes it away."""
        lines = [one for one in self._lines(row) if one.on_day is not None]
        lines += [] if line is None else [line]
        said = "取り消し" if line is None else f"{line.times}回　{long_time(line.minutes)}"
        return self._keep(f"月計の記録（{_who(row)}　{said}）", row, month, lines)

    def clear(self, row: SlipRow, day: date) -> bool:
        """Take away what was written on a day."""
        lines = self._others(row, (day,))
        return self._keep(f"活動の記録を消す（{_who(row)}　{_days((day,))}）", row, day, lines)

    def nothing_done(self, row: SlipRow, month: date) -> bool:
        """Keep a slip that says that nothing was done; asks before lines are lost."""
        count = len(self._lines(row))
        if count and not self._page.dialogs.confirm(
            "0回の報告",
            f"{_who(row)}のこの月の記録{count}件を消して、0回の報告にしますか。",
            "0回にする",
        ):
            return False
        return self._keep(f"0回の報告（{_who(row)}）", row, month, [])

    def receive(self, row: SlipRow, month: date, received: date | None, note: str) -> bool:
        """Write when a slip came in, and what is said of it as a whole."""
        label = f"活動報告書の受け取り（{_who(row)}）"
        done = self._page.store.do(
            label, commands.keep_slip, row.match.id, month, self._lines(row),
            received_on=received, note=note,
        )  # fmt: skip
        return done is not None

    def take_away(self, row: SlipRow, month: date) -> bool:
        """Take a slip away as if it had not come in; asks before lines are lost."""
        count = len(self._lines(row))
        when = format_day(month, _MONTH)
        if count and not self._page.dialogs.confirm(
            "未着に戻す",
            f"{_who(row)}の{when}の活動報告書（記録{count}件）を外して、未着に戻しますか。",
            "未着に戻す",
        ):
            return False
        label = f"活動報告書を未着に戻す（{_who(row)}　{when}）"
        done = self._page.store.do(label, commands.remove_slip, row.match.id, month)
        return done is not None

    def _keep(self, label: str, row: SlipRow, day: date, lines: Sequence[ActivityDraft]) -> bool:
        slip = row.slip
        done = self._page.store.do(
            label, commands.keep_slip, row.match.id, day, lines,
            received_on=self._received() if slip is None else slip.received_on,
            note="" if slip is None else slip.note,
        )  # fmt: skip
        return done is not None

    def _may_replace(self, row: SlipRow, days: Sequence[date]) -> bool:
        """Ask where a day has several lines: in the grid they are seen as one."""
        several = [day for day in days if sum(one.on_day == day for one in self._lines(row)) > 1]
        return not several or self._page.dialogs.confirm(
            "1日に複数の記録があります",
            f"{_who(row)}の{_days(several)}の記録を1件にまとめて置き換えますか。",
            "置き換える",
        )

    def _lines(self, row: SlipRow) -> tuple[ActivityDraft, ...]:
        return () if row.slip is None else row.slip.lines

    def _others(self, row: SlipRow, days: Sequence[date]) -> list[ActivityDraft]:
        return [line for line in self._lines(row) if line.on_day not in days]


def _worked_on(line: ActivityDraft | None, day: date, worked: Worked) -> ActivityDraft:
    known = line or ActivityDraft(day)
    return replace(
        known,
        minutes=worked.minutes,
        starts_at=worked.starts_at,
        ends_at=worked.ends_at,
        times=worked.times or known.times,
    )


def _who(row: SlipRow) -> str:
    return f"{row.match.name}　{row.match.place}".rstrip()


def _days(days: Sequence[date]) -> str:
    first, *rest = (format_day(day, "4月1日") for day in sorted(days))
    return f"{first}ほか{len(rest)}日" if rest else first
