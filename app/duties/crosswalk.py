"""In which category of every scheme an entry falls, by its duty and kind (section 1.9).

A crossing with a kind of activity goes before the one of the duty alone; where neither is said
the entry is 未分類.  So each entry falls into exactly one category of each scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.duties.duty import CategoryId, CategoryRow, SchemeId

UNSORTED = CategoryId(0)


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A scheme with its categories in their order."""

    id: SchemeId
    name: str
    categories: tuple[CategoryRow, ...]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The schemes, and for (duty, scheme, kind or nothing) the category."""

    schemes: tuple[SchemeRow, ...]
    crossings: Mapping[tuple[int, int, int | None], CategoryId]

    def category(self, duty: int, kind: int | None, scheme: SchemeId) -> CategoryRow:
        """Return where an entry falls in a scheme."""
        key = self.crossings.get((duty, scheme, kind))
        if key is None:
            key = self.crossings.get((duty, scheme, None), UNSORTED)
        known = next(one.categories for one in self.schemes if one.id == scheme)
        return next((one for one in known if one.id == key), unsorted(scheme))


def unsorted(scheme: SchemeId) -> CategoryRow:
    """Return the category of what the crosswalk says nothing of."""
    return CategoryRow(UNSORTED, scheme, "－", "未分類", 0)
