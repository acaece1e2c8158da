"""The keys of the page, with those of the tab that is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.gui.framework.shortcuts import KeyHelp, PageKeys


class TabKeys(PageKeys):
    """Adds to the help what the tab now shown handles by itself."""

    def __init__(self, page: QWidget, told: Callable[[], tuple[KeyHelp, ...]]) -> None:
        super().__init__(page)
        self._of_tab = told

    def help(self) -> tuple[KeyHelp, ...]:
        """Return everything F1 shows for the page and the tab that is shown."""
        return (*super().help(), *self._of_tab())
