"""An organisation (団体) as the office writes it down, before and after storage.

Fields follow sections 2.1 and 2.9 of the domain description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.kernel.labelled import Labelled

OrganisationId = NewType("OrganisationId", int)


class Reach(Labelled):
    """Where an organisation works."""

    DISTRICT = "district", "圏域内"
    CITY = "city", "全市"
    OUTSIDE = "outside", "市外"


class OrganisationStatus(Labelled):
    """Whether an organisation still works."""

    ACTIVE = "active", "通常"
    PAUSED = "paused", "休止"
    CLOSED = "closed", "解散・廃止"


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """Everything an edit form or a row of an import says about an organisation."""

    name: str = ""
    short_name: str = ""
    kana: str = ""
    legal_form: str = ""
    kind_id: int | None = None
    representative_title: str = ""
    representative_name: str = ""
    department: str = ""
    postal_code: str = ""
    address_town: str = ""
    address_number: str = ""
    address_building: str = ""
    district_id: int | None = None
    district_fixed: bool = False
    reach: Reach = Reach.DISTRICT
    phone: str = ""
    fax: str = ""
    email: str = ""
    website: str = ""
    media: str = ""
    agreement: bool = False
    no_mail: bool = False
    status: OrganisationStatus = OrganisationStatus.ACTIVE
    note: str = ""


@dataclass(frozen=True, slots=True)
class AffiliationDraft:
    """A person's place in an organisation (所属・役職); terms are open where a day is missing."""

    role: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    is_main: bool = False
    note: str = ""
