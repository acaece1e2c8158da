"""Conditions on texts: compared folded, as the search box does, so ﾜﾀﾅﾍﾞ finds 渡辺's わたなべ."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_, select
from sqlalchemy.orm import Session

from app.contacts.derived import terms
from app.contacts.tables import Organisation, Person
from app.kernel.folding import fold, query_forms
from app.searching.condition import Comparison, Condition

Table = type[Person] | type[Organisation]


def text(
    session: Session, table: Table, columns: Sequence[Any], one: Condition
) -> ColumnElement[bool]:
    """Return the condition that any of these columns compares so with the value."""
    blank = and_(*(column == "" for column in columns))
    if one.comparison is Comparison.EMPTY:
        return blank
    if one.comparison is Comparison.FILLED:
        return not_(blank)
    held = among(table, _holding(session, table, columns, one))
    return not_(held) if one.comparison is Comparison.LACKS else held


def search_text(table: Table, one: Condition) -> ColumnElement[bool]:
    """Return the condition that the whole record bears every word, or does not."""
    words = [
        or_(*(func.instr(table.search_text, form) > 0 for form in forms))
        for forms in terms(one.value)
    ]
    held = and_(table.id > 0, *words)
    return not_(held) if one.comparison is Comparison.LACKS else held


def among(table: Table, keys: Iterable[int]) -> ColumnElement[bool]:
    """Return the condition to be one of these, however many they are."""
    listed = func.json_each(json.dumps(list(keys))).table_valued("value")
    return table.id.in_(select(listed.c.value))


def compares(value: str, one: Condition) -> bool:
    """Return whether a text holds the value of a condition, or is it."""
    folded = fold(value)
    if one.comparison is Comparison.IS:
        return folded == fold(one.value)
    return any(form in folded for form in query_forms(one.value))


def _holding(session: Session, table: Table, columns: Sequence[Any], one: Condition) -> list[int]:
    # What a column holds, the search text holds too: only those have to be looked at.
    forms = query_forms(one.value)
    near = or_(table.id < 0, *(func.instr(table.search_text, form) > 0 for form in forms))
    found = session.execute(select(table.id, *columns).where(near))
    return [row[0] for row in found if any(compares(value, one) for value in row[1:])]
