"""A household (世帯): people who get one letter together, and what stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.contacts.person import PersonId, PersonStatus

_NO_LETTER: Final = frozenset({PersonStatus.MOVED, PersonStatus.DECEASED})


@dataclass(frozen=True, slots=True)
class HouseholdMemberRow:
    """Somebody in a household."""

    person: PersonId
    family_name: str
    given_name: str
    status: PersonStatus

    @property
    def name(self) -> str:
        return "　".join(part for part in (self.family_name, self.given_name) if part)


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household with its members in their order; nobody in the bin is among them."""

    id: int
    members: tuple[HouseholdMemberRow, ...]
    addressee: str
    """What the office wants on the envelope; blank for the names of the members."""

    @property
    def addressed(self) -> tuple[HouseholdMemberRow, ...]:
        """Who is written to: who moved away or died is not."""
        return tuple(one for one in self.members if one.status not in _NO_LETTER)

    @property
    def addressee_text(self) -> str:
        """What stands on the envelope, without 様: 見本　太郎・花子, or full names with ・."""
        if self.addressee:
            return self.addressee
        addressed = self.addressed
        families = {one.family_name for one in addressed}
        if len(families) == 1 and "" not in families:
            given = "・".join(one.given_name for one in addressed if one.given_name)
            return "　".join(part for part in (addressed[0].family_name, given) if part)
        return "・".join(one.name for one in addressed)
