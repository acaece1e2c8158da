"""A list as it was found in a file: where its headings stand, and every row under them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from app.contacts.custom import Subject
from app.documents.table_file import Cell
from app.importing.headings import plain


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that holds something but is no record, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row under the headings; ``number`` counts from 1 in the file."""

    number: int
    cells: Sequence[Cell]
    texts: tuple[str, ...]
    """What the cells show, without blanks around it."""

    def text(self, column: int) -> str:
        """Return what a cell shows; a missing cell shows nothing."""
        return self.texts[column] if column < len(self.texts) else ""

    def filled(self) -> list[int]:
        """Return the columns that hold something."""
        return [column for column, text in enumerate(self.texts) if text]


@dataclass(frozen=True)
class SourceTable:
    """What was read: one sheet, its headings, its rows, and what stands above them."""

    sheet: str
    other_sheets: tuple[str, ...]
    header_rows: tuple[int, ...]
    """Row numbers of the headings; empty where the list has none."""
    headings: tuple[str, ...]
    """One text a column; of headings over several rows all parts, joined."""
    rows: tuple[SourceRow, ...]
    left_out: tuple[LeftOut, ...] = field(default=())
    """Titles above, and the headings themselves."""
    subject: Subject = Subject.PERSON
    """Whom the list is read for."""
    cards: bool = False
    """Whether every row is one card (vCard): its number counts cards, and no row is a note."""

    @property
    def header_row(self) -> int | None:
        return self.header_rows[0] if self.header_rows else None

    @property
    def columns(self) -> int:
        return len(self.headings)

    @property
    def fingerprint(self) -> str:
        """What the same headings have again next year, whatever stands under them."""
        text = "\t".join(plain(heading) for heading in self.headings).strip("\t")
        if self.subject is not Subject.PERSON:
            text = f"{self.subject.value}\n{text}"
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @cached_property
    def heading_words(self) -> frozenset[str]:
        """What stands in the cells of the headings."""
        parts = (part for heading in self.headings for part in (heading, *heading.split(" ")))
        return frozenset(parts) - {""}

    def column(self, index: int, limit: int) -> list[Cell]:
        """Return the first filled cells of a column, at most ``limit``."""
        found: list[Cell] = []
        for row in self.rows:
            if row.text(index):
                found.append(row.cells[index])
                if len(found) == limit:
                    break
        return found
