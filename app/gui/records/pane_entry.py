"""The way from a list to something done with many of it: a pane in the list's place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.gui.framework import icons, view
from app.gui.framework.page import Page
from app.gui.records.picked import Picked


class PickedPane(Protocol):
    """A widget; ``left`` says that it is finished, ``said`` carries a sentence."""

    @property
    def left(self) -> SignalInstance: ...

    @property
    def said(self) -> SignalInstance: ...

    def begin(self, picked: Picked) -> None:
        """Begin with what of a list is meant."""

    def forget(self) -> None:
        """Let go of what is being made."""


class PaneEntry(QObject):
    """``views`` shows ``listed`` until the button is pressed, and again after the pane."""

    def __init__(
        self,
        page: Page,
        views: QStackedWidget,
        listed: QWidget,
        picked: Callable[[], Picked],
        button: QPushButton,
        make: Callable[[], PickedPane],
    ) -> None:
        super().__init__(page)
        self.page, self.button = page, button
        self._views, self._list, self._picked, self._make = views, listed, picked, make
        self.pane: Any = None
        self._draw()
        view.current().changed.connect(self._draw)

    icon = ""
    nobody = ""
    """What is told where the list is empty."""

    @Slot()
    def _draw(self) -> None:
        self.button.setIcon(icons.icon(self.icon))

    @Slot()
    def begin(self) -> None:
        """Show the pane for the list as it is narrowed now, or for the rows selected in it."""
        picked = self._picked()
        if not picked.listed:
            self.page.dialogs.tell(self.nobody)
            return
        if self.pane is not None or not self.page.may_leave():
            return
        self.pane = self._make()
        self.pane.left.connect(self.close)
        self.pane.said.connect(self.page.said)
        self._views.addWidget(self.pane)
        self._views.setCurrentWidget(self.pane)
        self.pane.begin(picked)

    @Slot()
    def close(self) -> None:
        """Show the list again."""
        pane, self.pane = self.pane, None
        if pane is not None:
            pane.forget()
            self._views.setCurrentWidget(self._list)
            self._views.removeWidget(pane)
            pane.deleteLater()
            self.page.setFocus()
