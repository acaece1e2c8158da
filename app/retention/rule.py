"""How long the office keeps which data (保存期間), as its contract with the city says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled


class DataKind(Labelled):
    """A kind of data with a period of its own."""

    PEOPLE = "people", "連絡先（人）"
    TRAINEES = "trainees", "受講者（サポーター未登録）"
    ORGANISATIONS = "organisations", "連絡先（団体）"
    NOTES = "notes", "連絡の記録"
    ATTACHMENTS = "attachments", "添付ファイル"
    EXPORTS = "exports", "提供記録"
    HISTORY = "history", "操作の記録"


DEFAULT_YEARS = dict.fromkeys(DataKind, 5) | {DataKind.TRAINEES: 2}
"""Fiscal years after the one the data was last used in, until the office sets its own."""

LONGEST = 50
METHOD = "事務所ファイルから消去し、操作の記録からも消して、ファイルを書き直した"
"""方法 of every disposal by this program."""
DISPOSED = "（廃棄済み）"
"""What stands where a name stood, so that figures of the past still count the person."""

NOT_DUE = "選んだ中に、保存期間が過ぎていないものがあります。一覧を作り直してから選んでください。"


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something whose period is over; ``key`` of the record, of the history the fiscal year."""

    kind: DataKind
    key: int
    name: str
    last: FiscalYear
    """The fiscal year it was last used in."""
    reason: str


@dataclass(frozen=True, slots=True)
class DisposalRow:
    """One disposal, as 廃棄記録 tells it: never whose."""

    id: int
    on: date
    kind: DataKind
    counts: dict[str, int]
    reason: str
    by: str


def is_due(last: FiscalYear, years: int, today: date) -> bool:
    """Return whether so many whole fiscal years have passed since the one of the last use."""
    return FiscalYear.of(today).start > last.start + years


def last_kept_day(years: int, today: date) -> date:
    """Return the last day of the newest fiscal year whose data is due."""
    return FiscalYear(FiscalYear.of(today).start - years - 1).last_day
