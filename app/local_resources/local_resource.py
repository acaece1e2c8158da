"""A place of activity or other resource of the area (社会資源) as the office writes it down.

Fields follow section 2.4 of the domain description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.contacts.organisation import OrganisationId
from app.kernel.labelled import Labelled

LocalResourceId = NewType("LocalResourceId", int)


class View(Labelled):
    """公開可否: who may see it."""

    PUBLIC = "public", "公開"
    PARTNERS = "partners", "関係機関のみ"
    INTERNAL = "internal", "内部のみ"


class ResourceStatus(Labelled):
    """Whether it takes place."""

    PREPARING = "preparing", "準備中"
    ACTIVE = "active", "活動中"
    PAUSED = "paused", "休止中"
    ENDED = "ended", "終了"


class Payment(Labelled):
    """有償・無償."""

    FREE = "free", "無償"
    PAID = "paid", "有償"


class Programme(Labelled):
    """総合事業との関係."""

    VISIT_A = "visit_a", "訪問型サービスA"
    VISIT_B = "visit_b", "訪問型サービスB"
    VISIT_C = "visit_c", "訪問型サービスC"
    VISIT_D = "visit_d", "訪問型サービスD"
    DAY_A = "day_a", "通所型サービスA"
    DAY_B = "day_b", "通所型サービスB"
    DAY_C = "day_c", "通所型サービスC"
    PREVENTION = "prevention", "一般介護予防事業"
    VOLUNTARY = "voluntary", "任意事業"
    OUTSIDE = "outside", "制度外"


class ConfirmationWay(Labelled):
    """How what is written was confirmed (確認方法)."""

    CALL = "call", "電話"
    VISIT = "visit", "訪問"
    POST = "post", "郵送・FAX"
    EMAIL = "email", "メール"
    WEB = "web", "ホームページ・チラシ"
    MEETING = "meeting", "会議・来所"


class ConfirmationResult(Labelled):
    """What a confirmation brought; without an answer the day of confirmation stays as it was."""

    SAME = "same", "変わりなし"
    CHANGED = "changed", "変更あり"
    NO_ANSWER = "no_answer", "応答なし"


@dataclass(frozen=True, slots=True)
class LocalResourceDraft:
    """Everything an edit form or a row of an import says about a resource.

    ``latitude`` and ``longitude`` are degrees (WGS 84).  ``public_contact`` is what the public
    list shows; ``internal_contact`` never leaves the office.
    """

    name: str = ""
    kana: str = ""
    kind_id: int | None = None
    organisation_id: OrganisationId | None = None
    district_id: int | None = None
    district_fixed: bool = False
    city_wide: bool = False
    venue: str = ""
    postal_code: str = ""
    address_town: str = ""
    address_number: str = ""
    address_building: str = ""
    latitude: float | None = None
    longitude: float | None = None
    barrier_free: bool | None = None
    parking: bool | None = None
    winter_break: str = ""
    opening: str = ""
    target: str = ""
    fee: str = ""
    capacity: int | None = None
    usual_number: int | None = None
    application: str = ""
    content: str = ""
    representative: str = ""
    public_contact: str = ""
    public_phone: str = ""
    internal_contact: str = ""
    internal_phone: str = ""
    website: str = ""
    view: View = View.INTERNAL
    public_consent_on: date | None = None
    takes_supporters: bool = False
    supporters_wanted: int | None = None
    supporters_work: str = ""
    payment: Payment | None = None
    programme: Programme | None = None
    started_on: date | None = None
    ended_on: date | None = None
    status: ResourceStatus = ResourceStatus.ACTIVE
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmationDraft:
    """One confirmation, or the attempt of one (情報の確認)."""

    confirmed_on: date
    confirmed_by: str = ""
    way: ConfirmationWay = ConfirmationWay.CALL
    result: ConfirmationResult = ConfirmationResult.SAME
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResourceKindRow:
    """A kind of resource (社会資源の区分) as lists show it."""

    id: int
    name: str
    position: int
    retired: bool
