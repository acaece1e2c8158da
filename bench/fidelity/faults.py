"""What LibreOffice is known to print wrongly, listed with the reason (design/printing.md, 7)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.fidelity.pdf_text import MM, Word

_LIST = Path(__file__).with_name("faults.toml")


@dataclass(frozen=True, slots=True)
class Fault:
    """Words that do not count: those of a text, or all in a box (left, top, right, bottom; mm).

    ``pages`` is how many pages more LibreOffice makes.
    """

    workbook: str
    reason: str
    page: int = 0
    text: str = ""
    box: tuple[float, float, float, float] | None = None
    pages: int = 0

    def covers(self, workbook: str, page: int, word: Word) -> bool:
        """Return whether a word is one of them."""
        if self.workbook != workbook or self.page not in {0, page}:
            return False
        if self.text:
            return word.text.startswith(self.text)
        return self.box is not None and _inside(word, self.box)


def _inside(word: Word, box: Sequence[float]) -> bool:
    left, top, right, bottom = box
    return left <= word.x * MM <= right and top <= word.y * MM <= bottom


def read_faults() -> list[Fault]:
    """Return the list."""
    entries = tomllib.loads(_LIST.read_text("utf-8")).get("fault", [])
    return [
        Fault(**{**entry, "box": tuple(entry["box"]) if "box" in entry else None})
        for entry in entries
    ]


def is_fault(faults: Sequence[Fault], workbook: str, page: int, word: Word) -> bool:
    """Return whether a word that we print elsewhere is one that LibreOffice prints wrongly."""
    return any(fault.covers(workbook, page, word) for fault in faults)
