"""A tag (グループ・タグ), and who bears it."""

from __future__ import annotations

from dataclasses import dataclass

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag, with how many people and organisations outside the bin bear it."""

    id: int
    name: str
    people: int
    organisations: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Who bears a tag, in the order of the lists."""

    people: tuple[PersonId, ...]
    organisations: tuple[OrganisationId, ...]
