"""Organisations for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.contacts import queries
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId
from app.contacts.organisation_card import OrganisationRow
from app.contacts.queries import OrganisationListing
from app.gui.contacts.person_finder import finder_of
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target


def first_organisations(session: Session, text: str, limit: int) -> Sequence[OrganisationRow]:
    """Return the first organisations that bear a text, in 五十音 order."""
    statement = OrganisationListing(text=text).select_keys().limit(limit)
    return queries.organisations(session, session.scalars(statement).all())


def find_organisations(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find organisations by name, reading, representative, telephone …, the likeliest first."""
    found = store.ask(finder_of(store).keys, Subject.ORGANISATION, text, limit)
    known = {row.id: row for row in store.ask(queries.organisations, list(found.first))}
    rows = (row for key in found.first if (row := known.get(OrganisationId(key))))
    return [Hit(row.name, _detail(row), Target("contacts", "organisation", row.id)) for row in rows]


def _detail(row: OrganisationRow) -> str:
    return "　".join(part for part in (row.kind, row.representative, row.district) if part)
