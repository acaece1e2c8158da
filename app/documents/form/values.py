"""The values a form is filled with: what they may be, and how a tag's path finds one.

Besides text, numbers, days and truth values a value may be ``STRIKE`` (the cell is
struck out), a mapping of further names, or a list of mappings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import NoneType

from app.documents.form.tags import Step
from app.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class Picture:
    """A value that is a picture, as a file's bytes; it fills the cell of its tag."""

    data: bytes
    name: str = ""


class Special(Enum):
    """Values that are no content."""

    STRIKE = "strike"
    UNKNOWN = "unknown"


STRIKE = Special.STRIKE
"""The cell holds nothing any more: a line is drawn through it."""
RULE = "─"
"""What is repeated across a cell to strike it out (横線)."""
UNKNOWN = Special.UNKNOWN
"""Nothing of that name was given."""

Context = Mapping[str, object]
_PLAIN = {list, str, int, float, bool, dict, date, NoneType}
"""Types of most values: to ask the abstract ones takes long."""


def decode(value: object, folder: Path | None = None) -> object:
    """Turn what a JSON file can say into values.

    ``{"date": "2026-04-01"}`` is a day, ``{"strike": true}`` is ``STRIKE`` and
    ``{"picture": "seal.png"}`` a picture in ``folder``, where one is given.  Raises ``Refusal``
    when the day is none or the picture cannot be read.
    """
    if type(value) in _PLAIN - {dict, list}:
        return value
    if isinstance(value, Mapping):
        match dict(value):
            case {"date": str() as day, **rest} if not rest:
                return _day(day)
            case {"strike": True, **rest} if not rest:
                return STRIKE
            case {"picture": str() as name, **rest} if not rest and folder is not None:
                return _picture(folder / name)
        return {str(key): decode(inner, folder) for key, inner in value.items()}
    if is_list(value):
        return [decode(inner, folder) for inner in value]  # type: ignore[attr-defined]
    return value


def is_list(value: object) -> bool:
    """Return whether a value is a list of items."""
    if type(value) in _PLAIN:
        return type(value) is list
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def find(context: Context, path: Sequence[Step]) -> object:
    """Follow a path; ``None`` where a place is empty, ``UNKNOWN`` where a name is not there."""
    value: object = context
    for step in path:
        if type(value) is not dict and not isinstance(value, Mapping):
            return None if value is None else UNKNOWN
        if step.name not in value:
            return UNKNOWN
        value = value[step.name]
        if step.slot is not None and is_list(value):
            items: Sequence[object] = value  # type: ignore[assignment]
            value = items[step.slot - 1] if step.slot <= len(items) else None
    return value


def is_known(context: Context, names: Sequence[str]) -> bool:
    """Return whether a name leads anywhere; an empty list may hold any name."""
    values: list[object] = [context]
    for place, name in enumerate(names, start=1):
        if place == len(names) and any(_has(each, name) for each in values):
            return True
        inner = [value for each in values for value in _items(each)]
        named = [each[name] for each in inner if isinstance(each, Mapping) and name in each]
        if not named:
            return name != names[0] and all(not isinstance(each, Mapping) for each in inner)
        values = named
    return True


def _has(value: object, name: str) -> bool:
    """Return whether an item has a name; the first that has it is enough."""
    return any(isinstance(item, Mapping) and name in item for item in _items(value))


def lists_at(context: Context, names: Sequence[str]) -> list[Sequence[object]]:
    """Return every list that a name leads to, through all items of the lists on the way."""
    values: list[object] = [context]
    for name in names:
        values = [
            inner[name]
            for value in values
            for inner in _items(value)
            if isinstance(inner, Mapping) and name in inner
        ]
    return [_items(value) for value in values if is_list(value)]


def plain(value: object) -> object:
    """Return a value as one of text, int, float, bool, day, moment, time, picture or ``None``."""
    if type(value) in _PLAIN or isinstance(
        value, str | bool | int | float | date | datetime | time | Picture
    ):
        return value
    if isinstance(value, Decimal | Fraction):
        return int(value) if value == int(value) else float(value)
    return str(value)


def _items(value: object) -> Sequence[object]:
    return value if is_list(value) else [value]  # type: ignore[return-value]


def _picture(path: Path) -> Picture:
    try:
        return Picture(path.read_bytes(), path.name)
    except (OSError, ValueError) as error:
        raise Refusal(
            f"値の画像「{path.name}」を開けません。値のファイルから見た場所を確かめてください。"
        ) from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(
            f"値の「{text}」は日付ではありません。2026-04-01 のように書いてください。"
        ) from error
