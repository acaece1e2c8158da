"""Keeping what was typed into a cell: a time, several days, the sum of the month, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.gui.activities.slip_keeper import SlipKeeper
from app.gui.activities.slip_model import SlipModel
from app.gui.activities.worked import Entry, Worked, read_entry, read_sum
from app.gui.framework.shortcuts import PageKeys
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.matching.match import ActivityDraft
from app.matching.queries import SlipRow

_HELP = (
    ("1.5　90　9-11", "いまの欄に活動時間を書く（時間・分・時刻）"),
    ("*1.5", "空欄の予定日（・）すべてに、同じ時間を書く"),
    ("3,10,17 1.5", "日をならべて、同じ時間をまとめて書く"),
    ("4 6", "「月計」の欄で、4回・合わせて6時間と書く"),
    ("0 Enter", "活動のなかった月として、0回の報告にする"),
    ("Enter", "次の予定日へ進む。最後の日からは次の人へ"),
    ("F2", "いまの欄を直す"),
    ("Space", "いまの欄の内容・対象者・交通費・特記を書く"),
    ("Delete", "いまの欄を消す"),
)


def tell_keys(keys: PageKeys) -> None:
    """List for F1 what can be typed into the grid."""
    for what, text in _HELP:
        keys.tell(what, text)


def keep_text(
    keeper: SlipKeeper, model: SlipModel, row: SlipRow, column: int, text: str
) -> bool | None:
    """Keep a text; return whether the row is finished by it, or nothing where it was refused.

    Raises ``Refusal`` for a text that is not understood.
    """
    month, day = model.days[0], model.day(column)
    if day is None:
        worked = read_sum(text)
        line = None if worked is None else _sum_line(row, worked)
        return False if keeper.keep_sum(row, month, line) else None
    entry = read_entry(text)
    if entry.worked is None:
        return True if keeper.nothing_done(row, month) else None
    days = _expected(model, row) if entry.expected else _days(model.days, entry)
    kept = keeper.keep_days(row, days or (day,), entry.worked)
    return bool(days) if kept else None


def _expected(model: SlipModel, row: SlipRow) -> tuple[date, ...]:
    expected = model.expected.get(row.match.id, frozenset())
    days = tuple(day for day in sorted(expected) if row.on(day) is None)
    if not days:
        raise Refusal(
            "空欄の予定日（・）がありません。日をならべて「3,10 1.5」のように入力してください。"
        )
    return days


def _days(days: tuple[date, ...], entry: Entry) -> tuple[date, ...]:
    known = {day.day: day for day in days}
    if lacking := [number for number in entry.days if number not in known]:
        raise Refusal(f"{format_day(days[0], '令和8年4月')}に{lacking[0]}日はありません。")
    return tuple(known[number] for number in entry.days)


def _sum_line(row: SlipRow, worked: Worked) -> ActivityDraft:
    known = row.undated[0] if row.undated else ActivityDraft()
    return replace(
        known, times=worked.times or 1, minutes=worked.minutes, starts_at=None, ends_at=None
    )
