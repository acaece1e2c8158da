"""The same confirmation of many resources, as after a leaflet came or a meeting was held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.local_resources.confirm_form import ConfirmForm, Refused, usual
from app.gui.records.pane_entry import PaneEntry
from app.gui.records.picked import Picked
from app.gui.widgets.paragraph import Paragraph
from app.local_resources import commands, queries
from app.local_resources.local_resource import ConfirmationDraft, LocalResourceId

_NAMED = 60


class BulkConfirmPane(QWidget):
    """Shows whose information is confirmed, and asks how; one step to undo."""

    left = Signal()
    said = Signal(str)

    def __init__(self, store: ObservableStore, today: Callable[[], date]) -> None:
        super().__init__()
        self.store, self.today = store, today
        self._keys: tuple[LocalResourceId, ...] = ()
        self.title = QLabel()
        self.title.setProperty("title", True)  # noqa: FBT003
        self.names = Paragraph()
        self.form = ConfirmForm(today)
        self.form.closed.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        for widget in (self.title, self.form, self.names):
            column.addWidget(widget)
        column.addStretch(1)

    def begin(self, picked: Picked) -> None:
        """Begin with what of a list is meant."""
        self._keys = tuple(LocalResourceId(key) for key in picked.keys)
        self.title.setText(f"{len(self._keys):,}件をまとめて確認する")
        rows = self.store.ask(queries.resources, self._keys[:_NAMED])
        more = f"　ほか{len(self._keys) - _NAMED:,}件" if len(self._keys) > _NAMED else ""
        self.names.setText("、".join(row.name for row in rows) + more)
        self.form.begin("情報の確認", usual(self.store, self.today()), self._write)

    def forget(self) -> None:
        """Let go of what was begun."""
        self._keys = ()

    def _write(self, draft: ConfirmationDraft, refused: Refused) -> bool:
        done = self.store.do(
            f"まとめて確認（{len(self._keys):,}件）",
            commands.confirm_resources,
            self._keys,
            draft,
            on_refusal=refused,
        )
        return done is not None


class BulkConfirmEntry(PaneEntry):
    """``views`` shows ``listed`` until the pane is wanted, and again afterwards."""

    icon = "check-all"
    nobody = "まとめて確認する社会資源がありません。絞り込みを確かめてください。"

    def __init__(
        self,
        page: Page,
        views: QStackedWidget,
        listed: QWidget,
        button: QPushButton,
        picked: Callable[[], Picked],
    ) -> None:
        def make() -> BulkConfirmPane:
            return BulkConfirmPane(page.store, lambda: page.today)

        super().__init__(page, views, listed, picked, button, make)
        page.keys.add("まとめて確認", "Ctrl+B", self.begin, button)
