"""What is different now from what was handed in (訂正), value by value.

Both sides are the values a form is filled from, as plain text, numbers and lists of rows.  Rows
of a list are the same where they are equal; of the others those belong together that begin alike
and have most in common.  A row is called by its first words, as many as no other begins with.  Its
running number says nothing: it moves with every row put in before it.  Nor does where a text is
broken into lines, or how the program words its counting: a newer program may do both otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

_SILENT = frozenset({"No", "番号順", "連番", "数え方", "課題の数え方"})
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that changed: where it stands, what was handed in, and what it is now.

    An empty ``was`` is something that came, an empty ``now`` something that went.
    """

    where: str
    was: str
    now: str


def corrections(was: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Correction, ...]:
    """Return everything that differs in what can be read, in the order of the document."""
    found = _of_values("", was, now)
    return tuple(one for one in found if _closed_up(one.was) != _closed_up(one.now))


def _of_values(before: str, was: Row, now: Row) -> Iterator[Correction]:
    for name in dict.fromkeys((*was, *now)):
        where = f"{before}　{name}" if before else name
        old, new = was.get(name), now.get(name)
        if old == new or name in _SILENT:
            continue
        if isinstance(old, list) or isinstance(new, list):
            yield from _of_lists(where, old or [], new or [])
        else:
            yield Correction(where, _text(old), _text(new))


def _of_lists(where: str, was: Sequence[Row], now: Sequence[Row]) -> Iterator[Correction]:
    gone, come = _unequal(was, now), _unequal(now, was)
    for row in gone:
        alike = [one for one in come if _words(one)[:1] == _words(row)[:1]]
        if not alike:
            yield Correction(where, _sentence(row), "")
            continue
        other = max(alike, key=lambda one: _shared(one, row))
        come.remove(other)
        yield from _of_values(f"{where}　{_name(row, other, was)}", row, other)
    for row in come:
        yield Correction(where, "", _sentence(row))


def _unequal(some: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    """Return the rows of one side that have no equal on the other, each counted once."""
    left = [_closed_up(_telling(one)) for one in others]
    found = []
    for row in some:
        if (telling := _closed_up(_telling(row))) in left:
            left.remove(telling)
        else:
            found.append(row)
    return found


def _closed_up(value: Any) -> Any:
    """Return a value whose texts have no space in them."""
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, Mapping):
        return {name: _closed_up(one) for name, one in value.items()}
    return [_closed_up(one) for one in value] if isinstance(value, list) else value


def _telling(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _SILENT}


def _words(row: Row) -> list[str]:
    """Return what a row may be called by: its texts, and the number it begins with."""
    values = list(_telling(row).values())
    first = [str(one) for one in values[:1] if isinstance(one, int) and len(values) > 1]
    return first + [one for one in values if isinstance(one, str) and one]


def _shared(row: Row, other: Row) -> int:
    return sum(other.get(name) == value for name, value in row.items())


def _name(row: Row, other: Row, rows: Sequence[Row]) -> str:
    """Return the first words of both, until no other of the rows begins with them."""
    words = [one for one, _ in takewhile(_equal, zip(_words(row), _words(other), strict=False))]
    for count in range(1, len(words)):
        if sum(_words(one)[:count] == words[:count] for one in rows) == 1:
            return "　".join(words[:count])
    return "　".join(words)


def _equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _sentence(row: Row) -> str:
    parts = (
        _text(value) for value in _telling(row).values() if value and not isinstance(value, list)
    )
    return "　".join(part for part in parts if part)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "・".join(_text(one) for one in value.values())
    return str(value)
