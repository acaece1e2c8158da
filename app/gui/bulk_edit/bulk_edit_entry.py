"""The way from a list to まとめて変更: a button, a key, and the pane in the list's place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.gui.bulk_edit.bulk_edit_pane import BulkEditPane
from app.gui.framework.page import Page
from app.gui.records.pane_entry import PaneEntry
from app.gui.records.picked import Picked
from app.gui.widgets.flow_row import FlowRow


class BulkEditEntry(PaneEntry):
    """``views`` shows ``listed`` until the pane is wanted, and again afterwards."""

    icon = "check-all"
    nobody = "まとめて変更する相手がいません。絞り込みを確かめてください。"

    def __init__(
        self,
        page: Page,
        views: QStackedWidget,
        listed: QWidget,
        tools: FlowRow,
        picked: Callable[[], Picked],
    ) -> None:
        button = QPushButton("まとめて変更", tools)

        def make() -> BulkEditPane:
            return BulkEditPane(page.store, page.jobs, lambda: page.today)

        super().__init__(page, views, listed, picked, button, make)
        page.keys.add("まとめて変更", "Ctrl+B", self.begin, self.button)
