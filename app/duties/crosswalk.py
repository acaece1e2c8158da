"""The crosswalk: where a duty and a kind of activity belong in every other classification.

What is said of a duty holds for all its kinds of activity; what is said of a duty with a kind
goes before it.  Where nothing is said an entry is 未分類, so that each scheme holds every entry
exactly once (section 1.9 of the domain description).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.duties.duty import CategoryId, CategoryRow, SchemeId

UNSORTED = "未分類"


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A classification with its categories in their order."""

    id: SchemeId
    name: str
    categories: tuple[CategoryRow, ...]

    @property
    def unsorted(self) -> CategoryRow:
        """What entries fall into that the crosswalk says nothing of; it has no key of a row."""
        position = max((one.position for one in self.categories), default=0) + 1
        return CategoryRow(CategoryId(0), self.id, "", UNSORTED, position)


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """What is said, by duty, kind of activity (none: all others of the duty) and scheme."""

    schemes: tuple[SchemeRow, ...]
    said: Mapping[tuple[int, int | None, int], CategoryRow]

    def category(self, duty_id: int, kind_id: int | None, scheme_id: int) -> CategoryRow:
        """Return the one category of a scheme a duty with a kind of activity falls into."""
        for kind in (kind_id, None):
            found = self.said.get((duty_id, kind, scheme_id))
            if found is not None:
                return found
        return next(one for one in self.schemes if one.id == scheme_id).unsorted
