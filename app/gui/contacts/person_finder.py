"""People for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from app.contacts import queries
from app.contacts.card import SearchHit
from app.contacts.custom import Subject
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.kernel.wareki import format_day
from app.searching.find import RecordFinder

_finders: WeakKeyDictionary[Any, RecordFinder] = WeakKeyDictionary()


def finder_of(store: ObservableStore) -> RecordFinder:
    """Return the records of an office in memory, the same for every search of the window."""
    return _finders.setdefault(store.plain, RecordFinder())


def find_people(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find people by name, reading, romaji, telephone, address …, the likeliest first."""
    found = store.ask(finder_of(store).keys, Subject.PERSON, text, limit)
    hits = store.ask(queries.search_hits, list(found.first))
    return [Hit(hit.name, _detail(hit), Target("contacts", "person", hit.id)) for hit in hits]


def _detail(hit: SearchHit) -> str:
    born = "" if hit.birth_date is None else f"{format_day(hit.birth_date)}生まれ"
    return "　".join(part for part in (hit.kana, born, hit.address) if part)
