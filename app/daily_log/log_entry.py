"""An entry of the daily log (日報); fields follow section 2.8 of the domain description."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import NewType

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.labelled import Labelled

LogEntryId = NewType("LogEntryId", int)


class Means(Labelled):
    """手段."""

    VISIT = "visit", "訪問"
    CAME = "came", "来所"
    CALL = "call", "電話"
    MEETING = "meeting", "会議"
    TRAINING = "training", "研修"
    ONLINE = "online", "オンライン"
    WRITTEN = "written", "FAX・メール"
    DESK = "desk", "事務"


class SupportSort(Labelled):
    """個別支援 or 地域支援, counted apart to make the work visible [B53]."""

    AREA = "area", "地域支援"
    SINGLE = "single", "個別支援"


class LinkKind(Labelled):
    """What an entry can be about.  Stored as one column for each in ``log_link``."""

    NEED = "need", "ニーズ"
    RESOURCE = "resource", "社会資源"
    ISSUE = "issue", "課題"
    MATCH = "match", "マッチング"
    REQUEST = "request", "希望票"
    MEETING = "meeting", "会議"
    SESSION = "session", "研修の回"
    NOTE = "note", "連絡の記録"


@dataclass(frozen=True, slots=True)
class Link:
    """One thing an entry is about."""

    kind: LinkKind
    key: int


@dataclass(frozen=True, slots=True)
class With:
    """With whom: a person, an organisation, or a person of an organisation."""

    person_id: PersonId | None = None
    organisation_id: OrganisationId | None = None


@dataclass(frozen=True, slots=True)
class LogEntryDraft:
    """Everything the form says about an entry.

    ``people_count`` is how many were reached (対象者数), counted anew each time (延べ); empty, it
    is the number of people named in ``contacts``.  ``minutes`` follows from the times where both
    are there.  ``report_text`` is what the city reads in place of ``content``;
    ``internal_note`` never leaves the office.  ``care_district_id`` marks a 地域ケア会議 and names
    the host centre's district: the command links the meeting, or writes it down.
    """

    on_day: date
    duty_id: int
    starts_at: time | None = None
    ends_at: time | None = None
    minutes: int | None = None
    staff_id: int | None = None
    kind_id: int | None = None
    means: Means = Means.VISIT
    support: SupportSort = SupportSort.AREA
    place: str = ""
    district_id: int | None = None
    contacts: tuple[With, ...] = ()
    people_count: int | None = None
    title: str = ""
    content: str = ""
    result: str = ""
    next_step: str = ""
    next_on: date | None = None
    next_done_on: date | None = None
    internal_note: str = ""
    to_city: bool = True
    report_text: str = ""
    care_district_id: int | None = None
    distance_km: int | None = None
    fare: int | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class LogDayDraft:
    """What the sheet of a day says beside its entries."""

    weather: str = ""
    came_at: time | None = None
    left_at: time | None = None
    tomorrow: str = ""
    note: str = ""
