"""A local issue (地域課題): what is lacking, what is done about it, and what came of it.

Fields follow section 2.7 of the domain description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.kernel.labelled import Labelled

LocalIssueId = NewType("LocalIssueId", int)


class IssueStage(Labelled):
    """段階."""

    FOUND = "found", "把握"
    GATHERED = "gathered", "集約"
    DISCUSSED = "discussed", "検討"
    WORKED_ON = "worked_on", "取組中"
    SOLVED = "solved", "解決・定着"
    SHELVED = "shelved", "見送り"


class IssueScope(Labelled):
    """How wide an issue is (小さなコミュニティ → 圏域 → 全市)."""

    COMMUNITY = "community", "町会など小地域"
    DISTRICT = "district", "圏域"
    CITY = "city", "全市"


class Solidarity(Labelled):
    """自助・互助・共助・公助: by what it is met."""

    SELF_HELP = "self_help", "自助"
    MUTUAL_HELP = "mutual_help", "互助"
    INSURED_HELP = "insured_help", "共助"
    PUBLIC_HELP = "public_help", "公助"


class Creation(Labelled):
    """How far a resource that came of an issue has got (S2, 豊明市)."""

    DISCOVERED = "discovered", "発見"
    RELATED = "related", "関係づくり"
    POSITIONED = "positioned", "位置づけ"
    ANNOUNCED = "announced", "周知"
    SETTLED = "settled", "定着"


class BroughtBy(Labelled):
    """Where an issue first came up (把握の経緯)."""

    NEED = "need", "ニーズ・相談"
    LOG = "log", "日々の活動"
    SURVEY = "survey", "アンケート"
    COUNCIL = "council", "協議体"
    CARE_MEETING = "care_meeting", "地域ケア会議"
    RESIDENTS = "residents", "住民・団体"
    CITY = "city", "市"
    OTHER = "other", "その他"


@dataclass(frozen=True, slots=True)
class LocalIssueDraft:
    """Everything the form says about an issue.

    ``districts`` is empty for the whole city.  ``submitted_on`` to ``answered_on`` are what went
    to the city and what it said; ``taken_up`` is whether it found its way into next year's work.
    """

    title: str
    found_on: date
    number: str = ""
    kind_id: int | None = None
    scope: IssueScope = IssueScope.DISTRICT
    districts: tuple[int, ...] = ()
    brought_by: BroughtBy = BroughtBy.LOG
    brought_from: str = ""
    content: str = ""
    solidarity: Solidarity | None = None
    measures: str = ""
    actors: str = ""
    outcome: str = ""
    review_on: date | None = None
    proposal: str = ""
    submitted_on: date | None = None
    answer: str = ""
    answered_on: date | None = None
    taken_up: bool = False
    note: str = ""
