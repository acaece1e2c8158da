"""One workbook's two prints compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from math import hypot, inf
from statistics import median
from typing import NamedTuple

from bench.fidelity.faults import Fault, is_fault
from bench.fidelity.matching import Offset, match_page
from bench.fidelity.pdf_text import MM, Char, Word, words_of
from bench.fidelity.visible import Sight

CLOSE, NEAR = 0.5, 1.5
"""Millimetres."""


class Miss(NamedTuple):
    """A word that we print elsewhere, or not at all (``offset`` is ``None``)."""

    page: int
    word: Word
    offset: Offset | None


@dataclass(slots=True)
class Comparison:
    """Distances in mm of everything that LibreOffice printed, infinite for what is not there."""

    name: str
    their_pages: int
    our_pages: int
    words: list[float] = field(default_factory=list)
    chars: list[float] = field(default_factory=list)
    excused: int = 0
    """Words that are named faults."""
    unseen: int = 0
    """Words that LibreOffice writes where its cell cuts them away."""
    missed: list[Miss] = field(default_factory=list)

    @property
    def pages_agree(self) -> bool:
        return self.their_pages == self.our_pages

    @property
    def median(self) -> float:
        found = [far for far in self.words if far < inf]
        return median(found) if found else 0.0


def share(distances: Sequence[float], limit: float) -> float:
    """Return the share that is within a limit; of nothing, all."""
    return sum(far <= limit for far in distances) / len(distances) if distances else 1.0


def compare(
    name: str,
    theirs: Sequence[Sequence[Char]],
    ours: Sequence[Sequence[Char]],
    faults: Sequence[Fault],
    sight: Sight,
) -> Comparison:
    """Compare page by page; what is a named fault of LibreOffice's does not count."""
    extra = sum(fault.pages for fault in faults if fault.workbook == name)
    found = Comparison(name, len(theirs) - extra, len(ours))
    for number, (their, our) in enumerate(zip_longest(theirs, ours, fillvalue=()), 1):
        by_word, by_char = match_page(their, our)
        hidden = {
            id(char)
            for char, offset in zip(their, by_char, strict=True)
            if _far(offset) > CLOSE and not sight.sees(number, char)
        }
        offsets = {id(char): offset for char, offset in zip(their, by_char, strict=True)}
        for word, offset in zip(words_of(their), by_word, strict=True):
            seen = [char for char in word.chars if id(char) not in hidden]
            if is_fault(faults, name, number, word):
                found.excused += 1
                hidden |= {id(char) for char in word.chars}
            elif not seen:
                found.unseen += 1
            else:
                parts = [offset] if len(seen) == len(word.chars) else [offsets[id(c)] for c in seen]
                found.words.append(max(map(_far, parts)))
                if found.words[-1] > CLOSE:
                    found.missed.append(Miss(number, word, offset))
        found.chars += [
            _far(offset)
            for char, offset in zip(their, by_char, strict=True)
            if id(char) not in hidden
        ]
    return found


def _far(offset: Offset | None) -> float:
    """Return a distance in mm."""
    return hypot(*offset) * MM if offset else inf
