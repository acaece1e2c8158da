"""A number of a report together with the rows it counts: 「この12件はどれですか」."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.kernel.labelled import Labelled


class Counted(Labelled):
    """Which rows the keys of a figure are those of."""

    PERSON = "person", "人"
    ORGANISATION = "organisation", "団体"
    COURSE = "course", "研修"
    SESSION = "session", "研修の回"
    ENROLLMENT = "enrollment", "受講申込"
    ATTENDANCE = "attendance", "出席"
    SUPPORTER = "supporter", "サポーター"
    RESOURCE = "resource", "社会資源"
    REQUEST = "request", "希望票"
    MATCH = "match", "マッチング"
    ACTIVITY = "activity", "活動実績"
    NEED = "need", "ニーズ"
    ISSUE = "issue", "課題"
    SURVEY = "survey", "アンケート"
    ANSWER_SHEET = "answer_sheet", "回答票"
    MEETING = "meeting", "会議"
    LOG_ENTRY = "log_entry", "日報"
    ACCOUNT_ENTRY = "account_entry", "出納"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the rows behind it; the number is that of the rows unless given."""

    of: Counted
    keys: tuple[int, ...]
    amount: int | None = None

    @property
    def count(self) -> int:
        return len(self.keys) if self.amount is None else self.amount


def together(figures: Iterable[Figure]) -> Figure:
    """Add up figures of different rows; a person counts once however many of them name them."""
    parts = tuple(figures)
    of = parts[0].of if parts else Counted.LOG_ENTRY
    keys = dict.fromkeys(key for one in parts for key in one.keys)
    amount = None if of is Counted.PERSON else sum(one.count for one in parts)
    return Figure(of, tuple(keys), amount)
