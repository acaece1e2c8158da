"""Everybody the office knows, held in memory so that searching keeps up with typing.

What changed since the last look is learned from the change log: a keystroke after one edit reads
one person, not a hundred thousand.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts import queries
from app.contacts.card import Tab
from app.contacts.derived import TAB_TITLES, TABS, matches, terms
from app.contacts.queries import PersonListing
from app.storage.changes import Change, Operation
from app.storage.search import SearchIndex

_LAST = select(func.max(Operation.id))
_TABLE = "person"
_ANY_DAY = date.min
"""Ages play no part in who is listed."""


@dataclass(frozen=True, slots=True)
class Found:
    """The keys of a list in its order, and how many stand under each 五十音 tab without it."""

    keys: Sequence[int]
    tabs: tuple[Tab, ...]


class PeopleIndex:
    """Answers a ``PersonListing`` as the data base would, without asking it for the words.

    May be used from several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen = -1
        self._texts: Mapping[int, str] = {}
        self._order: list[int] = []
        self._rank: dict[int, int] = {}
        self._bounds: list[int] = []
        self._index = SearchIndex(())
        self._last: tuple[PersonListing, Found] | None = None
        self._allowed: dict[PersonListing, tuple[list[int], frozenset[int]]] = {}

    def refresh(self, session: Session) -> None:
        """Take over what was changed since the last look; the first one reads everybody."""
        with self._lock:
            self._refresh(session)

    def find(self, session: Session, listing: PersonListing) -> Found:
        """Return who meets a listing."""
        if listing.binned:
            return Found(listing.keys(session), listing.tabs(session))
        with self._lock:
            self._refresh(session)
            if self._last is None or self._last[0] != listing:
                plain = replace(listing, text="", tab="")
                keys = self._within(session, plain, terms(listing.text))
                self._last = listing, self._under(keys, listing.tab)
            return self._last[1]

    def _refresh(self, session: Session) -> None:
        last = session.execute(_LAST).scalar() or 0
        if last == self._seen:
            return
        changed = self._changed(session) if self._seen >= 0 else None
        self._seen = last
        self._last = None
        if changed is not None and not changed:
            self._allowed.clear()
            return
        if changed is None:
            self._texts = dict(queries.search_entries(session))
            self._order = list(self._texts)
        else:
            self._order = list(PersonListing(_ANY_DAY).keys(session))
            fresh = queries.search_texts(session, sorted(changed))
            known = self._texts
            self._texts = {key: fresh.get(key) or known[key] for key in self._order}
        self._arrange(session)

    def _changed(self, session: Session) -> set[int]:
        query = select(Change.row_id).where(
            Change.operation_id > self._seen, Change.table_name == _TABLE
        )
        return set(session.scalars(query))

    def _arrange(self, session: Session) -> None:
        self._index = SearchIndex(self._texts.items())
        self._rank = {key: place for place, key in enumerate(self._order)}
        self._allowed.clear()
        self._bounds = [0]
        for tab in PersonListing(_ANY_DAY).tabs(session):
            self._bounds.append(self._bounds[-1] + tab.people)

    def _within(
        self, session: Session, plain: PersonListing, asked: tuple[tuple[str, ...], ...]
    ) -> list[int]:
        keys = self._order
        if asked:
            keys = self._index.find(asked[0])
            if asked[1:]:
                texts = self._texts
                keys = [key for key in keys if matches(texts[key], asked[1:])]
        if plain.district_id is None and plain.status is None and plain.tag_id is None:
            return keys
        if plain not in self._allowed:
            listed = list(plain.keys(session))
            self._allowed[plain] = listed, frozenset(listed)
        listed, among = self._allowed[plain]
        return [key for key in keys if key in among] if asked else listed

    def _under(self, keys: list[int], tab: str) -> Found:
        """Cut out a tab; people stand in the order of the tabs, so each is one stretch."""
        rank = self._rank.__getitem__
        cuts = [bisect_left(keys, bound, key=rank) for bound in self._bounds]
        tabs = tuple(
            Tab(TAB_TITLES.get(name, name), cuts[number + 1] - cuts[number])
            for number, name in enumerate(TABS)
        )
        if not tab:
            return Found(keys, tabs)
        number = TABS.index(tab)
        return Found(keys[cuts[number] : cuts[number + 1]], tabs)
