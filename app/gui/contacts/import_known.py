"""What is known already of the record that a row of an import is, or may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.contacts import queries
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.gui.framework.observable_store import ObservableStore
from app.importing.planned import PlannedRow
from app.kernel.wareki import format_day
from app.local_resources.queries import resources


def known(store: ObservableStore, subject: Subject, row: PlannedRow[Any], today: date) -> str:
    """Return the stored record in one line; nothing where there is none."""
    if row.record is None:
        return ""
    if subject is Subject.PERSON:
        parts = _person(store, PersonId(row.record), today)
    elif subject is Subject.ORGANISATION:
        parts = _organisation(store, OrganisationId(row.record))
    else:
        parts = _resource(store, row.record)
    return "　".join(part for part in parts if part)


def _person(store: ObservableStore, key: PersonId, today: date) -> list[str]:
    for one in store.ask(queries.people, [key], today):
        born = "" if one.birth_date is None else f"{format_day(one.birth_date)}生まれ"
        return [one.name, one.kana, born, one.address, one.phone]
    return []


def _organisation(store: ObservableStore, key: OrganisationId) -> list[str]:
    for one in store.ask(queries.organisations, [key]):
        return [one.name, one.kana, one.kind, one.address, one.phone]
    return []


def _resource(store: ObservableStore, key: int) -> list[str]:
    for one in store.ask(resources, [key]):
        return [one.name, one.kana, one.kind, one.venue, one.address, one.opening, one.phone]
    return []
