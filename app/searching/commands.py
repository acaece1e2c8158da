"""What a user can do to saved searches.  Each function is one step of undo."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.searching.condition import Search, checked_search, to_json
from app.searching.tables import SavedSearch


def save_search(session: Session, name: str, search: Search) -> int:
    """Keep a search under a name, at the end of the list, and return its key."""
    last = session.scalars(select(func.max(SavedSearch.position))).one()
    row = SavedSearch(
        name=_name(session, name, None),
        subject=search.subject,
        conditions=to_json(checked_search(search)),
        position=(last or 0) + 1,
    )
    session.add(row)
    session.flush()
    return row.id


def change_search(session: Session, key: int, search: Search) -> None:
    """Let a saved search ask something else."""
    row = _row(session, key)
    row.subject = search.subject
    row.conditions = to_json(checked_search(search))


def rename_search(session: Session, key: int, name: str) -> None:
    """Give a saved search another name."""
    _row(session, key).name = _name(session, name, key)


def remove_search(session: Session, key: int) -> None:
    """Delete a saved search; whom it found is not touched."""
    session.delete(_row(session, key))


def _row(session: Session, key: int) -> SavedSearch:
    row = session.get(SavedSearch, key)
    if row is None:
        raise Refusal("この保存した条件は削除されています。")
    return row


def _name(session: Session, name: str, own: int | None) -> str:
    plain = tidy(name).text
    if not plain:
        raise Refusal("保存する名前を入力してください。")
    found = session.scalars(select(SavedSearch.id).where(SavedSearch.name == plain)).one_or_none()
    if found not in (None, own):
        raise Refusal(f"「{plain}」という名前の条件がすでにあります。別の名前にしてください。")
    return plain
