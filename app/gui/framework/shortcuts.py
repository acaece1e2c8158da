"""The keys of a page: made in one place, so that F1 can list them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """One line of the help: the keys as they are written on the keyboard, and what they do."""

    keys: str
    text: str


class PageKeys:
    """Collects the actions of a page, each with its key.

    A key works while the page is seen, wherever in the window the cursor is.  A part of a page
    whose keys others use as well (a preview: Ctrl+P) passes ``inside=True``: its keys then work
    only while the cursor is in it, and the page should not be seen at the same time.
    """

    def __init__(self, page: QWidget, *, inside: bool = False) -> None:
        self._page = page
        context = Qt.ShortcutContext
        self._context = context.WidgetWithChildrenShortcut if inside else context.WindowShortcut
        self._made: list[QAction] = []
        self._told: list[KeyHelp] = []

    @property
    def actions(self) -> list[QAction]:
        """The actions of the page, for the search box."""
        return list(self._made)

    def add(
        self,
        text: str,
        key: str,
        slot: Callable[[], object],
        button: QAbstractButton | None = None,
    ) -> QAction:
        """Make an action; ``key`` as Qt writes it (``Ctrl+N``).

        With a button, the button does the same, its tool tip shows the key, and the action is
        enabled just when the button is at the moment the key is pressed.
        """
        action = QAction(text, self._page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(self._context)
        if button is None:
            action.triggered.connect(slot)
        else:
            action.triggered.connect(button.click)
            button.clicked.connect(slot)
            button.setToolTip(f"{text}（{native(action.shortcut())}）")
        self._page.addAction(action)
        self._made.append(action)
        return action

    def tell(self, keys: str, text: str) -> None:
        """List keys that the page handles by itself, such as those of a grid."""
        self._told.append(KeyHelp(keys, text))

    def help(self) -> tuple[KeyHelp, ...]:
        """Return everything F1 shows for this page: what cannot be done now is left out."""
        made = [
            KeyHelp(native(action.shortcut()), action.text())
            for action in self._made
            if action.isEnabled()
        ]
        return (*made, *self._told)


def native(key: QKeySequence) -> str:
    """Write a key as this system's keyboards do."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)
