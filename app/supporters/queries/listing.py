"""The list of supporters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.card import PersonRow
from app.contacts.derived import terms
from app.contacts.person import PersonId
from app.contacts.queries import people
from app.contacts.queries.keys import chunks
from app.contacts.tables import Consent, Person
from app.kernel.fiscal_year import FiscalYear
from app.office.tables import District
from app.supporters.card import SupporterRow
from app.supporters.lacking import Lack
from app.supporters.queries.holding import TABLES, lacking
from app.supporters.supporter import SupporterId, SupporterState, transports_of
from app.supporters.tables import (
    ActivityLevel,
    CentreRegistration,
    Insurance,
    Supporter,
    SupporterDistrict,
    SupporterSkill,
    SupportKind,
)

_TABLES = frozenset(
    {
        Supporter.__tablename__,
        Person.__tablename__,
        District.__tablename__,
        ActivityLevel.__tablename__,
        SupporterSkill.__tablename__,
        SupportKind.__tablename__,
        Insurance.__tablename__,
        CentreRegistration.__tablename__,
    }
)


@dataclass(frozen=True, slots=True)
class SupporterListing:
    """The supporters in 五十音 order, narrowed by words, state, level, district, kind or a lack.

    ``day`` is the one ages, insurance and what is lacking are counted on.  Words are looked for
    in what people are found by and in the number.  A district finds who lives or works there.
    """

    day: date
    text: str = ""
    state: SupporterState | None = None
    level_id: int | None = None
    district_id: int | None = None
    kind_id: int | None = None
    lacking: Lack | None = None
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        found = _TABLES if self.lacking is None else _TABLES | TABLES | {Consent.__tablename__}
        return found if self.district_id is None else found | {SupporterDistrict.__tablename__}

    def keys(self, session: Session) -> Sequence[int]:
        keys = session.scalars(self.select_keys()).all()
        if self.lacking is None:
            return keys
        among = lacking(session, self.lacking, self.day)
        return [key for key in keys if key in among]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, SupporterRow]:
        return {row.id: row for row in supporters(session, keys, self.day)}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys, what they lack left aside."""
        binned = (
            Supporter.deleted_at.is_not(None) if self.binned else Supporter.deleted_at.is_(None)
        )
        return (
            select(Supporter.id)
            .join(Person, Person.id == Supporter.person_id)
            .where(binned, Person.deleted_at.is_(None), *self._conditions())
            .order_by(Person.sort_key, Person.id, Supporter.id)
        )

    def _conditions(self) -> list[ColumnElement[bool]]:
        found = [_met(forms) for forms in terms(self.text)]
        if self.state is not None:
            found.append(Supporter.state == self.state)
        if self.level_id is not None:
            found.append(Supporter.level_id == self.level_id)
        if self.district_id is not None:
            works = select(SupporterDistrict.supporter_id).where(
                SupporterDistrict.district_id == self.district_id
            )
            found.append(or_(Person.district_id == self.district_id, Supporter.id.in_(works)))
        if self.kind_id is not None:
            able = select(SupporterSkill.supporter_id).where(SupporterSkill.kind_id == self.kind_id)
            found.append(Supporter.id.in_(able))
        return found


def supporters(session: Session, keys: Sequence[int], day: date) -> list[SupporterRow]:
    """Return these supporters as rows of a list, in the order of the keys."""
    found: dict[int, SupporterRow] = {}
    for chunk in chunks(keys):
        found.update(_chunk(session, chunk, day))
    return [found[key] for key in keys if key in found]


def _chunk(session: Session, keys: Sequence[int], day: date) -> Mapping[int, SupporterRow]:
    skills = _skills(session, keys)
    insured = _having(
        session,
        keys,
        select(Insurance.supporter_id).where(Insurance.fiscal_year == FiscalYear.of(day).start),
        Insurance.supporter_id,
    )
    centre = _having(
        session,
        keys,
        select(CentreRegistration.supporter_id).where(
            CentreRegistration.registered_on.is_not(None),
            CentreRegistration.cancelled_on.is_(None),
        ),
        CentreRegistration.supporter_id,
    )
    query = (
        select(Supporter, ActivityLevel.name, Person.address_town)
        .join(Person, Person.id == Supporter.person_id)
        .outerjoin(ActivityLevel, ActivityLevel.id == Supporter.level_id)
        .where(Supporter.id.in_(keys))
    )
    stored = session.execute(query).all()
    known = {one.id: one for one in people(session, [row.person_id for row, *_ in stored], day)}
    return {
        row.id: _row(
            row,
            known[PersonId(row.person_id)],
            town=town,
            level=level or "",
            skills=tuple(skills.get(row.id, ())),
            insured=row.id in insured,
            centre=row.id in centre,
        )
        for row, level, town in stored
    }


def _row(row: Supporter, person: PersonRow, **known: Any) -> SupporterRow:
    return SupporterRow(
        id=SupporterId(row.id),
        person=person.id,
        number=row.number,
        registered_on=row.registered_on,
        name=person.name,
        kana=person.kana,
        age=person.age,
        age_band=person.age_band,
        sex=person.sex,
        district=person.district,
        phone=person.phone,
        week=row.week,
        months=row.months,
        transport=transports_of(row.transport),
        state=row.state,
        valid_until=row.valid_until,
        deleted_at=row.deleted_at,
        **known,
    )


def skill_names(session: Session, keys: Sequence[int]) -> dict[int, list[str]]:
    """Return what supporters can do, by their keys, in the words of the master."""
    found: dict[int, list[str]] = {}
    for chunk in chunks(keys):
        found |= _skills(session, chunk, whole=True)
    return found


def _skills(session: Session, keys: Sequence[int], *, whole: bool = False) -> dict[int, list[str]]:
    query = (
        select(SupporterSkill.supporter_id, SupportKind.short_name, SupportKind.name)
        .join(SupportKind, SupportKind.id == SupporterSkill.kind_id)
        .where(SupporterSkill.supporter_id.in_(keys))
        .order_by(SupportKind.position, SupportKind.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for key, short, name in session.execute(query):
        found[key].append(name if whole else short or name)
    return found


def _having(session: Session, keys: Sequence[int], query: Select[int], column: Any) -> set[int]:
    return set(session.scalars(query.where(column.in_(keys))))


def _met(forms: Sequence[str]) -> ColumnElement[bool]:
    """Say that a word, in any of its forms, is in what people are found by or in the number."""
    number = func.replace(func.lower(Supporter.number), "-", "")
    places = (Person.search_text, number)
    return or_(*(func.instr(place, form) > 0 for place in places for form in forms))
