"""The way from a list to its mailing: a button, a key, and the pane in the list's place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.gui.framework import icons
from app.gui.framework.page import Page
from app.gui.mailing.mailing_pane import MailingPane
from app.gui.records.picked import Picked
from app.gui.widgets.flow_row import FlowRow


class MailingEntry(QObject):
    """``views`` shows ``listed`` until the pane is wanted, and again afterwards."""

    def __init__(
        self,
        page: Page,
        views: QStackedWidget,
        listed: QWidget,
        tools: FlowRow,
        picked: Callable[[], Picked],
    ) -> None:
        super().__init__(page)
        self._page, self._views, self._list, self._picked = page, views, listed, picked
        self.pane: MailingPane | None = None
        self.button = QPushButton("宛名・案内状", tools)
        self.button.setIcon(icons.icon("mail"))
        page.keys.add("宛名ラベル・封筒・案内状", "Ctrl+L", self.begin, self.button)

    @Slot()
    def begin(self) -> None:
        """Show the mailing of the list as it is narrowed now, or of the rows selected in it."""
        page, picked = self._page, self._picked()
        if not picked.listed:
            page.dialogs.tell("宛名にする相手がいません。絞り込みを確かめてください。")
            return
        if self.pane is not None or not page.may_leave():
            return
        self.pane = MailingPane(page.store, page.dialogs, page.jobs, lambda: page.today)
        self.pane.left.connect(self.close)
        self.pane.said.connect(page.said)
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
            self._page.setFocus()
