"""What pages, documents and the import read of people.  Rows leave here as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from app.contacts.card import ConsentRow, PersonCard, PersonRow, SearchHit, Tab, joined_address
from app.contacts.derived import TAB_TITLES, TABS, line, tab_code, terms
from app.contacts.identity import (
    Identity,
    Known,
    Level,
    Likeness,
    Wanted,
    identity,
    identity_of,
    likeness,
)
from app.contacts.person import (
    ConsentDraft,
    ConsentItem,
    Consideration,
    PersonDraft,
    PersonId,
    PersonStatus,
)
from app.contacts.tables import Consent, Person, PersonConsideration
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
_CHUNK = 500
_TABLES = frozenset({Person.__tablename__, District.__tablename__})


@dataclass(frozen=True, slots=True)
class PersonListing:
    """The list of people in 五十音 order, narrowed by tab, words, district, status or the bin.

    ``day`` is the one ages are counted on.
    """

    day: date
    text: str = ""
    tab: str = ""
    district_id: int | None = None
    status: PersonStatus | None = None
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

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
        conditions = [binned, *_text_conditions(self.text)]
        if self.district_id is not None:
            conditions.append(Person.district_id == self.district_id)
        if self.status is not None:
            conditions.append(Person.status == self.status)
        return and_(*conditions)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the person a draft describes, and how sure that is."""

    person: PersonRow
    likeness: Likeness


def people(session: Session, keys: Sequence[int], day: date) -> list[PersonRow]:
    """Return these people as rows of a list, in 五十音 order."""
    rows: list[tuple[str, PersonRow]] = []
    for chunk in _chunks(keys):
        found = session.execute(_ROWS, {"keys": list(chunk)})
        rows += [(values[_SORT_KEY], _row(values, day)) for values in found]
    if len(keys) > _CHUNK:
        rows.sort(key=lambda pair: (pair[0], pair[1].id))
    return [row for _, row in rows]


def person_card(session: Session, person: PersonId, day: date) -> PersonCard:
    """Return everything about one person, with their age on a day."""
    row = session.get(Person, person)
    if row is None:
        raise Refusal("この人は削除されています。")
    district = "" if row.district_id is None else _district_name(session, row.district_id)
    return PersonCard(
        person,
        _draft(row),
        *_age(row.birth_date, row.birth_year, row.age_band, day),
        district,
        consideration(session, person),
        consents(session, person),
        row.deleted_at,
    )


def consideration(session: Session, person: PersonId) -> Consideration:
    """Return what a person needs to take part: sensitive, so asked for by itself."""
    query = select(PersonConsideration).where(PersonConsideration.person_id == person)
    row = session.scalars(query).one_or_none()
    if row is None:
        return Consideration()
    return Consideration(row.hearing, row.wheelchair, row.pickup, row.detail)


def consents(session: Session, person: PersonId) -> tuple[ConsentRow, ...]:
    """Return a person's consents, the newest first, withdrawn ones among them."""
    query = (
        select(Consent)
        .where(Consent.person_id == person)
        .order_by(Consent.given_on.desc(), Consent.id.desc())
    )
    return tuple(
        ConsentRow(
            row.id,
            ConsentDraft(
                row.item, row.given_on, row.way, row.form_version, row.withdrawn_on, row.note
            ),
        )
        for row in session.scalars(query)
    )


def drafts(session: Session, keys: Sequence[PersonId]) -> dict[PersonId, PersonDraft]:
    """Return what is written about these people, as it can be changed and stored again."""
    columns = [getattr(Person, name) for name in _FIELDS]
    found: dict[PersonId, PersonDraft] = {}
    for chunk in _chunks(keys):
        query = select(Person.id, *columns).where(Person.id.in_(chunk))
        found.update((row[0], PersonDraft(*row[1:])) for row in session.execute(query))
    return found


def search_people(session: Session, text: str, limit: int = 50) -> tuple[int, list[SearchHit]]:
    """Return how many people meet the words, and the first of them in 五十音 order."""
    conditions = _text_conditions(text)
    if not conditions:
        return 0, []
    found = and_(Person.deleted_at.is_(None), *conditions)
    total = session.scalars(select(func.count()).select_from(Person).where(found)).one()
    query = select(Person.id).where(found).order_by(Person.sort_key, Person.id).limit(limit)
    return total, search_hits(session, session.scalars(query).all())


