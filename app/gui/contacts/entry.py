"""What the form of a person holds: the record, what they need, and how their district is set."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from app.contacts.card import PersonCard
from app.contacts.person import Consideration, PersonDraft

AUTOMATIC = "automatic"
"""The district follows from the town."""


@dataclass(frozen=True, slots=True)
class PersonEntry(PersonDraft):
    """A ``PersonDraft`` with everything else that is written in the same form."""

    district: int | str | None = AUTOMATIC
    hearing: bool = False
    wheelchair: bool = False
    pickup: bool = False
    detail: str = ""

    @property
    def draft(self) -> PersonDraft:
        """The record of the person."""
        values = {field.name: getattr(self, field.name) for field in fields(PersonDraft)}
        chosen = self.district
        fixed = chosen != AUTOMATIC
        district = chosen if isinstance(chosen, int) else None
        return replace(PersonDraft(**values), district_id=district, district_fixed=fixed)

    @property
    def needs(self) -> Consideration:
        """What the person needs to take part."""
        return Consideration(self.hearing, self.wheelchair, self.pickup, self.detail)


def entry_of(card: PersonCard) -> PersonEntry:
    """Return a stored person as the form shows them."""
    draft, needs = card.draft, card.consideration
    values = {field.name: getattr(draft, field.name) for field in fields(PersonDraft)}
    return PersonEntry(
        **values,
        district=draft.district_id if draft.district_fixed else AUTOMATIC,
        hearing=needs.hearing,
        wheelchair=needs.wheelchair,
        pickup=needs.pickup,
        detail=needs.detail,
    )
