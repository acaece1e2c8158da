"""A long list, read a window at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

RowT = TypeVar("RowT", covariant=True)


class Listing(Protocol[RowT]):
    """A filtered, sorted list: first every key, then the rows that are looked at.

    A hundred thousand keys take a quarter of a second and four megabytes; their
    rows would take ten times both.  Keys also pin the order, so a row that changes
    while the list is open does not make its neighbours jump.
    """

    @property
    def tables(self) -> frozenset[str]:
        """The tables a change to which makes this list out of date."""

    def keys(self, session: Session) -> Sequence[int]:
        """Return the key of every row, in order."""

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, RowT]:
        """Return the rows with these keys."""
