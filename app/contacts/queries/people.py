"""The list of people, their cards and what is written about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.card import PersonCard, PersonRow, Tab
from app.contacts.derived import TAB_TITLES, TABS, tab_code, terms
from app.contacts.person import PersonDraft, PersonId, PersonStatus
from app.contacts.queries.consents import consents, consideration
from app.contacts.queries.keys import CHUNK, chunks, district_name
from app.contacts.tables import Person, Tagging
from app.kernel.ages import age_band, age_on
from app.kernel.errors import Refusal
from app.office.tables import District

_FIELDS = tuple(field.name for field in fields(PersonDraft))
_ROW = (
    "id", "family_name", "given_name", "family_kana", "given_kana", "kana_guessed", "sex",
    "birth_date", "birth_year", "age_band", "phone", "mobile", "address_town", "address_number",
    "address_building", "neighbourhood", "status", "deleted_at", "sort_key",
)  # fmt: skip
"""What a row of the list is made of: whole objects would take eight times as long."""
_SORT_KEY = _ROW.index("sort_key")
_ROWS = (
    select(*(getattr(Person, name) for name in _ROW), District.name)
    .outerjoin(District, District.id == Person.district_id)
    .where(Person.id.in_(bindparam("keys", expanding=True)))
    .order_by(Person.sort_key, Person.id)
)
_TABLES = frozenset({Person.__tablename__, District.__tablename__})


@dataclass(frozen=True, slots=True)
class PersonListing:
    """The list of people in 五十音 order, narrowed by tab, words, district, status, tag or the bin.

    ``day`` is the one ages are counted on.  Who was merged into somebody else is in none.
    """

    day: date
    text: str = ""
    tab: str = ""
    district_id: int | None = None
    status: PersonStatus | None = None
    binned: bool = False
    tag_id: int | None = None

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES if self.tag_id is None else _TABLES | {Tagging.__tablename__}

    def keys(self, session: Session) -> Sequence[int]:
        return session.scalars(self.select_keys()).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, PersonRow]:
        return {row.id: row for row in people(session, keys, self.day)}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys, for other features to join to."""
        query = select(Person.id).where(self._condition()).order_by(Person.sort_key, Person.id)
        if self.tab:
            query = query.where(Person.sort_key.startswith(tab_code(self.tab)))
        return query

    def tabs(self, session: Session) -> tuple[Tab, ...]:
        """Return every tab with how many people of this list stand under it."""
        code = func.substr(Person.sort_key, 1, 1)
        query = select(code, func.count()).where(self._condition()).group_by(code)
        counts: dict[str, int] = dict(session.execute(query).all())
        return tuple(Tab(TAB_TITLES.get(tab, tab), counts.get(tab_code(tab), 0)) for tab in TABS)

    def _condition(self) -> ColumnElement[bool]:
        binned = Person.deleted_at.is_not(None) if self.binned else Person.deleted_at.is_(None)
        conditions = [binned, *text_conditions(self.text)]
        if self.district_id is not None:
            conditions.append(Person.district_id == self.district_id)
        if self.status is not None:
            conditions.append(Person.status == self.status)
        if self.binned:
            conditions.append(Person.merged_into_id.is_(None))
        if self.tag_id is not None:
            bearing = select(Tagging.person_id).where(Tagging.tag_id == self.tag_id)
            conditions.append(Person.id.in_(bearing))
        return and_(*conditions)


def people(session: Session, keys: Sequence[int], day: date) -> list[PersonRow]:
    """Return these people as rows of a list, in 五十音 order."""
    rows: list[tuple[str, PersonRow]] = []
    for chunk in chunks(keys):
        found = session.execute(_ROWS, {"keys": list(chunk)})
        rows += [(values[_SORT_KEY], _row(values, day)) for values in found]
    if len(keys) > CHUNK:
        rows.sort(key=lambda pair: (pair[0], pair[1].id))
    return [row for _, row in rows]


def person_card(session: Session, person: PersonId, day: date) -> PersonCard:
    """Return everything about one person, with their age on a day."""
    row = session.get(Person, person)
    if row is None:
        raise Refusal("この人は削除されています。")
    return PersonCard(
        person,
        draft_of(row),
        *_age(row.birth_date, row.birth_year, row.age_band, day),
        district_name(session, row.district_id),
        consideration(session, person),
        consents(session, person),
        row.deleted_at,
    )


def drafts(session: Session, keys: Sequence[PersonId]) -> dict[PersonId, PersonDraft]:
    """Return what is written about these people, as it can be changed and stored again."""
    columns = [getattr(Person, name) for name in _FIELDS]
    found: dict[PersonId, PersonDraft] = {}
    for chunk in chunks(keys):
        query = select(Person.id, *columns).where(Person.id.in_(chunk))
        found.update((row[0], PersonDraft(*row[1:])) for row in session.execute(query))
    return found


def text_conditions(text: str) -> list[ColumnElement[bool]]:
    """Return what must hold of a person for every word of a text to be found."""
    return [
        or_(*(func.instr(Person.search_text, form) > 0 for form in forms)) for forms in terms(text)
    ]


def _row(values: Sequence[Any], day: date) -> PersonRow:
    (
        key, family_name, given_name, family_kana, given_kana, guessed, sex,
        birth_date, birth_year, band, phone, mobile, town, number, building,
        neighbourhood, status, deleted_at, _sort_key, district,
    ) = values  # fmt: skip
    return PersonRow(
        PersonId(key),
        _both(family_name, given_name),
        _both(family_kana, given_kana),
        guessed,
        sex,
        birth_date,
        *_age(birth_date, birth_year, band, day),
        phone or mobile,
        _both(town + number, building),
        district or "",
        neighbourhood,
        status,
        deleted_at,
    )


def _both(first: str, second: str) -> str:
    return f"{first}　{second}" if first and second else first or second


def draft_of(row: Person) -> PersonDraft:
    """Return what is written about a person."""
    return PersonDraft(**{name: getattr(row, name) for name in _FIELDS})


def _age(birth: date | None, year: int | None, band: str, day: date) -> tuple[int | None, str]:
    """Return age and 年代区分; of a year alone only the band of the age reached that year."""
    if birth is not None:
        age = age_on(birth, day)
        return age, age_band(age)
    if year is not None:
        return None, age_band(day.year - year)
    return None, band or age_band(None)
