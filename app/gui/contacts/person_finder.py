"""People for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from datetime import date

from app.contacts import queries
from app.contacts.card import SearchHit
from app.contacts.queries import PersonListing
from app.gui.contacts.people_list import index_of
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.kernel.wareki import format_day


def find_people(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find people by name, reading, romaji, telephone or address, in 五十音 order."""
    found = store.ask(index_of(store).find, PersonListing(date.min, text=text))
    hits = store.ask(queries.search_hits, list(found.keys[:limit]))
    return [Hit(hit.name, _detail(hit), Target("contacts", "person", hit.id)) for hit in hits]


def _detail(hit: SearchHit) -> str:
    born = "" if hit.birth_date is None else f"{format_day(hit.birth_date)}生まれ"
    return "　".join(part for part in (hit.kana, born, hit.address) if part)
