"""The texts of a report, each beside what the period before said there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QScrollArea, QWidget

from app.gui.council.kept_text import KeptText

_LINES = 4
"""The least height of a text, in lines: where there is no room for all, they are scrolled."""


@dataclass(frozen=True, slots=True)
class Words:
    """A part of a report: its name for the program, its heading, its text, and that before."""

    name: str
    title: str
    text: str
    before: str
    whence: str
    """The period ``before`` is of; empty where there is none."""


class WordsPane(QScrollArea):
    """``keep(name, text)`` stores a text when its field is left; the page gives it."""

    keep: Callable[[str, str], bool]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self.setWidget(self._body)
        self.edits: dict[str, QPlainTextEdit] = {}
        self._kept: dict[str, KeptText] = {}
        self._beside: dict[str, tuple[QLabel, QPlainTextEdit]] = {}

    def show_words(self, words: Sequence[Words], *, anew: bool) -> None:
        """Show the texts; of the same period, what is being typed stays."""
        for one in words:
            if one.name not in self.edits:
                self._add(one)
            self._kept[one.name].show(one.text, anew=anew)
            label, beside = self._beside[one.name]
            label.setText(f"{one.whence}の文章" if one.whence else "前の文章はありません")
            beside.setPlainText(one.before)

    def save(self) -> bool:
        """Store what is typed; return whether nothing is left to be stored."""
        saved = [kept.save() for kept in self._kept.values()]
        return all(saved)

    def _add(self, one: Words) -> None:
        edit, beside = QPlainTextEdit(), QPlainTextEdit()
        title, before = QLabel(one.title), QLabel()
        title.setBuddy(edit)
        before.setProperty("quiet", True)  # noqa: FBT003
        edit.setAccessibleName(one.title)
        beside.setAccessibleName(f"{one.title}（前の文章）")
        beside.setReadOnly(True)
        beside.setTabChangesFocus(True)
        row = self._grid.rowCount()
        for text, column in ((edit, 0), (beside, 1)):
            text.setMinimumWidth(1)
            self._grid.addWidget(text, row + 1, column)
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(before, row, 1)
        self._grid.setRowStretch(row + 1, 1)
        self.edits[one.name] = edit
        self._kept[one.name] = KeptText(edit, partial(self._keep, one.name))
        self._beside[one.name] = (before, beside)
        self._fit()

    def _fit(self) -> None:
        """Give every text its least height; that of the widgets belongs to the style sheet."""
        height = self.fontMetrics().lineSpacing() * _LINES
        for row in range(2, self._grid.rowCount(), 2):
            self._grid.setRowMinimumHeight(row, height)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_beside"):
            self._fit()

    def _keep(self, name: str, text: str) -> bool:
        return self.keep(name, text)
