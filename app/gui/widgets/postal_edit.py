"""A field for a postal code that says which places have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.gui.widgets.checked_edit import CheckedEdit
from app.kernel.postal import normalise_postal


class PostalEdit(CheckedEdit):
    """``value() -> str`` (040-8666), or an empty text.

    ``found`` carries the places of a code when the user leaves the field, never when a form is
    filled by the program; the page decides whether they fill an empty address.
    """

    found = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("郵便番号", parent)
        self._places: Callable[[str], Sequence[Any]] | None = None
        self._asked = ""
        self.line.setPlaceholderText("例：0408666")
        self.line.textEdited.connect(self._typing)
        self.settled.connect(self._look_up)

    def prepare(self, places: Callable[[str], Sequence[Any]]) -> None:
        """Say how the places of a code are found: ``places("040-8666")``."""
        self._places = places

    def read(self, text: str) -> str:
        return normalise_postal(text)

    @Slot(str)
    def _typing(self, text: str) -> None:
        self._asked = text

    @Slot()
    def _look_up(self) -> None:
        code = self.line.text()
        if self._asked and self._places is not None and code:
            self._asked = ""
            self.found.emit(tuple(self._places(code)))
