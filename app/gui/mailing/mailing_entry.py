"""The way from a list to its mailing: a button, a key, and the pane in the list's place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.gui.framework.page import Page
from app.gui.mailing.mailing_pane import MailingPane
from app.gui.records.pane_entry import PaneEntry
from app.gui.records.picked import Picked
from app.gui.widgets.flow_row import FlowRow


class MailingEntry(PaneEntry):
    """``views`` shows ``listed`` until the pane is wanted, and again afterwards."""

    icon = "mail"
    nobody = "宛名にする相手がいません。絞り込みを確かめてください。"

    def __init__(
        self,
        page: Page,
        views: QStackedWidget,
        listed: QWidget,
        tools: FlowRow,
        picked: Callable[[], Picked],
    ) -> None:
        button = QPushButton("宛名・案内状", tools)

        def make() -> MailingPane:
            return MailingPane(page.store, page.dialogs, page.jobs, lambda: page.today)

        super().__init__(page, views, listed, picked, button, make)
        page.keys.add("宛名ラベル・封筒・案内状", "Ctrl+L", self.begin, self.button)
