"""A number of a report together with the rows it counts: 「この12件はどれですか」."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.labelled import Labelled


class Counted(Labelled):
    """Which rows the keys of a figure are those of."""

    PERSON = "person", "人"
    ORGANISATION = "organisation", "団体"
    COURSE = "course", "研修"
    SESSION = "session", "研修の回"
    ENROLLMENT = "enrollment", "受講申込"
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
