"""What is held in memory of every record of a kind: place in the list and search text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.contacts.tables import Organisation, Person

Entry = tuple[int, str, str]
"""Key, sort key and search text."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The records of a class that has ``sort_key``, ``search_text`` and a bin."""

    kind: Any

    @property
    def table(self) -> str:
        """The table whose changes concern them."""
        return str(self.kind.__tablename__)

    def all(self, session: Session) -> Iterator[Entry]:
        """Give every one not in the bin, in the order of the list; nothing that was merged."""
        query = self._select().order_by(self.kind.sort_key, self.kind.id)
        return map(_entry, session.execute(query))

    def some(self, session: Session, keys: Sequence[int]) -> Iterator[Entry]:
        """Give those of these that are not in the bin."""
        for chunk in chunks(keys):
            query = self._select().where(self.kind.id.in_(chunk))
            yield from map(_entry, session.execute(query))

    def _select(self) -> Select[int, str, str]:
        kind = self.kind
        return select(kind.id, kind.sort_key, kind.search_text).where(kind.deleted_at.is_(None))


PEOPLE: Final = Entries(Person)
ORGANISATIONS: Final = Entries(Organisation)


def _entry(row: Row[int, str, str]) -> Entry:
    key, place, text = row
    return key, place, text
