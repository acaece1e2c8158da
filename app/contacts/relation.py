"""What two people are to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.contacts.person import PersonId
from app.kernel.labelled import Labelled


class RelationKind(Labelled):
    """What the other person is to this one."""

    SPOUSE = "spouse", "配偶者"
    PARENT = "parent", "親"
    CHILD = "child", "子"
    SIBLING = "sibling", "兄弟姉妹"
    RELATIVE = "relative", "親族"
    INTRODUCER = "introducer", "紹介者"
    NEIGHBOUR = "neighbour", "近隣"
    FRIEND = "friend", "友人・知人"
    OTHER = "other", "その他"


INTRODUCED: Final = "紹介した人"
"""What somebody is to their introducer: a relation that has one direction only."""

_INVERSE: Final = {
    RelationKind.PARENT: RelationKind.CHILD,
    RelationKind.CHILD: RelationKind.PARENT,
    RelationKind.INTRODUCER: None,
}


def inverse(kind: RelationKind) -> RelationKind | None:
    """Return what this person is to the other one; nothing where it has one direction only."""
    return _INVERSE.get(kind, kind)


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation as the card of one of the two shows it: ``other`` is their ``label``."""

    id: int
    other: PersonId
    name: str
    kana: str
    kind: RelationKind
    label: str
    note: str
