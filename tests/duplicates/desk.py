"""An office with a few people, and words for what is done with two of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts import queries as contacts_queries
from app.contacts.custom import Subject
from app.contacts.person import PersonDraft, PersonId
from app.duplicates import commands, queries
from app.duplicates.choosing import proposal
from app.storage.base import Base
from app.storage.store import Store

Rows = dict[str, list[tuple[Any, ...]]]


def everything(session: Session) -> Rows:
    """Return every row of the office but the log of operations and the merges themselves."""
    left_out = {"operation", "change", "merge", "merge_piece"}
    found: Rows = {}
    for mapper in Base.registry.mappers:
        table = mapper.local_table
        if table.name not in left_out:  # type: ignore[attr-defined]
            key = inspect(mapper.class_).primary_key[0]
            rows = session.execute(select(table).order_by(key))
            found[table.name] = [tuple(row) for row in rows]  # type: ignore[attr-defined]
    return found


@dataclass
class Desk:
    """A store, with a step in one word each."""

    store: Store

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self.store.do("試す", command, *args, **kwargs).result

    def undone(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do one step and see that undo and redo are exact."""
        before = self.store.ask(everything)
        result = self.do(command, *args, **kwargs)
        after = self.store.ask(everything)
        self.store.undo()
        assert self.store.ask(everything) == before
        self.store.redo()
        assert self.store.ask(everything) == after
        return result

    def ask(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self.store.ask(query, *args, **kwargs)

    def person(self, family: str, given: str, **values: Any) -> PersonId:
        draft = PersonDraft(family_name=family, given_name=given, **values)
        return PersonId(self.do(contacts.add_person, draft))

    def draft(self, person: PersonId) -> PersonDraft:
        found: PersonDraft = self.ask(contacts_queries.drafts, [person])[person]
        return found

    def merge(self, kept: PersonId, merged: PersonId, values: PersonDraft | None = None) -> int:
        if values is None:
            values = proposal(self.draft(kept), self.draft(merged))
        key: int = self.undone(commands.merge, Subject.PERSON, kept, merged, values)
        return key

    def take_back(self, merge: int) -> None:
        self.undone(commands.take_back, merge)

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        return self.ask(everything)[table]

    def pairs(self) -> list[tuple[int, int]]:
        found = self.ask(queries.candidates, Subject.PERSON)
        return [(pair.a, pair.b) for pair in found if pair.proposed]
