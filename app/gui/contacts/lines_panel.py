"""A panel of a card that is a list of lines, each with links to one place of the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.contacts.card_panel import CardPanel
from app.gui.contacts.panel_lines import PanelLines
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target


class LinesPanel(CardPanel):
    """Subclasses say the ``PLACE`` their links lead to, and fill ``lines`` in ``show_owner``."""

    PLACE: ClassVar[str]

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.lines = PanelLines(self)
        self.lines.linked.connect(self._follow)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.lines)

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target(self.PLACE, kind, int(key)))
