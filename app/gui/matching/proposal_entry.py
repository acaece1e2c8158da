"""The way from the requests to the proposal for all of them, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.gui.framework.page import Page
from app.gui.matching.proposal_pane import ProposalPane


class ProposalEntry(QObject):
    """``views`` shows the proposal in the list's place while it is looked at."""

    def __init__(self, page: Page, views: QStackedWidget, listed: QWidget) -> None:
        super().__init__(page)
        self._page, self._views, self._list = page, views, listed
        self.pane: ProposalPane | None = None

    @Slot()
    def begin(self) -> None:
        """Make the proposal and show it."""
        if self.pane is not None or not self._page.may_leave():
            return
        self.pane = ProposalPane(self._page.store, lambda: self._page.today)
        self.pane.left.connect(self.close)
        self._views.addWidget(self.pane)
        self._views.setCurrentWidget(self.pane)
        self.pane.begin()
        self.pane.setFocus()

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
