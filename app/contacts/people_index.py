"""Everybody the office knows, held in memory so that searching keeps up with typing."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.contacts.card import Tab
from app.contacts.derived import TAB_TITLES, TABS, terms
from app.contacts.entry_index import EntryIndex
from app.contacts.queries import PEOPLE, PersonListing


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
        self._entries = EntryIndex(PEOPLE)
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
                # Ages play no part in who is listed.
                plain = replace(listing, day=date.min, text="", tab="")
                keys = self._within(session, plain, terms(listing.text))
                self._last = listing, self._under(keys, listing.tab)
            return self._last[1]

    def first(self, session: Session, listing: PersonListing, limit: int) -> Sequence[int]:
        """Return the first of the keys of a listing, fewer than ``limit`` if there are no more.

        Where only words narrow it, nobody else is looked at: ``find`` looks at everybody.
        """
        if listing == PersonListing(listing.day, listing.text):
            with self._lock:
                self._refresh(session)
                return self._entries.first(terms(listing.text), limit)[0]
        return self.find(session, listing).keys[:limit]

    def _refresh(self, session: Session) -> None:
        if self._entries.refresh(session) is not None:
            self._last = None
            self._allowed.clear()

    def _within(
        self, session: Session, plain: PersonListing, asked: tuple[tuple[str, ...], ...]
    ) -> list[int]:
        keys = self._entries.find(asked)
        if plain.district_id is None and plain.status is None and plain.tag_id is None:
            return keys
        if plain not in self._allowed:
            listed = list(plain.keys(session))
            self._allowed[plain] = listed, frozenset(listed)
        listed, among = self._allowed[plain]
        return [key for key in keys if key in among] if asked else listed

    def _under(self, keys: list[int], tab: str) -> Found:
        """Cut out a tab; people stand in the order of the tabs, so each is one stretch."""
        cuts = [*(self._entries.cut(keys, name) for name in TABS), len(keys)]
        tabs = tuple(
            Tab(TAB_TITLES.get(name, name), cuts[number + 1] - cuts[number])
            for number, name in enumerate(TABS)
        )
        if not tab:
            return Found(keys, tabs)
        number = TABS.index(tab)
        return Found(keys[cuts[number] : cuts[number + 1]], tabs)
