"""Whose something is: a person's, an organisation's, or (a note only) both."""

from __future__ import annotations

from dataclasses import dataclass

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId


@dataclass(frozen=True, slots=True)
class Owner:
    """One of the two, for queries that ask for either."""

    person: PersonId | None = None
    organisation: OrganisationId | None = None

    def __post_init__(self) -> None:
        if (self.person is None) == (self.organisation is None):
            raise TypeError("name a person or an organisation, not both")
