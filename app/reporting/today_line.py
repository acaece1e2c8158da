"""One line of 今日: what it says, what it is about, and where its link leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day


class Matter(Labelled):
    """What a line is about; the order of the page."""

    TODAY = "today", "今日の研修"
    COUNCIL = "council", "協議体・会議"
    MEETING = "meeting", "顔合わせ"
    FOLLOW_UP = "follow_up", "連絡の約束"
    NEXT = "next", "日報の次の対応"
    HOMEWORK = "homework", "会議の宿題"
    MATCHING = "matching", "マッチングの連絡"
    REQUESTS = "requests", "お手伝い希望票"
    NEEDS = "needs", "ニーズの結果確認"
    ISSUES = "issues", "課題とアンケート"
    SLIPS = "slips", "活動報告書"
    LOG = "log", "日報の記入"
    REPORTS = "reports", "市への報告"
    YEAR = "year", "年度替わり"
    WEEK = "week", "これから1週間の研修"
    UNMARKED = "unmarked", "出席の記入"
    AT_RISK = "at_risk", "修了があぶない人"
    RECRUITING = "recruiting", "募集と申込"
    CLOSING = "closing", "研修の締めくくり"
    TERMS = "terms", "任期が終わる役員・委員"
    SUPPORTERS = "supporters", "サポーターの登録と保険"
    RESOURCES = "resources", "社会資源の確認"
    PEOPLE = "people", "名簿の確認"
    MASTERS = "masters", "町名と圏域"
    RETENTION = "retention", "保存期間"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: a sentence, what belongs to it, and the place, kind and key it leads to.

    ``urgent`` lines cannot wait for another day.
    """

    matter: Matter
    sentence: str
    detail: str = ""
    place: str = "training"
    kind: str = "course"
    key: int | str | None = None
    urgent: bool = False


def day_text(day: date, today: date, style: str = "4月1日") -> str:
    """Write a day as ``style`` does, with its year where that is not the fiscal year of today."""
    of_today = FiscalYear.of(day) == FiscalYear.of(today)
    return format_day(day, style if of_today else f"令和8年{style}")
