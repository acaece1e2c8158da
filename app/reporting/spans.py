"""当月 and 累計: the same thing for a month and for the fiscal year up to the end of that month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.kernel.figure import Figure

PartT = TypeVar("PartT")
OtherT = TypeVar("OtherT")

MONTH, YEAR = "_当月", "_累計"
"""How fields for single cells of fixed forms end: 「訪問_当月」, 「訪問_累計」."""


@dataclass(frozen=True, slots=True)
class Spans(Generic[PartT]):
    """Something of the month, and the same of April to the end of the month."""

    month: PartT
    year: PartT

    def of(self, take: Callable[[PartT], OtherT]) -> Spans[OtherT]:
        """Return a part of both."""
        return Spans(take(self.month), take(self.year))


Pair = Spans[Figure]


def flat(pairs: Mapping[str, Pair]) -> dict[str, Any]:
    """Return two fields for each pair: ``name_当月`` and ``name_累計``."""
    found: dict[str, Any] = {}
    for name, pair in pairs.items():
        found[name + MONTH] = pair.month.count
        found[name + YEAR] = pair.year.count
    return found
