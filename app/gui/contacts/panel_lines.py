"""The lines of a panel on a card: a text that wraps, with links in it, and buttons beside it."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_LINE = "<p style='line-height:135%; margin:0'>{}</p>"
_TOP = Qt.AlignmentFlag.AlignTop
_BY_ALL = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)


@dataclass(frozen=True, slots=True)
class Act:
    """A button of a line: its verb, its whole name for who hears it read out, what it does."""

    verb: str
    name: str
    slot: Callable[[], object]


class PanelLines(QWidget):
    """Shows lines one under the other; ``linked`` carries the address of a link (``person:3``)."""

    linked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def add(self, text: str, acts: Sequence[Act] = (), *, quiet: bool = False) -> None:
        """Add a line; its text is HTML, see ``link`` and ``plain``."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = QLabel(_LINE.format(text))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setProperty("quiet", quiet)
        label.setTextInteractionFlags(_BY_ALL)
        label.linkActivated.connect(self._follow)
        row.addWidget(label, 1, _TOP)
        for act in acts:
            button = QPushButton(act.verb)
            button.setAccessibleName(act.name)
            button.setToolTip(act.name)
            button.clicked.connect(act.slot)
            row.addWidget(button, 0, _TOP)
        self._column.addWidget(line)
        line.show()

    def say(self, text: str) -> None:
        """Add a quiet line of plain text."""
        self.add(plain(text), quiet=True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Give the links the colour of another look: a text keeps the one it was set with."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for label in self.findChildren(QLabel):
                text = label.text()
                label.clear()
                label.setText(text)

    @Slot(str)
    def _follow(self, address: str) -> None:
        self.linked.emit(address)


def link(kind: str, key: int, text: str) -> str:
    """Return a link to a person or an organisation."""
    return f'<a href="{kind}:{key}">{html.escape(text)}</a>'


def plain(text: str) -> str:
    """Return plain text as HTML."""
    return html.escape(text).replace("\n", "<br>")
