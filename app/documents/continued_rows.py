"""A row whose text is taller than any row can be goes on in rows put in below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from app.documents.form.addresses import cell_name, split_cell
from app.documents.form.cell_writing import clear, write_text
from app.documents.form.grow import grow
from app.documents.form.layout import Block
from app.documents.form.workbook import Sheet, Workbook
from app.documents.print.lines import atoms_of, wrapped
from app.documents.print.row_heights import line_height
from app.documents.print.rules import RULES
from app.documents.sheet.look import Font, Value

_RULES = RULES["excel"]
_PIECE = 240.0
"""How high, in points, a row is whose text goes on below it: a page holds several."""

Pieces = Mapping[int, Sequence[str]]
"""What a row's texts are cut into, by column."""


def cut_text(value: Value, font: Font, width: float) -> list[str]:
    """Return a text in pieces that are whole lines of a cell of this width, in points."""
    text = value if isinstance(value, str) else _plain(value)
    lines = list(_lines(text, font, width - 2 * _RULES.side_padding))
    most = max(int(_PIECE / line_height(font)), 1)
    return [
        "".join(lines[start : start + most]).removesuffix("\n")
        for start in range(0, len(lines), most)
    ]


def continue_row(
    workbook: Workbook, sheet: Sheet, row: int, cut: Pieces, written: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Put in rows for the pieces of one; return where all that was written stands then."""
    count = max(map(len, cut.values()))
    copies = grow(workbook, sheet, Block(row, row, frozenset()), count)
    for number, cells in enumerate(copies):
        for drawn, cell in cells.items():
            place = split_cell(drawn.get("r", ""))
            pieces = cut.get(place[1]) if place else None
            if pieces is not None:
                write_text(cell, pieces[number] if number < len(pieces) else "")
            elif number:
                clear(cell)
    workbook.drop_calculation_chain()
    more = [
        (sheet.name, cell_name(row + number, column))
        for column, pieces in cut.items()
        for number in range(1, len(pieces))
    ]
    return [*(_moved(one, sheet.name, row, count - 1) for one in written), *more]


def _plain(value: Value) -> str:
    return "".join(run.text for run in value) if isinstance(value, tuple) else ""


def _lines(text: str, font: Font, width: float) -> Iterator[str]:
    *others, last = text.split("\n")
    for paragraph in (*(f"{other}\n" for other in others), last):
        atoms = atoms_of(paragraph.removesuffix("\n"), font)
        starts = [line.start for line in wrapped([atoms], max(width, 1), kinsoku=True)]
        signs = [atom.glyph.text for atom in atoms]
        found = ["".join(signs[start:end]) for start, end in pairwise((*starts, len(atoms)))]
        yield from (*found[:-1], f"{found[-1]}\n" if paragraph.endswith("\n") else found[-1])


def _moved(one: tuple[str, str], sheet: str, row: int, by: int) -> tuple[str, str]:
    place = split_cell(one[1])
    if one[0] != sheet or place is None or place[0] <= row:
        return one
    return sheet, cell_name(place[0] + by, place[1])
