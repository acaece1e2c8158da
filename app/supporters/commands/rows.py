"""Fetching the rows a command works on, or refusing in words when they cannot be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.storage.base import Base
from app.supporters.supporter import SupporterId
from app.supporters.tables import Insurance, Qualification, Supporter

_GONE = "このサポーターは削除されています。一覧から選び直してください。"
_NAMED = 5
RowT = TypeVar("RowT", bound=Base)


def supporter_row(session: Session, supporter: SupporterId) -> Supporter:
    """Return a supporter who is not in the bin, or refuse."""
    return supporter_rows(session, [supporter])[0]


def supporter_rows(session: Session, supporters: Sequence[SupporterId]) -> list[Supporter]:
    """Return these supporters, each once and in their order; refuse one that is gone or binned."""
    keys = list(dict.fromkeys(supporters))
    found: dict[int, Supporter] = {}
    for chunk in chunks(keys):
        found.update((row.id, row) for row in _select(session, chunk))
    if len(found) != len(keys):
        raise Refusal(_GONE)
    rows = [found[key] for key in keys]
    binned = [row for row in rows if row.deleted_at is not None]
    if binned:
        raise Refusal(
            f"{names_of(session, binned)}の登録はごみ箱にあります。"
            "先に「ごみ箱から戻す」を押してください。"
        )
    return rows


def insurance_rows(session: Session, keys: Sequence[int]) -> list[Insurance]:
    """Return these entries of insurance, or refuse."""
    return [_row(session, Insurance, key, "この保険の記録は削除されています。") for key in keys]


def qualification_row(session: Session, key: int) -> Qualification:
    """Return a qualification, or refuse."""
    return _row(session, Qualification, key, "この資格は削除されています。")


def person_row(session: Session, person: PersonId) -> Person:
    """Return a person who can be registered: not in the bin, not merged into somebody else."""
    row = session.get(Person, person)
    if row is None or row.merged_into_id is not None:
        raise Refusal("この人は削除されています。連絡先から選び直してください。")
    if row.deleted_at is not None:
        raise Refusal(
            f"{name_of(row)}さんは連絡先のごみ箱にあります。"
            "先に「連絡先」で「ごみ箱から戻す」を押してください。"
        )
    return row


def name_of(person: Person) -> str:
    """Return the name to use in a sentence about a person."""
    return "　".join(part for part in (person.family_name, person.given_name) if part)


def names_of(session: Session, rows: Sequence[Supporter]) -> str:
    """Return the first few names of supporters for a sentence, and how many more there are."""
    people = [session.get_one(Person, row.person_id) for row in rows[:_NAMED]]
    named = "、".join(f"{name_of(person)}さん" for person in people)
    more = len(rows) - _NAMED
    return f"{named}ほか{more}人" if more > 0 else named


def _select(session: Session, keys: Sequence[int]) -> Sequence[Supporter]:
    return session.scalars(select(Supporter).where(Supporter.id.in_(keys))).all()


def _row(session: Session, kind: type[RowT], key: int, gone: str) -> RowT:
    row = session.get(kind, key)
    if row is None:
        raise Refusal(gone)
    return row
