"""Where the window stood and how wide its columns were: not settings, so kept apart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow


class WindowState:
    """An ini file beside the settings; a damaged or missing one is simply forgotten."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def save_window(self, window: QMainWindow) -> None:
        self._file.setValue("window/geometry", window.saveGeometry())
        self._file.sync()

    def restore_window(self, window: QMainWindow) -> bool:
        """Put the window where it stood; return whether that was known."""
        geometry = self._file.value("window/geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def save_widths(self, name: str, widths: list[int]) -> None:
        self._file.setValue(f"columns/{name}", ",".join(map(str, widths)))

    def widths(self, name: str) -> list[int]:
        """Return the widths kept under a name, in pixels, or nothing."""
        text = self._file.value(f"columns/{name}", "")
        parts = text if isinstance(text, list) else str(text).split(",")
        return [int(part) for part in parts if str(part).isdigit()]

    def keep(self, name: str, text: str) -> None:
        """Keep what was chosen last under a name; never anything about a person."""
        self._file.setValue(f"chosen/{name}", text)

    def kept(self, name: str) -> str:
        """Return what was chosen last, or an empty text."""
        return str(self._file.value(f"chosen/{name}", ""))


_current: list[WindowState] = []


def use(state: WindowState) -> None:
    """Let the lists made from now on keep their widths here."""
    _current[:] = [state]


def current() -> WindowState | None:
    """Return where lists keep their widths; nothing in tests."""
    return _current[0] if _current else None
