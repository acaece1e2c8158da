"""Asking one thing, and telling one thing.

Pages are given a ``Dialogs``; tests give them one that answers from a list.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


class Dialogs(Protocol):
    """What a page may ask the user.  ``None`` means that they thought better of it."""

    def confirm(self, title: str, text: str, yes: str) -> bool:
        """Ask whether to do something; ``yes`` is the verb on the button."""

    def tell(self, text: str, details: str = "") -> None:
        """Say something that has to be read before going on."""

    def choose(self, title: str, text: str, options: Sequence[str]) -> int | None:
        """Ask for one of several; return its position."""

    def choose_several(self, title: str, text: str, options: Sequence[str]) -> list[int] | None:
        """Ask for some of many, all of them at first; return the positions of at least one."""

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """Ask for a line of text."""

    def ask_passphrase(self, title: str, text: str, *, new: bool = False) -> str | None:
        """Ask for a passphrase; a new one has to be typed twice."""

    def ask_open_path(self, title: str, kinds: str) -> Path | None:
        """Ask for a file to read; ``kinds`` as Qt writes it: ``名簿 (*.xlsx *.csv)``."""

    def ask_save_path(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask where to write; ``name`` is the file name offered."""

    def ask_folder(self, title: str) -> Path | None:
        """Ask for a folder."""

    def ask_printer(self, pages: int) -> QPrinter | None:
        """Ask for a printer and which of the pages to print."""

    def show_bug(self, details: str, logs: Path) -> None:
        """Say that the program itself has failed, and offer the details."""


class _Late:
    """Stands for the dialogs of the program until one is needed: the boxes take long to load."""

    def __init__(self) -> None:
        self._window: QWidget | None = None
        self._dialogs: Any = None

    def over(self, window: QWidget) -> None:
        self._window = window

    def __getattr__(self, name: str) -> Any:
        if self._dialogs is None:
            boxes = importlib.import_module("app.gui.framework.qt_dialogs")
            self._dialogs = boxes.QtDialogs(self._window)
        return getattr(self._dialogs, name)


def program_dialogs() -> tuple[Dialogs, _Late]:
    """Return the dialogs of the program, and the same to be told over which window they are."""
    late = _Late()
    return cast("Dialogs", late), late
