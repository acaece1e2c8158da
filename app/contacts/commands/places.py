"""The order the office gives a master: a new one at the end, moved ones close up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from app.kernel.errors import Refusal
from app.kernel.text import quoted, tidy


class Placed(Protocol):
    """A row of a master."""

    position: int


PlacedT = TypeVar("PlacedT", bound=Placed)


def move_to(rows: Sequence[PlacedT], moved: PlacedT, position: int) -> None:
    """Put one row at a place counted from 1; ``rows`` are all of them in their order."""
    others = [row for row in rows if row is not moved]
    others.insert(max(position - 1, 0), moved)
    for number, row in enumerate(others, start=1):
        if row.position != number:
            row.position = number


def name_for(name: str, what: str, *, taken: bool) -> str:
    """Return a name for a master's row; refuse a blank one or one that is ``taken``."""
    name = tidy(name).text
    if not name:
        text = f"{what}の名前を入力してください。"
        raise Refusal(text, fields={"name": text})
    if taken:
        text = f"{what}{quoted(name)}はすでにあります。"
        raise Refusal(text, fields={"name": text})
    return name
