"""A panel with lines, a button below them, and a form that stands in the button's place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.gui.contacts.card_panel import CardPanel, Owner, bring_into_view
from app.gui.contacts.panel_lines import PanelLines
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target


class WritingPanel(CardPanel):
    """Subclasses put a form into ``frame`` and call ``close_form`` when it is done.

    They have ``list_owner``, which fills ``lines``, and ``start``, which begins the form.
    """

    list_owner: Callable[[Owner], None]
    start: Callable[[Owner], None]

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.owner: Owner | None = None
        self.lines = PanelLines(self)
        self.lines.linked.connect(self._follow)
        self.add_button = QPushButton(self)
        self.add_button.clicked.connect(self.begin)
        self.frame = QFrame(self)
        self.frame.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.lines, self.add_button, self.frame):
            column.addWidget(widget)
        self.frame.hide()

    def show_owner(self, owner: Owner) -> None:
        """Show what is somebody's; what is being written for somebody else is dropped."""
        before = self.owner
        if before is None or (owner.subject, owner.key) != (before.subject, before.key):
            self.frame.hide()
            self.add_button.show()
        self.owner = owner
        self.lines.clear()
        self.list_owner(owner)

    @Slot()
    def begin(self) -> None:
        """Show the form in place of the button."""
        if self.owner is not None:
            self.open_form()
            self.start(self.owner)

    def open_form(self) -> None:
        """Put the form in place of the button."""
        self.add_button.hide()
        self.frame.show()
        bring_into_view(self.frame)

    @Slot()
    def close_form(self) -> None:
        """Give up, or be done."""
        self.frame.hide()
        self.add_button.show()
        self.add_button.setFocus()

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target("contacts", kind, int(key)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.frame.isVisible():
            self.close_form()
        else:
            super().keyPressEvent(event)
