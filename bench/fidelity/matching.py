"""What stands on one page looked for on the other: the same text, the nearest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import hypot
from typing import TypeVar

from bench.fidelity.pdf_text import Char, Word, words_of

_FARTHEST = 12.0
"""Points (4 mm): what is farther away is a miss by any measure."""

Offset = tuple[float, float]
"""How far ours is to the right and down, in points; missing where it is not there."""

_Item = TypeVar("_Item", Char, Word)
_Offsets = dict[int, Offset]


def match_page(
    theirs: Sequence[Char], ours: Sequence[Char]
) -> tuple[list[Offset | None], list[Offset | None]]:
    """Return where ours is, seen from each of their words and characters."""
    chars = _matched(theirs, ours)
    words = list(words_of(theirs))
    found = _matched(words, list(words_of(ours)))
    places = {id(char): place for place, char in enumerate(theirs)}
    by_word = [
        found.get(place) or _by_chars(word, places, chars) for place, word in enumerate(words)
    ]
    return by_word, [chars.get(place) for place in range(len(theirs))]


def _by_chars(word: Word, places: dict[int, int], chars: _Offsets) -> Offset | None:
    """Measure a word that ours joins or parts otherwise: by the worst of its characters."""
    offsets = [chars.get(places[id(char)]) for char in word.chars]
    known = [offset for offset in offsets if offset]
    return max(known, key=lambda one: hypot(*one)) if len(known) == len(offsets) else None


def _matched(theirs: Sequence[_Item], ours: Sequence[_Item]) -> _Offsets:
    pairs = sorted(_pairs(theirs, ours))
    taken: set[int] = set()
    found: _Offsets = {}
    for _, one, other in pairs:
        if one not in found and other not in taken:
            taken.add(other)
            found[one] = (ours[other].x - theirs[one].x, ours[other].y - theirs[one].y)
    return found


def _pairs(theirs: Sequence[_Item], ours: Sequence[_Item]) -> Iterator[tuple[float, int, int]]:
    near = _grid(ours)
    for one, item in enumerate(theirs):
        for other in near(item):
            far = hypot(ours[other].x - item.x, ours[other].y - item.y)
            if far <= _FARTHEST:
                yield far, one, other


def _grid(items: Sequence[_Item]) -> Callable[[_Item], Iterator[int]]:
    """Return what finds the items of the same text round a place."""
    cells: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        cells[item.text, int(item.x // _FARTHEST), int(item.y // _FARTHEST)].append(place)

    def near(item: _Item) -> Iterator[int]:
        across, down = int(item.x // _FARTHEST), int(item.y // _FARTHEST)
        for x in range(across - 1, across + 2):
            for y in range(down - 1, down + 2):
                yield from cells.get((item.text, x, y), ())

    return near
