"""A need somebody spoke of (支援ニーズ): anonymous unless the office says otherwise.

Fields follow section 2.5 of the domain description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.labelled import Labelled

NeedId = NewType("NeedId", int)


class Route(Labelled):
    """相談経路: through whom a need came."""

    SELF = "self", "本人"
    FAMILY = "family", "家族"
    WELFARE_COMMISSIONER = "welfare_commissioner", "民生委員"
    NEIGHBOURHOOD = "neighbourhood", "町会"
    CENTRE = "centre", "地域包括支援センター"
    CARE_MANAGER = "care_manager", "ケアマネジャー"
    CITY = "city", "市"
    MEDICAL = "medical", "医療機関"
    COMPANY = "company", "企業"
    COUNCIL = "council", "協議体"
    OTHER = "other", "その他"


class NeedWay(Labelled):
    """相談方法."""

    CALL = "call", "電話"
    CAME = "came", "来所"
    VISIT = "visit", "訪問"
    MEETING = "meeting", "会議"
    WRITTEN = "written", "FAX・メール"


class HouseholdKind(Labelled):
    """世帯類型 (section 2.9)."""

    ALONE = "alone", "独居"
    ELDERLY_COUPLE = "elderly_couple", "高齢夫婦のみ"
    ELDERLY_ONLY = "elderly_only", "高齢者のみ"
    TOGETHER = "together", "同居"
    OTHER = "other", "その他"


class Urgency(Labelled):
    """緊急度."""

    NORMAL = "normal", "通常"
    SOON = "soon", "早め"
    URGENT = "urgent", "至急"


class Handling(Labelled):
    """対応: what the office does with a need."""

    OPEN = "open", "未対応"
    INFORMED = "informed", "情報提供"
    INTRODUCED = "introduced", "資源紹介"
    HANDED_ON = "handed_on", "つなぎ"
    MATCHING = "matching", "マッチングへ"
    ISSUE = "issue", "課題として集約"
    CLOSED = "closed", "終了"


class Coping(Labelled):
    """解決手段: how people manage at present (section 2.9)."""

    ALONE = "alone", "自力で何とかしている"
    FAMILY = "family", "家族や親族"
    NEIGHBOURS = "neighbours", "近所"
    FRIENDS = "friends", "友人・知人"
    VOLUNTEERS = "volunteers", "ボランティア"
    SILVER_CENTRE = "silver_centre", "シルバー人材センターなど"
    CARE_SERVICE = "care_service", "介護保険などのサービス"
    COMPANY = "company", "民間業者"
    OTHER = "other", "その他"
    UNSOLVED = "unsolved", "解決できず、困っている"


@dataclass(frozen=True, slots=True)
class NeedDraft:
    """Everything the form says about a need.

    ``person_id`` stays empty unless the office switched on help for single people.
    ``check_on`` is the day by which the office asks what became of it.
    """

    received_on: date
    number: str = ""
    route: Route = Route.OTHER
    way: NeedWay = NeedWay.CALL
    person_id: PersonId | None = None
    age_band: str = ""
    household: HouseholdKind | None = None
    district_id: int | None = None
    town: str = ""
    kinds: tuple[int, ...] = ()
    content: str = ""
    urgency: Urgency = Urgency.NORMAL
    coping: Coping | None = None
    handling: Handling = Handling.OPEN
    handed_to: str = ""
    handed_to_id: OrganisationId | None = None
    handed_on: date | None = None
    check_on: date | None = None
    checked_on: date | None = None
    result: str = ""
    note: str = ""
