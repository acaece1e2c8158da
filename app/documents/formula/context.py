"""What a function may ask of the place where its formula stands."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from app.documents.formula.grid import Grid, Place
from app.documents.formula.scalars import Scalar
from app.documents.formula.tree import Node
from app.documents.formula.values import Array, Value


class Context(Protocol):
    """One formula under evaluation."""

    grid: Grid
    place: Place

    @property
    def from_1904(self) -> bool:
        """Return whether days count from 1904."""

    @property
    def moment(self) -> datetime | None:
        """Return the time that NOW gives, where it is known."""

    def value(self, node: Node) -> Value:
        """Evaluate a part of the formula; references stay references."""

    def single(self, node: Node) -> Scalar | Array:
        """Evaluate a part of the formula to one value, or to an array where that is meant."""

    def resolved(self, text: str) -> Value:
        """Return what a text names, as ``INDIRECT`` reads it."""

    def reading(self, text: str) -> str:
        """Return how a text is read aloud, where that is stored."""

    def sheet_number(self, name: str) -> int:
        """Return a sheet's place in the workbook, from 1."""
