"""A page that reads what it shows when it is seen, and again once that has changed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from app.gui.framework.page import Page


class FreshPage(Page):
    """Subclasses name the ``tables`` they show and read them in ``reload``.

    ``reload`` is called when the page is first seen and after each change of one of the tables,
    but not while it is hidden: then when it is next seen.
    """

    tables: ClassVar[frozenset[str]]

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self._stale = True
        self.store.changed.connect(self._changed)

    def reload(self) -> None:
        """Read anew.  Every such page overrides this."""

    @Slot()
    def outdate(self) -> None:
        """Say that what is shown is not right any more."""
        self._stale = True
        self._freshen()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.tables:
            self.outdate()

    def _freshen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._freshen()
