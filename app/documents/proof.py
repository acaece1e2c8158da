"""A filled form read as a proof: does every text fit its cell in print, has every sign a font."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from app.documents.fitted_rows import with_fitted_rows
from app.documents.fonts import missing_characters
from app.documents.form.addresses import Area, cell_name, column_letters, split_cell
from app.documents.form.fill import Filled, fill
from app.documents.form.findings import Finding
from app.documents.print.content import Content, content_of
from app.documents.print.geometry import Geometry
from app.documents.print.measure import Fit, cell_fits
from app.documents.print.rules import RULES
from app.documents.sheet.book import Book
from app.documents.sheet.worksheet import Worksheet

_NO_MARKS: Mapping[str, str] = MappingProxyType({})
_MOST_OF_A_COLUMN = 3
_FURTHEST = 40
_LONGEST_LABEL, _LONGEST_QUOTE = 12, 12
_SMALLEST = 0.5
_INDENT, _PADDING = 6, 3
"""More than an indent takes, in spaces, and more than both sides of a cell, in points."""
_WIDER = "文字を小さくするか、欄を広げてください。"

Place = tuple[int, int]


def fill_and_proof(
    form: Path | bytes, values: Mapping[str, object], marks: Mapping[str, str] = _NO_MARKS
) -> Filled:
    """Fill a form as ``fill`` does, fit its rows to what is in them, add what its proof finds."""
    filled = with_fitted_rows(fill(form, values, marks))
    return replace(filled, findings=(*filled.findings, *proof(filled)))


def proof(filled: Filled) -> tuple[Finding, ...]:
    """Return what of the written cells cannot be read in print.

    Kinds are ``fit`` (text that is cut, a number that becomes ####, text shrunk to less than half
    its size) and ``glyph`` (characters no bundled font has).  Sheets that are not printed are
    left out.
    """
    wanted: dict[str, list[Place]] = defaultdict(list)
    for sheet, cell in filled.written:
        place = split_cell(cell)
        if place:
            wanted[sheet].append(place)
    if not wanted:
        return ()
    book = Book(filled.data)
    names = [name for name in book.visible if name in wanted]
    return tuple(
        finding
        for sheet in book.sheets(names)
        for finding in _Proof(sheet, wanted[sheet.name], from_1904=book.from_1904).findings()
    )


class _Proof:
    """The written cells of one sheet."""

    def __init__(self, sheet: Worksheet, places: list[Place], *, from_1904: bool) -> None:
        self._sheet, self._places, self._from_1904 = sheet, places, from_1904
        self._geometry = Geometry(sheet, RULES["excel"])
        self._shown = {place: self._content(place) for place in places}

    def findings(self) -> Iterator[Finding]:
        """Yield the findings, first those on characters."""
        yield from self._glyphs()
        columns: dict[int, list[tuple[Place, Fit]]] = defaultdict(list)
        for place in self._places:
            if self._is_tight(place):
                fit = cell_fits(self._sheet, self._geometry, *place, from_1904=self._from_1904)
                if not fit.fits or fit.scale < _SMALLEST:
                    columns[place[1]].append((place, fit))
        for column, found in columns.items():
            for place, fit in found[:_MOST_OF_A_COLUMN]:
                yield self._finding(place, self._sentence(place, fit), "fit")
            if rest := [place for place, _ in found[_MOST_OF_A_COLUMN:]]:
                yield self._further(column, rest)

    def _is_tight(self, place: Place) -> bool:
        """Return whether a cell is worth measuring: no glyph is wider than its font is high."""
        width, height = self._room(place)
        look, content = self._sheet.look(*place), self._shown[place]
        size = max((font.size for _, font in content.runs), default=0)
        if not (width and height and size):
            return False
        most = (len(content.text) + _INDENT * look.indent) * size + _PADDING
        plain = not look.rotation and "\n" not in content.text
        return not plain or most > width or size > height

    def _room(self, place: Place) -> tuple[float, float]:
        geometry, (row, column) = self._geometry, place
        area = geometry.merged(row, column) or Area(row, column, row, column)
        return (
            geometry.left(area.right + 1) - geometry.left(area.left),
            geometry.top(area.bottom + 1) - geometry.top(area.top),
        )

    def _content(self, place: Place) -> Content:
        sheet = self._sheet
        value, look = sheet.cell(*place).value, sheet.look(*place)
        return content_of(value, look, from_1904=self._from_1904, shows_zeros=sheet.shows_zeros)

    def _glyphs(self) -> Iterator[Finding]:
        texts = {place: content.text for place, content in self._shown.items()}
        if not missing_characters(dict.fromkeys(texts.values())):
            return
        for place, text in texts.items():
            if missing := missing_characters(text):
                yield self._finding(place, _no_glyph(self._name(place), missing), "glyph")

    def _finding(self, place: Place, text: str, kind: str) -> Finding:
        return Finding(self._sheet.name, cell_name(*place), text, kind)

    def _sentence(self, place: Place, fit: Fit) -> str:
        name = self._name(place)
        if fit.fits:
            return f"{name}の文字が、印刷では元の{fit.scale:.0%}まで小さくなります。{_WIDER}"
        if _is_number(fit):
            return (
                f"{name}の数が入りきらず、印刷では「####」になります。"
                "列を広げるか、文字を小さくしてください。"
            )
        lost = "".join(fit.cut.split())
        quote = f"{lost[:_LONGEST_QUOTE]}{'…' if len(lost) > _LONGEST_QUOTE else ''}"
        tail = (
            f"「{quote}」から先（{len(lost)}字）が印刷で切れます。"
            if lost
            else "端が印刷で切れます。"
        )
        return f"{name}に入りきりません。{tail}{_WIDER}"

    def _further(self, column: int, rest: list[Place]) -> Finding:
        rows = [row for row, _ in rest]
        letters = column_letters(column)
        return self._finding(
            rest[0],
            f"ほかに{len(rest)}か所（{self._sheet.name}!{letters}{min(rows)}から"
            f"{letters}{max(rows)}まで）も入りきりません。{_WIDER}",
            "fit",
        )

    def _name(self, place: Place) -> str:
        """Return how to call a cell: by the text drawn beside it or above it."""
        label = self._label(place)
        address = f"{self._sheet.name}!{cell_name(*place)}"
        return f"{label}欄（{address}）" if label else f"セル（{address}）"

    def _label(self, place: Place) -> str:
        row, column = place
        left = ((row, at) for at in range(column - 1, max(column - _FURTHEST, 0), -1))
        above = ((at, column) for at in range(row - 1, 0, -1))
        return self._drawn_text(left) or self._drawn_text(above, past_written=True)

    def _drawn_text(self, places: Iterable[Place], *, past_written: bool = False) -> str:
        for place in places:
            value = self._sheet.cell(*place).value
            if place in self._shown:
                if past_written:
                    continue
                return ""
            if isinstance(value, str | tuple):
                text = "".join(self._content(place).text.split())
                return text if len(text) <= _LONGEST_LABEL else ""
        return ""


def _is_number(fit: Fit) -> bool:
    return bool(fit.lines) and set(fit.lines[0]) == {"#"} and "#" not in fit.cut


def _no_glyph(name: str, missing: tuple[str, ...]) -> str:
    signs = "、".join(
        f"{sign}（{' '.join(f'U+{ord(part):04X}' for part in sign)}）" for sign in missing
    )
    return (
        f"{name}の {signs} は、どの書体にもない字です。印刷では「〓」になります。"
        "ほかの字で書くか、手書きで補ってください。"
    )
