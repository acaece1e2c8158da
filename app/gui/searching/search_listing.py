"""Whom a search finds, as a list of the window that stays up to date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.searching import queries
from app.searching.condition import Search

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TABLES = frozenset(
    {
        "person", "organisation", "district", "organisation_kind", "tag", "tagging", "consent",
        "affiliation", "custom_field", "custom_value", "contact_note", "enrollment",
        "attendance", "course",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SearchListing:
    """A search as on a day; one that cannot be asked any more finds nobody."""

    search: Search
    day: date

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        try:
            return queries.matching(session, self.search, self.day)
        except Refusal:
            return ()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, Any]:
        if self.search.subject is Subject.PERSON:
            people = contacts.people(session, [PersonId(key) for key in keys], self.day)
            return {row.id: row for row in people}
        rows = contacts.organisations(session, [OrganisationId(key) for key in keys])
        return {row.id: row for row in rows}
