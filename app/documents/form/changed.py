"""The cells that changed, by sheet and column, so that an area can be asked for quickly."""

from __future__ import annotations

from bisect import bisect_left, insort

from app.documents.form.addresses import Area


class Changed:
    """Places of cells; sheets are told apart without case, as in Excel."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[int, list[int]]] = {}
        self._places: set[tuple[str, int, int]] = set()

    def __bool__(self) -> bool:
        return bool(self._places)

    def add(self, sheet: str, place: tuple[int, int]) -> None:
        """Note a cell (row, column)."""
        key = (sheet.casefold(), *place)
        if key not in self._places:
            self._places.add(key)
            insort(self._rows.setdefault(key[0], {}).setdefault(place[1], []), place[0])

    def holds(self, sheet: str, place: tuple[int, int]) -> bool:
        """Return whether a cell changed."""
        return (sheet.casefold(), *place) in self._places

    def meets(self, sheet: str, area: Area) -> bool:
        """Return whether a cell of an area changed."""
        columns = self._rows.get(sheet.casefold(), {})
        if area.right - area.left < len(columns):
            wanted = [
                columns[column] for column in range(area.left, area.right + 1) if column in columns
            ]
        else:
            wanted = [rows for column, rows in columns.items() if area.left <= column <= area.right]
        return any(_any_between(rows, area.top, area.bottom) for rows in wanted)


def _any_between(rows: list[int], first: int, last: int) -> bool:
    place = bisect_left(rows, first)
    return place < len(rows) and rows[place] <= last
