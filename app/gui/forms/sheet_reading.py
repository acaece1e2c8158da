"""What is read of a form to point at its cells, away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.documents.form.tags import may_hold_tags, read_tags
from app.documents.print.sheet_picture import SheetPicture, sheet_picture
from app.documents.sheet.book import Book
from app.documents.sheet.worksheet import Worksheet
from app.gui.forms.sheet_canvas import Place
from app.kernel.errors import Refusal
from app.kernel.progress import Progress


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One sheet: its pages, and what its cells hold.

    ``drawn`` has the text of every cell that has one, ``tagged`` those of them with tags.
    """

    sheets: tuple[str, ...]
    sheet: str
    picture: SheetPicture
    drawn: Mapping[Place, str]
    tagged: Mapping[Place, str]


def read_sheet(data: bytes, sheet: str, progress: Progress) -> SheetReading | Refusal:
    """Read a sheet of a form, the first one that has something to print where none is named.

    What cannot be drawn is an answer too: the page says it where the picture would be.
    """
    try:
        progress.step(0, 2)
        book = Book(data)
        wanted, picture = _drawn(data, book.visible, sheet)
        progress.step(1, 2)
        (found,) = book.sheets([wanted])
    except Refusal as refusal:
        return refusal
    drawn = _texts(found)
    tagged = {place: text for place, text in drawn.items() if _has_tags(text)}
    return SheetReading(tuple(book.visible), wanted, picture, drawn, tagged)


def _drawn(data: bytes, sheets: Sequence[str], sheet: str) -> tuple[str, SheetPicture]:
    """Return the sheet of a name with its picture, or the first that can be drawn."""
    wanted = [sheet] if sheet in sheets else sheets
    refused: Refusal | None = None
    for name in wanted:
        try:
            return name, sheet_picture(data, name)
        except Refusal as refusal:
            refused = refused or refusal
    raise refused or Refusal("この様式には、見えるシートがありません。")


def _has_tags(text: str) -> bool:
    return may_hold_tags(text) and bool(read_tags(text))


def _texts(sheet: Worksheet) -> dict[Place, str]:
    found = {}
    for number, row in sheet.rows.items():
        for column, cell in row.cells.items():
            text = _text(cell.value)
            if cell.formula:
                found[number, column] = f"={cell.formula}"
            elif text.strip():
                found[number, column] = text
    return found


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "".join(run.text for run in value)
    return "" if value is None else str(value)
