"""What every supporter offers, read at once: ranking looks at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from json import loads
from typing import Any, NamedTuple

from sqlalchemy import Integer, Row, String, select, type_coerce
from sqlalchemy.orm import Session

from app.contacts.person import ConsentItem, PersonStatus
from app.contacts.tables import Person
from app.supporters.offer import Ability, Offer
from app.supporters.queries.holding import LIVE, consents_given
from app.supporters.supporter import Skill, SupporterId, Transport, transports_of
from app.supporters.tables import (
    ActivityLevel,
    Insurance,
    Supporter,
    SupporterDistrict,
    SupporterSkill,
)

_COLUMNS = (
    Supporter.id, Supporter.person_id, Person.family_name, Person.given_name, Person.sort_key,
    Supporter.state, Supporter.valid_until, ActivityLevel.position, Supporter.week,
    Supporter.months, Supporter.times_a_month, Person.district_id, Person.address_town,
    type_coerce(Supporter.transport, String), Supporter.gives_rides, Person.sex,
    Supporter.one_to_one,
)  # fmt: skip
_ABILITIES = {
    (skill.value, int(wished)): Ability(skill, wished)
    for skill in Skill
    for wished in (False, True)
}
"""What rows of abilities say, read as plain values: there are tens of thousands of them."""
_NO_KINDS: Mapping[int, Ability] = {}


def offers(session: Session, day: date) -> tuple[Offer, ...]:
    """Return everybody on the list of supporters, in 五十音 order and in whatever state.

    Who moved away, died or withdrew is left out, and covers that were over before the day.
    """
    query = (
        select(*_COLUMNS)
        .select_from(Supporter)
        .join(Person, Person.id == Supporter.person_id)
        .outerjoin(ActivityLevel, ActivityLevel.id == Supporter.level_id)
        .where(*LIVE, Person.status == PersonStatus.ACTIVE)
        .order_by(Person.sort_key, Person.id)
    )
    hanging = _Hanging(
        _kinds(session), _districts(session), _covers(session, day), consents_given(session)
    )
    return tuple(_offer(row, hanging) for row in session.execute(query))


class _Hanging(NamedTuple):
    """What hangs on all supporters, by supporter; consents by person."""

    kinds: dict[int, dict[int, Ability]]
    districts: dict[int, list[int]]
    covers: dict[int, list[tuple[date, date]]]
    consents: dict[int, frozenset[ConsentItem]]


def _offer(row: Row[*tuple[Any, ...]], hanging: _Hanging) -> Offer:
    (
        key, person, family, given, sort_key, state, valid, level, week, months, times, home,
        town, transport, rides, sex, one_to_one,
    ) = row  # fmt: skip
    return Offer(
        supporter=SupporterId(key),
        name=f"{family}　{given}" if family and given else family or given,
        sort_key=sort_key,
        state=state,
        valid_until=valid,
        level=level,
        kinds=hanging.kinds.get(key, _NO_KINDS),
        week=week,
        months=months,
        times_a_month=times,
        districts=frozenset(hanging.districts.get(key, ())),
        home_district=home,
        town=town,
        transport=_transport(transport),
        gives_rides=rides,
        sex=sex,
        one_to_one=one_to_one,
        covers=tuple(hanging.covers.get(key, ())),
        consents=hanging.consents.get(person, frozenset()),
    )


@cache
def _transport(stored: str) -> frozenset[Transport]:
    return frozenset(transports_of(loads(stored)))


def _kinds(session: Session) -> dict[int, dict[int, Ability]]:
    query = select(
        SupporterSkill.supporter_id,
        SupporterSkill.kind_id,
        type_coerce(SupporterSkill.skill, String),
        type_coerce(SupporterSkill.wished, Integer),
    )
    found: dict[int, dict[int, Ability]] = defaultdict(dict)
    for supporter, kind, skill, wished in session.execute(query):
        found[supporter][kind] = _ABILITIES[skill, wished]
    return found


def _districts(session: Session) -> dict[int, list[int]]:
    query = select(SupporterDistrict.supporter_id, SupporterDistrict.district_id)
    found: dict[int, list[int]] = defaultdict(list)
    for supporter, district in session.execute(query):
        found[supporter].append(district)
    return found


def _covers(session: Session, day: date) -> dict[int, list[tuple[date, date]]]:
    query = (
        select(
            Insurance.supporter_id,
            type_coerce(Insurance.covers_from, String),
            type_coerce(Insurance.covers_until, String),
        )
        .where(Insurance.covers_until >= day)
        .order_by(Insurance.covers_from, Insurance.id)
    )
    found: dict[int, list[tuple[date, date]]] = defaultdict(list)
    days: dict[str, date] = _Days()
    for supporter, first, last in session.execute(query):
        found[supporter].append((days[first], days[last]))
    return found


class _Days(dict[str, date]):
    """Days by their text: the same few stand in thousands of rows."""

    def __missing__(self, text: str) -> date:
        self[text] = date.fromisoformat(text)
        return self[text]
