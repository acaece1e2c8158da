"""The view settings in use: whoever changes them changes the whole window at once."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.gui.framework import theme
from app.gui.framework.settings import SettingsFile, ViewSettings


class View(QObject):
    """Holds the settings, keeps them in their file, and gives the program its look.

    ``changed`` carries the new ``ViewSettings`` after the window has taken them on.
    """

    changed = Signal(object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = SettingsFile(folder) if folder else None
        self.settings = self._file.read() if self._file else ViewSettings()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def apply(self) -> None:
        """Give the program the look of the settings."""
        app = cast("QApplication", QApplication.instance())
        theme.apply(app, self.settings.look, self.settings.text_size)

    def change(self, settings: ViewSettings) -> None:
        """Take on other settings: shown at once, kept for the next start."""
        before, self.settings = self.settings, settings
        if self._file is not None:
            self._file.write(settings)
        if (before.look, before.text_size) != (settings.look, settings.text_size):
            self.apply()
        self.changed.emit(settings)

    @Slot()
    def _system_changed(self) -> None:
        if self.settings.look == "system":
            self.apply()
            self.changed.emit(self.settings)


_current: list[View] = []


def use(view: View) -> None:
    """Make a view the one that ``current`` returns."""
    _current[:] = [view]


def current() -> View:
    """Return the view in use; one that is kept in no file where there is none."""
    if not _current:
        _current.append(View())
    return _current[0]
