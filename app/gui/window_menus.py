"""The menus of the window: every command with its key, as actions the search box finds too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from app.gui.framework.shortcuts import KeyHelp, native
from app.gui.framework.undo_actions import UndoActions
from app.gui.places import PLACES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu

NEW, OPEN, BACK_UP, CLOSE = "new", "open", "back_up", "close"
"""What the window asks the application to do with office files."""

_NAMES = {"Ctrl+Z": "元に戻す", "Ctrl+Y": "やり直す"}


class WindowMenus:
    """Fills the menu bar of a window; ``command`` gets one of the words above."""

    def __init__(
        self,
        window: QMainWindow,
        command: Callable[[str], None],
        go: Callable[[str], None],
        keys: Callable[[], None],
        search: Callable[[], None],
    ) -> None:
        self._window = window
        self.actions: list[QAction] = []
        self.office_actions: list[QAction] = []
        bar = window.menuBar()
        office = bar.addMenu("ファイル(&F)")
        self._add(office, "新しい事務所ファイルを作る(&N)…", "", lambda: command(NEW))
        self._add(office, "事務所ファイルを開く(&O)…", "Ctrl+O", lambda: command(OPEN))
        office.addSeparator()
        self._needs_office(self._add(office, "いま控えを取る(&B)", "", lambda: command(BACK_UP)))
        self._needs_office(
            self._add(office, "事務所ファイルを閉じる(&C)", "", lambda: command(CLOSE))
        )
        office.addSeparator()
        self._add(office, "終わる(&X)", "Ctrl+Q", window.close)
        edit = bar.addMenu("編集(&E)")
        self.undo = UndoActions(window)
        for action in (self.undo.undo, self.undo.redo):
            edit.addAction(action)
            self.actions.append(action)
        edit.addSeparator()
        self._add(edit, "探す・命令する(&F)…", "Ctrl+K", search)
        view = bar.addMenu("場所(&V)")
        for place in PLACES:
            action = self._add(view, place.title, place.key, _to(go, place.name))
            self._needs_office(action)
        self._add(bar.addMenu("ヘルプ(&H)"), "この画面のキー(&K)", "F1", keys)
        self.office_open(is_open=False)

    def office_open(self, *, is_open: bool) -> None:
        """Allow what needs an office, or not."""
        for action in self.office_actions:
            action.setEnabled(is_open)

    def help(self) -> tuple[KeyHelp, ...]:
        """Return the keys that work everywhere."""
        return tuple(
            KeyHelp(
                native(action.shortcut()), _NAMES.get(action.shortcut().toString(), plain(action))
            )
            for action in self.actions
            if not action.shortcut().isEmpty()
        )

    def _needs_office(self, action: QAction) -> None:
        self.office_actions.append(action)

    def _add(self, menu: QMenu, text: str, key: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self._window)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(slot)
        menu.addAction(action)
        self.actions.append(action)
        return action


def _to(go: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: go(name)


def plain(action: QAction) -> str:
    """Return the text of an action without the letter of its menu."""
    text = action.text().rstrip("…")
    return text[:-4] if text.endswith(")") and text[-4:-2] == "(&" else text
