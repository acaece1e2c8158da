"""The saved searches."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.kernel.errors import Refusal
from app.searching.condition import Search, from_json
from app.searching.tables import SavedSearch


@dataclass(frozen=True, slots=True)
class SavedSearchRow:
    """A saved search as a list of them shows it."""

    id: int
    name: str
    subject: Subject


def saved_searches(session: Session) -> tuple[SavedSearchRow, ...]:
    """Return the saved searches in the order the office gave them."""
    query = select(SavedSearch).order_by(SavedSearch.position, SavedSearch.id)
    return tuple(SavedSearchRow(row.id, row.name, row.subject) for row in session.scalars(query))


def saved_search(session: Session, key: int) -> tuple[str, Search]:
    """Return the name of a saved search and what it asks; ``Refusal`` if it was removed."""
    row = session.get(SavedSearch, key)
    if row is None:
        raise Refusal("この保存した条件は削除されています。")
    return row.name, from_json(row.subject, row.conditions)


def search_named(session: Session, text: str) -> int:
    """Return the key of the saved search with this name or number.

    Raises ``Refusal`` with the names there are.
    """
    rows = saved_searches(session)
    for row in rows:
        if text.strip() in (row.name, str(row.id)):
            return row.id
    if not rows:
        raise Refusal("保存した条件がありません。「さがす」で条件を保存してから使ってください。")
    names = "、".join(f"{row.id}（{row.name}）" for row in rows)
    raise Refusal(f"保存した条件「{text}」はありません。使えるのは {names} です。")
