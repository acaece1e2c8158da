"""A person as pages, lists and documents read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.contacts.person import (
    ConsentDraft,
    Consideration,
    PersonDraft,
    PersonId,
    PersonStatus,
    Sex,
)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of a list of people.  ``age`` is that of the day the list was asked for."""

    id: PersonId
    name: str
    kana: str
    kana_guessed: bool
    sex: Sex | None
    birth_date: date | None
    age: int | None
    age_band: str
    phone: str
    """Telephone, or else mobile."""
    address: str
    district: str
    neighbourhood: str
    status: PersonStatus
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One consent on a person's card."""

    id: int
    consent: ConsentDraft


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything about one person; ``age`` is that of the day the card was asked for."""

    id: PersonId
    draft: PersonDraft
    age: int | None
    age_band: str
    district: str
    consideration: Consideration
    consents: tuple[ConsentRow, ...]
    deleted_at: datetime | None

    @property
    def address(self) -> str:
        """The address in one line, the building set apart by a full-width space."""
        return one_line_address(self.draft)


@dataclass(frozen=True, slots=True)
class Tab:
    """One 五十音 tab: what it says and how many people stand under it."""

    title: str
    people: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One person found by a search."""

    id: PersonId
    name: str
    kana: str
    birth_date: date | None
    address: str


def one_line_address(draft: PersonDraft) -> str:
    """Return town and number in one, and the building after a full-width space."""
    return joined_address(draft.address_town, draft.address_number, draft.address_building)


def joined_address(town: str, number: str, building: str) -> str:
    """Return the three parts of an address as one line."""
    return "　".join(part for part in (town + number, building) if part)
