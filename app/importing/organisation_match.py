"""Is this the same organisation?  Names without legal form, then telephone and address.

One name in two places is two organisations: branches of a federation, a centre in every district.
What is blank on either side says nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from app.contacts.derived import lines
from app.contacts.identity import Level, Likeness, house
from app.contacts.organisation import OrganisationDraft
from app.contacts.organisation_derived import OrganisationLine, organisation_lines

T = TypeVar("T")

_NUMBERS = re.compile(r"[0-9].*")
_MOST = 0.7
"""How much of two names must be the same for one to be the other, misspelt."""

_OTHER = Likeness(Level.OTHER, ())


@dataclass(frozen=True, slots=True)
class OrganisationIdentity:
    """What tells one organisation from another, folded for comparing."""

    names: frozenset[str]
    phones: frozenset[str]
    address: str

    @property
    def place(self) -> str:
        """The address as it is compared, or nothing without a house number."""
        return house(self.address)


def organisation_identity(draft: OrganisationDraft) -> OrganisationIdentity:
    """Return the identity of a record that is not stored yet."""
    return _of(organisation_lines(draft))


def stored_identity(text: str) -> OrganisationIdentity:
    """Return the identity of a stored organisation, from its search text."""
    return _of(lines(text)[OrganisationLine.NAME : OrganisationLine.ADDRESS + 1])


def organisation_likeness(a: OrganisationIdentity, b: OrganisationIdentity) -> Likeness:
    """Return whether two records are the same organisation, with the reasons."""
    if not a.names & b.names:
        return _OTHER
    same = ["名前が同じです"]
    if a.phones & b.phones:
        same.append("電話番号が同じです")
    if _same_place(a, b):
        same.append("住所が同じです")
    if len(same) > 1:
        return Likeness(Level.SAME, tuple(same))
    if a.address and b.address:
        if (a.phones and b.phones) or _town(a) != _town(b):
            return _OTHER
        return Likeness(Level.PERHAPS, (*same, "番地が違います"))
    if a.phones and b.phones:
        return Likeness(Level.PERHAPS, (*same, "電話番号が違います"))
    return Likeness(Level.SAME, tuple(same))


def is_renamed(a: OrganisationIdentity, b: OrganisationIdentity) -> bool:
    """Return whether two records of unlike names are one that was renamed or misspelt.

    Telephone and address must both agree, and most of the name: many share a building.
    """
    return bool(a.phones & b.phones) and _same_place(a, b) and _nearly(a.names, b.names)


def _nearly(names: frozenset[str], others: frozenset[str]) -> bool:
    return any(
        SequenceMatcher(None, name, other, autojunk=False).ratio() >= _MOST
        for name in names
        for other in others
    )


def _of(found: tuple[str, ...] | list[str]) -> OrganisationIdentity:
    name, _, short, phone, fax, address = found
    return OrganisationIdentity(
        frozenset({name, short} - {""}), frozenset({phone, fax} - {""}), address
    )


def _same_place(a: OrganisationIdentity, b: OrganisationIdentity) -> bool:
    return bool(a.address) and (a.address == b.address or (a.place != "" and a.place == b.place))


def _town(identity: OrganisationIdentity) -> str:
    return _NUMBERS.sub("", house(identity.address) or identity.address)


class ByName(Generic[T]):
    """Things with an identity, found by any of their names."""

    def __init__(self) -> None:
        self._named: dict[str, dict[T, OrganisationIdentity]] = defaultdict(dict)

    def add(self, thing: T, identity: OrganisationIdentity) -> None:
        for name in identity.names:
            self._named[name][thing] = identity

    def like(self, sought: OrganisationIdentity) -> list[tuple[T, Likeness]]:
        """Return what may be the one sought, the surest first."""
        known = {
            thing: identity
            for name in sought.names
            for thing, identity in self._named.get(name, {}).items()
        }
        found = [(thing, organisation_likeness(sought, one)) for thing, one in known.items()]
        like = [pair for pair in found if pair[1].level is not Level.OTHER]
        return sorted(like, key=lambda pair: (-pair[1].level, -len(pair[1].reasons)))
