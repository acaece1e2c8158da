"""People and organisations for a field in which one is chosen by typing."""

from __future__ import annotations

from datetime import date

from app.contacts import queries
from app.contacts.queries import PersonListing
from app.gui.contacts.organisation_finder import first_organisations
from app.gui.contacts.people_list import index_of
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.person_picker import NEW, SHOWN, Choice
from app.kernel.wareki import format_day


def people_found(store: ObservableStore, text: str, without: int | None = None) -> list[Choice]:
    """Return the people that bear a text, but for one."""
    found = store.ask(index_of(store).find, PersonListing(date.min, text=text))
    keys = [key for key in found.keys[: SHOWN + 1] if key != without]
    hits = store.ask(queries.search_hits, keys[:SHOWN])
    return [Choice(hit.id, hit.name, _detail(hit.kana, hit.birth_date)) for hit in hits]


def organisations_found(store: ObservableStore, text: str) -> list[Choice]:
    """Return the organisations that bear a text, and last the choice to write it down anew."""
    rows = store.ask(first_organisations, text, SHOWN - 1)
    found = [Choice(row.id, row.name, row.kind) for row in rows]
    if all(row.name != text for row in rows):
        found.append(Choice(NEW, f"「{text}」を新しい団体として追加する"))
    return found


def _detail(kana: str, born: date | None) -> str:
    day = "" if born is None else f"{format_day(born)}生まれ"
    return "　".join(part for part in (kana, day) if part)