def search_hits(session: Session, keys: Sequence[int]) -> list[SearchHit]:
    """Return these people as hits of a search, in the order of the keys."""
    found: dict[int, SearchHit] = {}
    for chunk in _chunks(keys):
        query = select(Person).where(Person.id.in_(chunk))
        found.update((row.id, _hit(row)) for row in session.scalars(query))
    return [found[key] for key in keys if key in found]


def search_entries(session: Session) -> list[tuple[int, str]]:
    """Return key and search text of everybody not in the bin, in the order of the list."""
    query = (
        select(Person.id, Person.search_text)
        .where(Person.deleted_at.is_(None))
        .order_by(Person.sort_key, Person.id)
    )
    return [(key, text) for key, text in session.execute(query)]


def search_texts(session: Session, keys: Sequence[int]) -> dict[int, str]:
    """Return the search text of those of these people who are not in the bin."""
    found: dict[int, str] = {}
    for chunk in _chunks(keys):
        query = select(Person.id, Person.search_text).where(
            Person.id.in_(chunk), Person.deleted_at.is_(None)
        )
        found.update((key, text) for key, text in session.execute(query))
    return found


def unsure_readings(session: Session) -> list[SearchHit]:
    """Return everybody whose reading is a guess (ふりがな要確認), in 五十音 order."""
    query = select(Person.id).where(Person.kana_guessed, Person.deleted_at.is_(None))
    return search_hits(session, session.scalars(query.order_by(Person.sort_key, Person.id)).all())


def without_consent(
    session: Session, persons: Sequence[PersonId], item: ConsentItem
) -> list[PersonId]:
    """Return those of these people who have not consented, or have withdrawn, in their order."""
    given: set[int] = set()
    for chunk in _chunks(persons):
        query = select(Consent.person_id).where(
            Consent.person_id.in_(chunk), Consent.item == item, Consent.withdrawn_on.is_(None)
        )
        given.update(session.scalars(query))
    return [person for person in persons if person not in given]


def possible_same(
    session: Session, draft: PersonDraft, day: date, other_than: PersonId | None = None
) -> tuple[Candidate, ...]:
    """Return who may be the person being typed in, the surest first."""
    sought = identity_of(draft)
    if not sought.keys:
        return ()
    text = Person.search_text
    named = or_(*(func.instr(text, line(key)) > 0 for key in sorted(sought.keys)))
    query = select(Person.id, text, _iso(Person.birth_date)).where(named)
    likely = {
        key: likeness(sought, identity(found, birth or ""))
        for key, found, birth in session.execute(query.where(Person.deleted_at.is_(None)))
        if key != other_than
    }
    likely = {key: found for key, found in likely.items() if found.level is not Level.OTHER}
    candidates = [Candidate(row, likely[row.id]) for row in people(session, list(likely), day)]
    return tuple(sorted(candidates, key=lambda candidate: -candidate.likeness.level))


def known_by(session: Session, sought: Iterable[Identity]) -> list[Known]:
    """Return everybody who may be one of those sought, in one reading of the table.

    Somebody of whom only a name agrees is left out where both birth dates are known.
    """
    wanted = Wanted(sought)
    query = select(
        Person.id, Person.search_text, _iso(Person.birth_date), Person.deleted_at.is_not(None)
    )
    return [
        Known(PersonId(key), identity(text, birth or ""), binned)
        for key, text, birth, binned in session.execute(query)
        if wanted.holds(text, birth)
    ]


def _text_conditions(text: str) -> list[ColumnElement[bool]]:
    return [
        or_(*(func.instr(Person.search_text, form) > 0 for form in forms)) for forms in terms(text)
    ]


def _iso(column: Any) -> ColumnElement[str]:
    """Return a stored day as its text, which is quicker than a day for a hundred thousand rows."""
    return type_coerce(column, String)


def _chunks(keys: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))


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


def _draft(row: Person) -> PersonDraft:
    return PersonDraft(**{name: getattr(row, name) for name in _FIELDS})


def _hit(row: Person) -> SearchHit:
    draft = _draft(row)
    address = joined_address(row.address_town, row.address_number, row.address_building)
    return SearchHit(PersonId(row.id), draft.name, draft.kana, row.birth_date, address)


def _age(birth: date | None, year: int | None, band: str, day: date) -> tuple[int | None, str]:
    """Return age and 年代区分; of a year alone only the band of the age reached that year."""
    if birth is not None:
        age = age_on(birth, day)
        return age, age_band(age)
    if year is not None:
        return None, age_band(day.year - year)
    return None, band or age_band(None)


def _district_name(session: Session, district: int) -> str:
    return session.scalars(select(District.name).where(District.id == district)).one()
