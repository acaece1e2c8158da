"""The tabs あ, か, さ … over a list of contacts, each with the number of those listed under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QTabBar

from app.contacts.card import Tab
from app.contacts.derived import TABS

_PAUSE_MS = 80
"""The tabs count once the typing pauses: laying them out takes as long as the search."""
_NARROW = {"ふりがな未入力": "未入力"}


class KanaTabs(QObject):
    """Writes the counts that ``ask`` returns on a bar; the first tab, すべて, bears none."""

    def __init__(self, bar: QTabBar, ask: Callable[[], Sequence[Tab]]) -> None:
        super().__init__(bar)
        self._bar = bar
        self._ask = ask
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._write)

    @property
    def chosen(self) -> str:
        """The tab that narrows the list, or nothing."""
        tab = self._bar.currentIndex()
        return TABS[tab - 1] if tab > 0 else ""

    def count(self, *, typing: bool) -> None:
        """Count now, or while somebody types once they pause."""
        if typing:
            self._pause.start()
        else:
            self._write()

    @Slot()
    def _write(self) -> None:
        tabs = self._ask()
        titles = ["すべて", *(_NARROW.get(tab.title, tab.title) for tab in tabs)]
        counts = [0, *(tab.people for tab in tabs)]
        for number, (title, count) in enumerate(zip(titles, counts, strict=True)):
            text = f"{title} {count}" if count else title
            if self._bar.count() <= number:
                self._bar.addTab(text)
            elif self._bar.tabText(number) != text:
                self._bar.setTabText(number, text)
