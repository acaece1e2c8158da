"""Read a list from a file: the sheet that looks most like one, and where its headings stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.contacts.custom import Subject
from app.documents.table_file import Cell, RawTable, read_table
from app.documents.vcard import is_vcard
from app.importing.cards import card_table
from app.importing.header import Header, find_header, header_at
from app.importing.headings import plain
from app.importing.table import LeftOut, SourceRow, SourceTable
from app.importing.vocabularies import VOCABULARIES
from app.kernel.errors import Refusal

_LETTERS = re.compile(r"[A-Za-z]{1,2}")
_MOST_SHEETS = 20
"""How many sheets are looked into for the best one."""


def read_list(
    path: Path,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    header_row: int | None = None,
    subject: Subject = Subject.PERSON,
) -> SourceTable:
    """Return the list in a file.  Without ``sheet`` the one with the most telling headings.

    ``columns`` are those of a mapping file: its headings are then the ones looked for.
    ``header_row`` counts from 1 and says where the headings stand.  Raises ``Refusal`` where the
    file cannot be read, has no such sheet or row, or holds nothing.
    """
    if is_vcard(path):
        return card_table(path, subject)
    known = _headings(columns or {})
    first = read_table(path, sheet)
    best = first
    if sheet is None and first.other_sheets and header_row is None:
        found = [first, *_others(path, first)]
        # The first sheet of equal ones: `max` keeps it.
        best = max(found, key=lambda raw: _telling(raw, known, subject))
    return _checked(table(best, known, subject, header_row))


def table(
    raw: RawTable,
    known: frozenset[str] = frozenset(),
    subject: Subject = Subject.PERSON,
    header_row: int | None = None,
) -> SourceTable:
    """Return the sheet with its headings found and everything above them set aside."""
    width = max((len(row) for row in raw.rows), default=0)
    if header_row is None:
        header = find_header(raw.rows, width, known, VOCABULARIES[subject])
    else:
        header = header_at(raw.rows, header_row, width)
    if header is None:
        rows = _rows(raw.rows, 0)
        return SourceTable(
            raw.sheet, tuple(raw.other_sheets), (), ("",) * width, rows, subject=subject
        )
    return SourceTable(
        raw.sheet,
        tuple(raw.other_sheets),
        tuple(index + 1 for index in header.rows),
        header.headings,
        _rows(raw.rows, header.rows.stop),
        tuple(_above(raw.rows, header)),
        subject,
    )


def _headings(columns: Mapping[str, str]) -> frozenset[str]:
    """Return the headings a mapping names; column letters are none."""
    return frozenset(plain(name) for name in columns if not _LETTERS.fullmatch(name.strip()))


def _others(path: Path, first: RawTable) -> list[RawTable]:
    tables = []
    for name in first.other_sheets[:_MOST_SHEETS]:
        try:
            tables.append(read_table(path, name))
        except Refusal:
            continue
    return tables


def _telling(raw: RawTable, known: frozenset[str], subject: Subject) -> tuple[int, bool]:
    width = max((len(row) for row in raw.rows), default=0)
    header = find_header(raw.rows, width, known, VOCABULARIES[subject])
    return (0 if header is None else header.score, any(map(_filled, raw.rows)))


def _rows(rows: Sequence[Sequence[Cell]], start: int) -> tuple[SourceRow, ...]:
    read = (
        SourceRow(index + 1, rows[index], tuple(map(_text, rows[index])))
        for index in range(start, len(rows))
    )
    return tuple(row for row in read if any(row.texts))


def _text(cell: Cell) -> str:
    value = cell.value
    return value.strip() if isinstance(value, str) else cell.text.strip()


def _above(rows: Sequence[Sequence[Cell]], header: Header) -> list[LeftOut]:
    titles = [
        LeftOut(index + 1, "表の上の題名や説明です")
        for index in range(header.rows.start)
        if _filled(rows[index])
    ]
    headings = [
        LeftOut(index + 1, "見出しの行です") for index in header.rows if _filled(rows[index])
    ]
    return titles + headings


def _filled(row: Sequence[Cell]) -> bool:
    return not all(cell.empty for cell in row)


def _checked(found: SourceTable) -> SourceTable:
    if not found.rows and not found.left_out:
        raise Refusal(
            f"シート「{found.sheet}」には何も入っていません。"
            "名簿の入ったファイルかシートを選んでください。"
        )
    return found
