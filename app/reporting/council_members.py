"""協議体の構成員 by 選出区分 (item 73 of the national survey), as on one day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.council import SEATED, CouncilId, Standing, Tier
from app.council.queries import CouncilListing
from app.kernel.figure import Counted, Figure


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One answer of the survey: the 委員 of that kind, each person once in a layer."""

    number: int
    standing: Standing
    first: Figure
    second: Figure


@dataclass(frozen=True, slots=True)
class CouncilMembers:
    """The councils of both layers on a day, and their 委員 by 選出区分."""

    lines: tuple[StandingLine, ...]
    first_councils: int
    second_councils: int
    first: Figure
    second: Figure


def council_members(session: Session, day: date) -> CouncilMembers:
    """Return who sits on the councils on a day, those that have ended left out."""
    first_councils, first = _layer(session, Tier.FIRST, day)
    second_councils, second = _layer(session, Tier.SECOND, day)
    return CouncilMembers(
        tuple(
            StandingLine(number, one, _figure(first[one]), _figure(second[one]))
            for number, one in enumerate(Standing, start=1)
        ),
        first_councils,
        second_councils,
        _figure([key for keys in first.values() for key in keys]),
        _figure([key for keys in second.values() for key in keys]),
    )


def _layer(session: Session, tier: Tier, day: date) -> tuple[int, dict[Standing, list[int]]]:
    found: dict[Standing, list[int]] = defaultdict(list)
    keys = CouncilListing(tier=tier, day=day).keys(session)
    rows = [
        row
        for row in council.councils(session, keys, day)
        if row.ended_on is None or row.ended_on >= day
    ]
    for row in rows:
        for member in council.members(session, CouncilId(row.id), day):
            if member.draft.office in SEATED:
                found[member.draft.standing].append(member.person_id)
    return len(rows), found


def _figure(keys: list[int]) -> Figure:
    return Figure(Counted.PERSON, tuple(dict.fromkeys(keys)))
