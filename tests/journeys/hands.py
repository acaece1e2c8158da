"""Somebody at the window: keys go where the focus is, the mouse to what can be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.gui.desk import Desk
from app.gui.framework.excepthook import Reporter
from app.gui.framework.page import Page
from app.gui.framework.view import View
from app.gui.welcome.welcome_page import WelcomePage
from app.gui.widgets.pdf_preview import PdfPreview
from app.kernel.paths import Paths
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text

PASSPHRASE = "みなとまち　はこだて"
PATIENCE_MS = 30_000
_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Space": Qt.Key.Key_Space,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Down": Qt.Key.Key_Down,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Tab": Qt.Key.Key_Tab,
    "PageDown": Qt.Key.Key_PageDown,
    "F2": Qt.Key.Key_F2,
    "Esc": Qt.Key.Key_Escape,
    "[": Qt.Key.Key_BracketLeft,
    "]": Qt.Key.Key_BracketRight,
}


class Hands:
    """Works the window of a ``Desk``; ``keys`` counts the keys that were pressed."""

    def __init__(self, paths: Paths, qtbot: QtBot) -> None:
        self.clock = Clock(datetime(2026, 5, 20, 9))
        self.dialogs = FakeDialogs()
        reporter = Reporter(self.dialogs, paths.logs, "0")
        self.desk = Desk(paths, self.clock, View(paths.data), self.dialogs, reporter)
        self.keys = 0
        self._closed = False
        self._qtbot = qtbot

    # The window

    def start(self, office: Path | None = None) -> None:
        """Open the window, on an office if one is given."""
        self.desk.start(office)
        with self._qtbot.waitSignal(self.desk.window.painted):
            self.desk.window.show()
        self._be_in_front()

    def make_office(self, path: Path, *, encrypted: bool = False) -> None:
        """Answer the first run."""
        welcome = self.welcome()
        type_text(welcome.ui.nameEdit, "見本事務所")
        if encrypted:
            welcome.ui.encryptChoice.setChecked(True)
        self.answer(path, *([PASSPHRASE] if encrypted else []))
        with self._qtbot.waitSignal(self.desk.session.opened, timeout=PATIENCE_MS):
            self.click(welcome.ui.createButton)
        if encrypted:
            self.until(lambda: isinstance(self.shown, PdfPreview))
            self.rest()
            self.press("Esc")
        self.until(lambda: isinstance(self.shown, Page))
        self.rest()

    def welcome(self) -> WelcomePage:
        """Wait for the welcome page."""
        self.until(lambda: isinstance(self.shown, WelcomePage))
        return self.shown

    def close(self) -> None:
        """Close the window as a person does, and let everything go; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        self.desk.window.close()
        self.until(lambda: not self.desk.window.isVisible())
        self.desk.end()
        QApplication.processEvents()

    @property
    def shown(self) -> Any:
        """The page that is seen."""
        return self.desk.window.ui.pages.currentWidget()

    @property
    def said(self) -> str:
        """What the status line says."""
        return self.desk.window.ui.statusLine.text.text()

    # Hands

    def press(self, *keys: str) -> None:
        """Press keys where the focus is: names of keys, ``Ctrl+K``, or single letters."""
        for key in keys:
            *modifiers, last = [key] if key == "+" else key.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= {
                    "Ctrl": Qt.KeyboardModifier.ControlModifier,
                    "Shift": Qt.KeyboardModifier.ShiftModifier,
                    "Alt": Qt.KeyboardModifier.AltModifier,
                }[modifier]
            target = QApplication.focusWidget() or self.desk.window
            key_ = _KEYS.get(last) or getattr(Qt.Key, f"Key_{last.upper()}", last)
            QTest.keyClick(target, key_, held)
            self.keys += 1

    def type(self, text: str, into: QWidget | None = None) -> None:
        """Type text into the field that has the focus, Japanese as an input method does."""
        target = into or QApplication.focusWidget()
        assert target is not None
        target = target.focusProxy() or target
        if into is not None:
            target.setFocus()
        if text.isascii():
            for letter in text:  # the first may open the field the others go to
                QTest.keyClicks(QApplication.focusWidget() or target, letter)
        else:
            type_text(target, text)

    def paste(self, text: str, into: QWidget) -> None:
        """Let an input method commit a text, whatever is in it."""
        into.setFocus()
        type_text(into, text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click something that can be seen and may be clicked."""
        assert widget.isVisible(), widget.objectName()
        assert widget.isEnabled(), widget.objectName()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or QPoint())

    def answer(self, *answers: object) -> None:
        """Say what the next questions are answered with."""
        assert not self.dialogs.answers, self.dialogs.answers
        self.dialogs.answers = list(answers)

    # Waiting

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something has come true."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def rest(self) -> None:
        """Wait until nothing is being worked on, and no bar of progress is in front."""
        self.until(lambda: not self.desk.jobs.busy and self.desk.progress.bar is None)
        self._be_in_front()

    def _be_in_front(self) -> None:
        """Do what a desktop does by itself once a dialog has gone."""
        with self._qtbot.waitActive(self.desk.window):
            self.desk.window.activateWindow()

    @contextmanager
    def counted(self) -> Iterator[Callable[[], int]]:
        """Give a function that says how many keys were pressed since."""
        before = self.keys
        yield lambda: self.keys - before
