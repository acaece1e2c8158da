"""An edition (版) of a document's form: the workbook, what was mapped onto it, since which year.

A document is one of the catalogue, named by its id, or one the office made up itself
(自分の書類), whose id begins with ``own-``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled

MOST_BYTES = 10 * 1024 * 1024
_OWN = "own-"


class Basis(Labelled):
    """What a document of the office's own is about, and so which fields it has."""

    PERSON = "person", "連絡先"
    COURSE = "course", "研修"
    OFFICE = "office", "事務所（年度）"


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A document that the office added to the catalogue."""

    id: int
    name: str
    basis: Basis

    @property
    def document(self) -> str:
        """Its id in the catalogue: ``own-3``."""
        return f"{_OWN}{self.id}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell of a form that was pointed at, and the text with tags that counts as its text."""

    sheet: str
    cell: str
    text: str

    @classmethod
    def of(cls, key: str, text: str) -> Self:
        """Return the mark of a cell written ``シート名!C5``, as a comparison carries it."""
        sheet, _, cell = key.rpartition("!")
        return cls(sheet.strip("'") if "!" in sheet else sheet, cell, text)

    @property
    def key(self) -> str:
        """The cell as ``fill`` takes it: ``シート名!C5``."""
        sheet = f"'{self.sheet}'" if "!" in self.sheet else self.sheet
        return f"{sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class EditionDraft:
    """What a person says of a form: for which document, what it is called, since which year.

    ``name`` is the file's name, ``version`` her own words: 令和8年4月改正.
    """

    document: str
    name: str
    version: str
    from_year: FiscalYear
    note: str = ""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One line of the list of editions.  ``size`` is in bytes, ``digest`` the file's SHA-256."""

    id: int
    document: str
    name: str
    version: str
    from_year: FiscalYear
    note: str
    registered_on: date
    marks: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition with everything a document is made from."""

    row: EditionRow
    data: bytes
    marks: tuple[Mark, ...]

    @property
    def mark_map(self) -> Mapping[str, str]:
        """The marks as ``fill`` takes them: cell to text."""
        return {mark.key: mark.text for mark in self.marks}

    @property
    def digest(self) -> str:
        """What tells this form with these marks from every other."""
        return form_digest(self.data, self.marks)


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def form_digest(data: bytes, marks: Sequence[Mark] = ()) -> str:
    """Return the digest of a form and its marks: the file's own where there are none.

    The same values filled into forms of the same digest give the same bytes.
    """
    if not marks:
        return digest_of(data)
    told = sorted((mark.sheet, mark.cell, mark.text) for mark in marks)
    return digest_of(data + json.dumps(told, ensure_ascii=False).encode())


def own_id(document: str) -> int | None:
    """Return the key of the office's own document of this id, or nothing for any other id."""
    number = document.removeprefix(_OWN)
    return int(number) if number != document and number.isascii() and number.isdigit() else None
