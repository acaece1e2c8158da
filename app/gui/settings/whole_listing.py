"""Short lists that a query returns whole, as listings that a list view can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

R = TypeVar("R")


@dataclass(frozen=True)
class WholeListing(Generic[R]):
    """What ``query`` returns; every row has an ``id``."""

    query: Callable[[Session], Sequence[R]]
    tables: frozenset[str]

    def keys(self, session: Session) -> Sequence[int]:
        return [_id(row) for row in self.query(session)]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, R]:
        wanted = set(keys)
        return {_id(row): row for row in self.query(session) if _id(row) in wanted}


def _id(row: Any) -> int:
    return int(row.id)
