"""What a supporter offers: everything that ranking for a request needs, in one flat value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.contacts.person import ConsentItem, Sex
from app.supporters.supporter import Skill, SupporterId, SupporterState, Transport


class Ability(NamedTuple):
    """How well a supporter gives one kind of support, and whether it is what they wish for."""

    skill: Skill
    wished: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """One supporter who is not in the bin, in whatever state the registration is.

    ``level`` is the position of the level in its master, the lowest first.  ``kinds`` are by key
    of the kind of support.  ``week`` and ``months`` are as in ``app.supporters.availability``.
    ``districts`` are where the supporter goes to help, none for anywhere; ``home_district`` and
    ``town`` are where they live.  ``covers`` are the first and last days of every insurance.
    ``consents`` are those given and not withdrawn.
    """

    supporter: SupporterId
    name: str
    sort_key: str = ""
    state: SupporterState = SupporterState.REGISTERED
    valid_until: date | None = None
    level: int | None = None
    kinds: Mapping[int, Ability] = field(default_factory=dict)
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
    covers: tuple[tuple[date, date], ...] = ()
    consents: frozenset[ConsentItem] = frozenset()
