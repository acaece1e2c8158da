"""Everybody on a list, held in memory in its order with what a search looks at.

What changed since the last look is learned from the change log: a keystroke after one edit reads
one record, not a hundred thousand, and puts it in its new place.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts.derived import matches, tab_code
from app.contacts.queries.entries import Entries, Entry
from app.storage.changes import Change, Operation
from app.storage.search import SearchIndex

_LAST = select(func.max(Operation.id))
_MANY = 5_000
"""So many changes are read sooner with everybody else."""


class EntryIndex:
    """The records of one kind that are not in the bin.  For one thread at a time."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._seen = -1
        self._places: dict[int, str] = {}
        self._index = SearchIndex(())
        self.order: list[int] = []

    @property
    def texts(self) -> Mapping[int, str]:
        """The search texts by key, in the order of the list."""
        return self._index.texts

    def refresh(self, session: Session) -> frozenset[int] | None:
        """Take over what was changed since the last look, and return whom it may concern.

        None says that there was nothing to look for; the first look reads everybody.
        """
        last = session.execute(_LAST).scalar() or 0
        if last == self._seen:
            return None
        changed = self._changed(session) if self._seen >= 0 else set()
        if self._seen < 0 or len(changed) > _MANY:
            self._read_all(session)
        else:
            self._take_over(changed, self._entries.some(session, sorted(changed)))
        self._seen = last
        return frozenset(changed)

    def find(self, asked: tuple[tuple[str, ...], ...]) -> list[int]:
        """Return whose text meets every group of ``terms``, in the order of the list."""
        if not asked:
            return self.order
        keys = self._index.find(asked[0])
        if not asked[1:]:
            return keys
        texts = self.texts
        return [key for key in keys if matches(texts[key], asked[1:])]

    def first(self, asked: tuple[tuple[str, ...], ...], limit: int) -> tuple[list[int], bool]:
        """Return the first of these keys, and whether they are all there are."""
        if len(asked) == 1:
            return self._index.first(asked[0], limit)
        found = self.find(asked)
        return found[:limit], len(found) <= limit

    def cut(self, keys: list[int], tab: str) -> int:
        """Return where a tab begins among keys in the order of the list."""
        return bisect_left(keys, tab_code(tab), key=self._places.__getitem__)

    def _changed(self, session: Session) -> set[int]:
        query = select(Change.row_id).where(
            Change.operation_id > self._seen, Change.table_name == self._entries.table
        )
        return set(session.scalars(query))

    def _read_all(self, session: Session) -> None:
        entries = list(self._entries.all(session))
        self._places = {key: place for key, place, _ in entries}
        self.order = list(self._places)
        self._index = SearchIndex((key, text) for key, _, text in entries)

    def _take_over(self, changed: set[int], fresh: Iterable[Entry]) -> None:
        """Put the new texts in; only who moved, came or went makes the list be laid out anew."""
        places, moved = self._places, dict.fromkeys(changed & self._places.keys(), ("", ""))
        for key, place, text in fresh:
            if places.get(key) == place:
                del moved[key]
                if self.texts[key] != text:
                    self._index.update(key, text)
            else:
                moved[key] = place, text
        if moved:
            self._move(moved)

    def _move(self, moved: Mapping[int, tuple[str, str]]) -> None:
        order = [key for key in self.order if key not in moved]
        texts = dict(self.texts)
        for key, (place, text) in moved.items():
            if place:
                self._places[key] = place
                texts[key] = text
                insort(order, key, key=self._order_key)
            else:
                del self._places[key]
        self.order = order
        self._index = SearchIndex((key, texts[key]) for key in order)

    def _order_key(self, key: int) -> tuple[str, int]:
        return self._places[key], key
