"""A request for help (お手伝い希望票) as the office takes it down, in the order of the paper.

Fields follow section 2.5 of the domain description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import NewType

from app.contacts.organisation import OrganisationId
from app.contacts.person import ContactWay, PersonId, Sex
from app.kernel.labelled import Labelled
from app.local_resources.local_resource import LocalResourceId

RequestId = NewType("RequestId", int)


class RequestState(Labelled):
    """状態 of a request."""

    OPEN = "open", "受付"
    ASKING = "asking", "調整中"
    FILLED = "filled", "充足"
    WITHDRAWN = "withdrawn", "取下げ"
    CLOSED = "closed", "終了"


class Rhythm(Labelled):
    """Whether help is wanted once or again and again (頻度)."""

    ONCE = "once", "単発"
    REGULAR = "regular", "定期"
    AS_NEEDED = "as_needed", "随時"


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """Everything the form says about a request.

    ``week`` and ``months`` are as in ``app.supporters.availability``.  ``wanted_sex`` and
    ``level_id`` are wishes: nothing where it does not matter.  ``person_id`` is the one person
    to be helped, only where individual help is switched on.
    """

    received_on: date
    number: str = ""
    received_by: ContactWay | None = None
    organisation_id: OrganisationId | None = None
    contact_name: str = ""
    contact_phone: str = ""
    local_resource_id: LocalResourceId | None = None
    person_id: PersonId | None = None
    title: str = ""
    content: str = ""
    kinds: tuple[int, ...] = ()
    rhythm: Rhythm = Rhythm.ONCE
    on_day: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    week: int = 0
    months: int = 0
    times_a_month: int | None = None
    schedule: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    venue: str = ""
    address_town: str = ""
    address_number: str = ""
    district_id: int | None = None
    car_needed: bool = False
    people_wanted: int = 1
    level_id: int | None = None
    wanted_sex: Sex | None = None
    bring: str = ""
    costs: str = ""
    reward: str = ""
    insurance: str = ""
    meeting_wanted: bool = True
    due_on: date | None = None
    note: str = ""
