"""An organisation, and who belongs to it, as pages, lists and documents read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.contacts.card import joined_address
from app.contacts.custom import CustomValueRow
from app.contacts.organisation import (
    AffiliationDraft,
    OrganisationDraft,
    OrganisationId,
    OrganisationStatus,
    Reach,
)
from app.contacts.person import PersonId
from app.contacts.tag import TagRow
from app.contacts.term import TermState, term_state


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One line of a list of organisations."""

    id: OrganisationId
    name: str
    short_name: str
    kana: str
    legal_form: str
    kind: str
    representative: str
    """Title and name, as far as known."""
    phone: str
    postal_code: str
    address: str
    district: str
    reach: Reach
    status: OrganisationStatus
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class OrganisationKindRow:
    """One 団体種別 of the master."""

    id: int
    name: str
    position: int
    retired: bool
    organisations: int
    """How many bear it, those in the bin among them."""


@dataclass(frozen=True, slots=True)
class AffiliationRow:
    """One affiliation, seen from the person or from the organisation."""

    id: int
    person: PersonId
    person_name: str
    person_kana: str
    person_phone: str
    organisation: OrganisationId
    organisation_name: str
    draft: AffiliationDraft

    @property
    def role(self) -> str:
        return self.draft.role

    @property
    def starts_on(self) -> date | None:
        return self.draft.starts_on

    @property
    def ends_on(self) -> date | None:
        return self.draft.ends_on

    @property
    def is_main(self) -> bool:
        return self.draft.is_main

    def state(self, day: date) -> TermState:
        """Return whether the term runs on a day."""
        return term_state(self.draft.starts_on, self.draft.ends_on, day)


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """Everything about one organisation; who belongs to it as on the day it was asked for."""

    id: OrganisationId
    draft: OrganisationDraft
    kind: str
    district: str
    day: date
    affiliations: tuple[AffiliationRow, ...]
    tags: tuple[TagRow, ...]
    own: tuple[CustomValueRow, ...]
    deleted_at: datetime | None

    @property
    def address(self) -> str:
        """The address in one line, the building set apart by a full-width space."""
        draft = self.draft
        return joined_address(draft.address_town, draft.address_number, draft.address_building)
