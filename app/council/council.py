"""A council (協議体) and who sits on it (section 2.6 of the domain description)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.labelled import Labelled

CouncilId = NewType("CouncilId", int)
MemberId = NewType("MemberId", int)


class Tier(Labelled):
    """What kind of council it is."""

    FIRST = "first", "第1層協議体"
    SECOND = "second", "第2層協議体"
    CARE = "care", "地域ケア会議"
    LIAISON = "liaison", "第2層連絡会・勉強会"
    SECTION = "section", "部会"
    OTHER = "other", "その他の会議"


class Standing(Labelled):
    """選出区分: the 22 answers of the national survey (item 73); the last one no member has."""

    CITY_IN_CHARGE = "city_in_charge", "市町村職員（地域支援事業担当）"
    CITY_OTHER = "city_other", "市町村職員（地域支援事業担当以外）"
    CENTRE = "centre", "地域包括支援センター"
    WELFARE_COUNCIL = "welfare_council", "市町村社会福祉協議会"
    DISTRICT_WELFARE_COUNCIL = "district_welfare_council", "地区（校区）社会福祉協議会"
    WELFARE_COMMISSIONER = "welfare_commissioner", "民生委員・児童委員"
    NEIGHBOURHOOD = "neighbourhood", "地縁団体（自治会や町内会等）"
    VOLUNTEERS = "volunteers", "NPO・ボランティア団体"
    SENIOR_CLUB = "senior_club", "老人クラブ"
    SILVER_CENTRE = "silver_centre", "シルバー人材センター"
    HOUSEKEEPERS = "housekeepers", "家政婦紹介所"
    CARE_PROVIDER = "care_provider", "介護サービス事業所"
    MEDICAL = "medical", "医療機関"
    PROFESSION = "profession", "職能団体"
    CHAMBER = "chamber", "商工会"
    COMPANY = "company", "企業・商店"
    COOPERATIVE = "cooperative", "協同組合"
    POLICE_FIRE = "police_fire", "警察・消防"
    EXPERT = "expert", "有識者（大学教授等）"
    SENIORS = "seniors", "高齢者の代表（公募を含む）"
    OTHER = "other", "その他"
    NONE = "none", "協議体を設置していない"


class Office(Labelled):
    """役 on a council."""

    CHAIR = "chair", "会長"
    VICE_CHAIR = "vice_chair", "副会長"
    MEMBER = "member", "委員"
    OBSERVER = "observer", "オブザーバー"
    SECRETARIAT = "secretariat", "事務局"


SEATED = frozenset({Office.CHAIR, Office.VICE_CHAIR, Office.MEMBER})
"""Who counts as 委員; observers and the secretariat do not."""


@dataclass(frozen=True, slots=True)
class CouncilDraft:
    """A council; ``care_too`` is a second-layer one that is its district's 地域ケア会議 as well."""

    name: str
    tier: Tier
    district_id: int | None = None
    care_too: bool = False
    established_on: date | None = None
    ended_on: date | None = None
    meetings_a_year: int | None = None
    organisation_id: OrganisationId | None = None
    purpose: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A person's seat on a council, for one term."""

    person_id: PersonId
    standing: Standing = Standing.OTHER
    office: Office = Office.MEMBER
    organisation_id: OrganisationId | None = None
    post: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    appointment_number: str = ""
    appointed_on: date | None = None
    note: str = ""
