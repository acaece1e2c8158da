"""One page of a sheet: fills, texts, lines and pictures, in that order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.documents.form.addresses import Area
from app.documents.print.borders import Grid, draw_edge
from app.documents.print.cell_text import Box, Typist, draw_cell, overflow
from app.documents.print.content import Content, content_of
from app.documents.print.geometry import Geometry
from app.documents.print.gridlines import add_gridlines, draw_headings
from app.documents.print.ink import Ink
from app.documents.print.neighbours import FURTHEST, Span, free_window, is_free
from app.documents.print.pages import Page
from app.documents.print.pictures import Pictures
from app.documents.print.rules import Rules
from app.documents.print.setting import Window
from app.documents.print.turned import slant_of
from app.documents.sheet.look import Borders, Look
from app.documents.sheet.worksheet import Worksheet

_JOINING = frozenset({"centerContinuous", "fill"})


class PageDrawing:
    """Draws one page of a sheet, with its top left corner at the ink's origin."""

    def __init__(
        self, sheet: Worksheet, geometry: Geometry, page: Page, rules: Rules, *, from_1904: bool
    ) -> None:
        """Place the page's rows and columns."""
        self._sheet, self._geometry, self._rules = sheet, geometry, rules
        self._from_1904 = from_1904
        self._rows = [row for row in page.rows if geometry.height(row)]
        self._columns = [column for column in page.columns if geometry.width(column)]
        self._ys = _places([geometry.height(row) for row in self._rows])
        self._xs = _places([geometry.width(column) for column in self._columns])
        self._x = dict(zip(self._columns, self._xs, strict=False))
        self._y = dict(zip(self._rows, self._ys, strict=False))
        self.width, self.height = self._xs[-1], self._ys[-1]

    def draw(self, ink: Ink, pictures: Pictures) -> None:
        """Draw everything that stands on the page."""
        if not self._rows or not self._columns:
            return
        grid = Grid(self._xs, self._ys)
        for place, row in enumerate(self._rows):
            self._fills_and_edges(ink, grid, place, row)
        typist = Typist(ink, self._rules, self._sheet.styles.default_font, self.height)
        for row in self._rows:
            self._texts(typist, row)
        for area, (row, column) in self._merges_here():
            self._merged_text(typist, area, row, column)
        if self._sheet.setup.gridlines:
            add_gridlines(grid, self._sheet, self._geometry, self._rows, self._columns)
        grid.draw(ink)
        if self._sheet.setup.headings:
            draw_headings(
                ink, self._sheet.styles.default_font, self._geometry.headings,
                list(zip(self._rows, self._ys, self._ys[1:], strict=False)),
                list(zip(self._columns, self._xs, self._xs[1:], strict=False)),
            )  # fmt: skip
        self._drawings(ink, pictures)

    def boxes(self) -> Iterator[tuple[int, int, Box]]:
        """Yield every cell of the page, a merged area as one: row and column of its first cell."""
        for area, (row, column) in self._merges_here():
            yield area.top, area.left, self._box(area, row, column)
        for row in self._rows:
            for column in self._columns:
                if self._geometry.merged(row, column) is None:
                    yield row, column, self._own_box(row, column)

    def _merges_here(self) -> Iterable[tuple[Area, tuple[int, int]]]:
        """Return the merged areas of the page, each with its first cell that stands here."""
        found: dict[Area, tuple[int, int]] = {}
        if self._sheet.merges:
            merged_at = self._geometry.merged
            for row in self._rows:
                for column in self._columns:
                    if area := merged_at(row, column):
                        found.setdefault(area, (row, column))
        return found.items()

    def _fills_and_edges(self, ink: Ink, grid: Grid, place: int, row: int) -> None:
        sheet, merged_at = self._sheet, self._geometry.merged
        line = sheet.rows.get(row)
        bare = (line is None or line.style is None) and sheet.conditions is None
        plain = {column: sheet.column_style(column) for column in self._columns} if bare else {}
        filled: list[tuple[int, str]] = []
        for at, column in enumerate(self._columns):
            cell = line.cells.get(column) if line else None
            if cell is None and bare and not plain[column]:
                continue
            look = sheet.look(row, column)
            merged = merged_at(row, column)
            fill = sheet.look(merged.top, merged.left).fill if merged else look.fill
            if fill:
                filled.append((at, fill))
            if (
                look.rotation
                and not merged
                and (slant := slant_of(look, self._ys[place + 1] - self._ys[place]))
            ):
                grid.slanted((place, at), look.borders, slant)
            elif look.borders.any:
                self._edges(ink, grid, (place, row), (at, column), look.borders, merged)
        self._fill_row(ink, place, filled)

    def _fill_row(self, ink: Ink, place: int, filled: list[tuple[int, str]]) -> None:
        top, height = self._ys[place], self._ys[place + 1] - self._ys[place]
        start = 0
        for end in range(1, len(filled) + 1):
            goes_on = end < len(filled) and filled[end] == (
                filled[end - 1][0] + 1,
                filled[start][1],
            )
            if not goes_on:
                left, right = self._xs[filled[start][0]], self._xs[filled[end - 1][0] + 1]
                ink.area(left, top, right - left, height, filled[start][1])
                start = end

    def _edges(
        self, ink: Ink, grid: Grid, row: tuple[int, int], column: tuple[int, int],
        borders: Borders, merged: Area | None,
    ) -> None:  # fmt: skip
        if borders.top and (not merged or row[1] == merged.top):
            grid.above(row[0], column[0], borders.top)
        if borders.bottom and (not merged or row[1] == merged.bottom):
            grid.above(row[0] + 1, column[0], borders.bottom)
        if borders.left and (not merged or column[1] == merged.left):
            grid.left_of(row[0], column[0], borders.left)
        if borders.right and (not merged or column[1] == merged.right):
            grid.left_of(row[0], column[0] + 1, borders.right)
        if borders.falling or borders.rising:
            area = merged or Area(row[1], column[1], row[1], column[1])
            if (row[1], column[1]) == (area.top, area.left):
                self._diagonals(ink, borders, self._box(area, row[1], column[1]))

    def _diagonals(self, ink: Ink, borders: Borders, box: Box) -> None:
        bottom = box.y + box.height
        if borders.falling:
            draw_edge(ink, borders.falling, box.x, box.y, box.right, bottom)
        if borders.rising:
            draw_edge(ink, borders.rising, box.x, bottom, box.right, box.y)

    def _own_box(self, row: int, column: int) -> Box:
        """Return where a single cell of the page lies."""
        geometry = self._geometry
        return Box(self._x[column], self._y[row], geometry.width(column), geometry.height(row))

    def _box(self, area: Area, row: int, column: int) -> Box:
        """Return where an area lies, seen from one of its cells that is on the page."""
        geometry = self._geometry
        left, top = geometry.left(area.left), geometry.top(area.top)
        return Box(
            self._x[column] - (geometry.left(column) - left),
            self._y[row] - (geometry.top(row) - top),
            geometry.left(area.right + 1) - left,
            geometry.top(area.bottom + 1) - top,
        )

    def _content(self, row: int, column: int) -> tuple[Content, Look]:
        sheet = self._sheet
        look = sheet.look(row, column)
        value = sheet.cell(row, column).value
        shown = content_of(value, look, from_1904=self._from_1904, shows_zeros=sheet.shows_zeros)
        return shown, look

    def _texts(self, typist: Typist, row: int) -> None:
        line = self._sheet.rows.get(row)
        if line is None:
            return
        for column in self._columns:
            cell = line.cells.get(column)
            if cell and cell.value is not None and not self._geometry.merged(row, column):
                self._text(typist, row, column)
        self._text_from_left(typist, row)

    def _text(self, typist: Typist, row: int, column: int) -> None:
        content, look = self._content(row, column)
        box = self._own_box(row, column)
        if look.horizontal in _JOINING:
            box = self._over_empty(box, row, column)
            draw_cell(typist, content, look, box, Window(box.x, box.right))
            return
        window = Window(box.x, box.right)
        if self._has_room(row, column):
            window = overflow(content, look, box, self._rules, typist.default_font)
            if window.left < box.x or window.right > box.right:
                window = self._free(window, box, row, column)
        draw_cell(typist, content, look, box, window)

    def _has_room(self, row: int, column: int) -> bool:
        sheet, geometry = self._sheet, self._geometry
        return is_free(sheet, geometry, row, column + 1) or is_free(
            sheet, geometry, row, column - 1
        )

    def _over_empty(self, box: Box, row: int, column: int) -> Box:
        """Widen a box over the empty cells that share in the centring, or in what is repeated."""
        sheet, width = self._sheet, box.width
        wanted = sheet.look(row, column).horizontal
        for after in range(column + 1, column + FURTHEST):
            joins = sheet.look(row, after).horizontal == wanted
            if not joins or sheet.cell(row, after).value is not None:
                break
            width += self._geometry.width(after)
        return box._replace(width=width)

    def _free(self, window: Window, box: Box, row: int, column: int) -> Window:
        """Cut a text's reach at the next cell that holds something, and at the page."""
        span = Span(box.x, box.right)
        left, right = free_window(self._sheet, self._geometry, (row, column), span, window)
        return Window(max(left, min(box.x, 0)) if left > 0 else 0, min(right, self.width))

    def _text_from_left(self, typist: Typist, row: int) -> None:
        """Draw the end of a text that begins on the page before and runs over to this one."""
        first = self._columns[0]
        line = self._sheet.rows[row]
        begin = max(
            (c for c in line.cells if c < first and line.cells[c].value is not None), default=0
        )
        if not begin or begin < first - FURTHEST or self._geometry.merged(row, begin):
            return
        if self._sheet.print_areas and not self._in_same_area(row, begin, first):
            return
        content, look = self._content(row, begin)
        geometry = self._geometry
        x = self._x[first] - (geometry.left(first) - geometry.left(begin))
        box = Box(x, self._y[row], geometry.width(begin), geometry.height(row))
        window = overflow(content, look, box, self._rules, typist.default_font)
        free = self._free(window, box, row, begin)
        if free.right > self._x[first]:
            draw_cell(typist, content, look, box, Window(self._x[first], free.right))

    def _in_same_area(self, row: int, one: int, other: int) -> bool:
        areas = self._sheet.print_areas
        return any((row, one) in area and (row, other) in area for area in areas)

    def _merged_text(self, typist: Typist, area: Area, row: int, column: int) -> None:
        content, look = self._content(area.top, area.left)
        if content.text:
            box = self._box(area, row, column)
            beyond = box.y < 0 or box.y + box.height > self.height
            if beyond:
                typist.ink.clip(0, 0, self.width, self.height)
            draw_cell(typist, content, look, box, Window(max(box.x, 0), min(box.right, self.width)))
            if beyond:
                typist.ink.restore()

    def _drawings(self, ink: Ink, pictures: Pictures) -> None:
        if self._sheet.drawings:
            # Few sheets need it.
            from app.documents.print.drawings import draw_drawings, panes  # noqa: PLC0415

            page = panes(self._geometry, self._rows, self._columns)
            setting = (ink, self._rules, pictures)
            draw_drawings(setting, self._sheet, self._geometry, page, self._text_of)

    def _text_of(self, row: int, column: int) -> str:
        return self._content(row, column)[0].text


def _places(sizes: list[float]) -> list[float]:
    places = [0.0]
    for size in sizes:
        places.append(places[-1] + size)
    return places
