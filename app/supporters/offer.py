"""What one supporter offers, in one flat value: all that ranking asks about a supporter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.contacts.person import ConsentItem, PersonId, Sex
from app.supporters.supporter import Skill, SupporterId, Transport


@dataclass(frozen=True, slots=True)
class Offer:
    """A supporter as ranking sees them on a day.

    ``level_position`` is the height of their level in the master, nothing where they have none.
    ``kinds`` says by kind of support how well and whether they wish it.  ``week`` and ``months``
    are as in ``app.supporters.availability``.  No districts mean anywhere.  ``insured_until`` is
    the last day of the cover that holds on the day.  Coordinates are not known here.
    """

    supporter: SupporterId
    name: str
    sort_key: str = ""
    person: PersonId = PersonId(0)
    number: str = ""
    level_position: int | None = None
    kinds: Mapping[int, tuple[Skill, bool]] = field(default_factory=dict)
    week: int = 0
    months: int = 0
    times_a_month: int | None = None
    districts: frozenset[int] = frozenset()
    home_district: int | None = None
    town: str = ""
    transport: frozenset[Transport] = frozenset()
    gives_rides: bool = False
    sex: Sex | None = None
    one_to_one: bool = False
    insured_until: date | None = None
    valid_until: date | None = None
    consents: frozenset[ConsentItem] = frozenset()
    latitude: float | None = None
    longitude: float | None = None
