"""Who meets the conditions of a search, asked of the data base."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, not_, or_, select, true
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.contacts.tables import Organisation, Person
from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled
from app.searching.condition import Comparison, Condition, Search, SearchField, checked_search
from app.searching.queries.hanging import (
    consented,
    follow_up,
    member_kind,
    own_field,
    role,
    tagged,
    took_course,
)
from app.searching.queries.texts import Table, search_text, text

_PLAIN = {
    SearchField.NEIGHBOURHOOD: "neighbourhood",
    SearchField.OCCUPATION: "occupation",
    SearchField.QUALIFICATIONS: "qualifications",
    SearchField.INTERESTS: "interests",
    SearchField.EMAIL: "email",
    SearchField.NOTE: "note",
}


def matching(session: Session, search: Search, today: date) -> Sequence[int]:
    """Return whom a search finds on a day, in 五十音 order, without the bin and what was merged.

    A search without conditions finds everybody.  Raises ``Refusal`` for one that says nothing.
    """
    checked_search(search)
    table = Person if search.subject is Subject.PERSON else Organisation
    wanted = [_condition(session, table, one, today) for one in search.conditions]
    joined = and_(true(), *wanted) if search.match_all or not wanted else or_(false(), *wanted)
    query = (
        select(table.id)
        .where(table.deleted_at.is_(None), joined)
        .order_by(table.sort_key, table.id)
    )
    return session.scalars(query).all()


def _condition(session: Session, table: Table, one: Condition, today: date) -> ColumnElement[bool]:
    field = one.known
    if field is None:
        return own_field(session, table, one, today)
    if (words := _words(table, field)) is not None:
        return text(session, table, words, one)
    if field is SearchField.ROLE:
        return role(session, one, today)
    if field is SearchField.ANYWHERE:
        return search_text(table, one)
    held = _HELD[field](table, one, today)
    return not_(held) if one.comparison is Comparison.IS_NOT else held


def _words(table: Table, field: SearchField) -> tuple[Any, ...] | None:
    """Return the columns a condition on a text looks at."""
    person = table is Person
    if field is SearchField.NAME:
        names = (Person.family_name + Person.given_name, Person.former_name)
        return names if person else (Organisation.name, Organisation.short_name)
    if field is SearchField.KANA:
        return (Person.family_kana + Person.given_kana,) if person else (Organisation.kana,)
    if field is SearchField.ADDRESS:
        return (table.address_town + table.address_number + table.address_building,)
    if field is SearchField.PHONE:
        return (table.phone, Person.mobile) if person else (table.phone,)
    return (getattr(table, _PLAIN[field]),) if field in _PLAIN else None


def _district(table: Table, one: Condition, _today: date) -> ColumnElement[bool]:
    # A blank column compares to neither: somebody without a district is not in this one.
    return func.coalesce(table.district_id, 0) == _number(one.value)


def _age(_table: Table, one: Condition, day: date) -> ColumnElement[bool]:
    least, most = _number(one.value), _number(one.value)
    old_enough = Person.birth_date <= _years_before(day, least)
    young_enough = Person.birth_date > _years_before(day, most + 1)
    if one.comparison is Comparison.AT_LEAST:
        return old_enough
    return young_enough if one.comparison is Comparison.AT_MOST else old_enough & young_enough


def _years_before(day: date, years: int) -> date:
    year = max(day.year - years, 1)
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 2, 28)


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else -1


_HELD: dict[SearchField, Callable[[Table, Condition, date], ColumnElement[bool]]] = {
    SearchField.DISTRICT: _district,
    SearchField.TAG: lambda table, one, _day: tagged(table, _number(one.value)),
    SearchField.STATUS: lambda table, one, _day: _stored(table.status, one.value),
    SearchField.NO_MAIL: lambda table, _one, _day: table.no_mail.is_(True),
    SearchField.FOLLOW_UP: lambda table, _one, _day: follow_up(table),
    SearchField.SEX: lambda _table, one, _day: _stored(Person.sex, one.value),
    SearchField.AGE: _age,
    SearchField.AGE_IN_APRIL: lambda table, one, day: _age(
        table, one, FiscalYear.of(day).first_day
    ),
    SearchField.AGE_ON_DAY: lambda table, one, day: _age(table, one, one.day or day),
    SearchField.BIRTH_MONTH: lambda _table, one, _day: (
        func.coalesce(func.strftime("%m", Person.birth_date), "") == f"{_number(one.value):02d}"
    ),
    SearchField.ATTENDED: lambda _table, one, _day: took_course(one, _number(one.value)),
    SearchField.COMPLETED: lambda _table, one, _day: took_course(one, _number(one.value)),
    SearchField.CONSENT: lambda _table, one, _day: consented(one.value),
    SearchField.MEMBER_KIND: lambda _table, one, day: member_kind(_number(one.value), day),
    SearchField.KIND: lambda _table, one, _day: (
        func.coalesce(Organisation.kind_id, 0) == _number(one.value)
    ),
}


def _stored(column: Any, value: str) -> ColumnElement[bool]:
    """Compare with a stored value whether or not this version knows it."""
    kind: type[Labelled] = column.type.enum_class
    members = [one for one in kind if one.value == value]
    return and_(column.is_not(None), column == members[0]) if members else false()
