"""Choosing any number of a few things, each a cell that says what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.gui.widgets.cell_grid import CellGrid, Headings


class ChoiceGrid(CellGrid):
    """``value()`` are the chosen values, in the order they were offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Headings.labelled("", (), 1), parent)
        self._values: tuple[Any, ...] = ()
        self._columns = 1

    def offer(self, what: str, choices: Sequence[tuple[str, Any]], columns: int) -> None:
        """Offer labels with their values; what was chosen is forgotten."""
        self._values, self._columns = tuple(value for _, value in choices), columns
        self.set_headings(Headings.labelled(what, [label for label, _ in choices], columns))

    def value(self) -> tuple[Any, ...]:
        """Return what is chosen."""
        return tuple(
            value
            for number, value in enumerate(self._values)
            if divmod(number, self._columns) in self.cells
        )

    def set_value(self, chosen: Iterable[Any]) -> None:
        """Show what is chosen; what is not offered is left out."""
        wanted = list(chosen)
        self.show_cells(
            [divmod(n, self._columns) for n, value in enumerate(self._values) if value in wanted]
        )

    def typed(self) -> tuple[Any, ...]:
        return self.value()
