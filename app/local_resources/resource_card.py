"""A resource as pages, lists and documents read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.contacts.card import joined_address
from app.local_resources.freshness import age_text
from app.local_resources.local_resource import (
    ConfirmationDraft,
    LocalResourceDraft,
    LocalResourceId,
    ResourceStatus,
    View,
)
from app.local_resources.open_days import OpenDay
from app.local_resources.opening import Opening
from app.local_resources.publication import Contact, findings


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One line of a list of resources."""

    id: LocalResourceId
    name: str
    kana: str
    kind: str
    organisation: str
    district: str
    city_wide: bool
    address: str
    venue: str
    opening: str
    phone: str
    """The number of the office's own list, or else the public one."""
    view: View
    status: ResourceStatus
    takes_supporters: bool
    supporters_wanted: int | None
    has_place: bool
    """Whether it has coordinates."""
    confirmed_on: date | None
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConfirmationRow:
    """One confirmation, or the attempt of one."""

    id: int
    confirmation: ConfirmationDraft


@dataclass(frozen=True, slots=True)
class ResourceCard:
    """Everything about one resource; ``stale`` is that of the day the card was asked for."""

    id: LocalResourceId
    draft: LocalResourceDraft
    openings: tuple[Opening, ...]
    kind: str
    organisation: str
    district: str
    day: date
    confirmed_on: date | None
    stale: bool
    confirmations: tuple[ConfirmationRow, ...]
    """The newest first."""
    deleted_at: datetime | None

    @property
    def address(self) -> str:
        """The address in one line, the building set apart by a full-width space."""
        draft = self.draft
        return joined_address(draft.address_town, draft.address_number, draft.address_building)

    @property
    def confirmed(self) -> str:
        """How long ago it was confirmed."""
        return age_text(self.confirmed_on, self.day)

    @property
    def findings(self) -> Mapping[str, str]:
        """By field, what keeps it or a part of it off the public list."""
        return findings(self.draft)


@dataclass(frozen=True, slots=True)
class StaleResource:
    """A call to make: what was not confirmed for long, and when nobody answered since."""

    row: ResourceRow
    contact: Contact
    attempts: tuple[ConfirmationRow, ...]
    """Those without answer since the last confirmation, the newest first."""


@dataclass(frozen=True, slots=True)
class ListedResource:
    """A resource as one kind of reader may see it."""

    id: LocalResourceId
    name: str
    kana: str
    kind: str
    organisation: str
    district_id: int | None
    district: str
    city_wide: bool
    town: str
    address: str
    venue: str
    content: str
    opening: str
    target: str
    fee: str
    application: str
    winter_break: str
    contact: Contact
    website: str
    status: ResourceStatus
    view: View
    takes_supporters: bool
    latitude: float | None
    longitude: float | None
    confirmed_on: date | None
    stale: bool
    note: str
    """What the office noted; blank for readers outside."""


@dataclass(frozen=True, slots=True)
class ResourceDay:
    """A day on which a resource opens."""

    resource: LocalResourceId
    name: str
    venue: str
    district: str
    takes_supporters: bool
    on: OpenDay
