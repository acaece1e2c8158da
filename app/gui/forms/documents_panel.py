"""書類 on the card of a person: the office's own documents, each one press from its preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.forms import queries
from app.forms.edition import Basis
from app.gui.contacts.card_panel import CardPanel, Owner
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.reporting.document_link import document_target
from app.gui.widgets.flow_row import FlowRow

_NONE = "お一人について作る書類は、「報告と様式」の「様式」で足せます。"


class DocumentsPanel(CardPanel):
    """A button for each own document about one person; the link names the person too."""

    tables: ClassVar[frozenset[str]] = queries.TABLES

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self._owner: Owner | None = None
        self._row = FlowRow()
        self._none = QLabel(_NONE)
        self._none.setWordWrap(True)
        self._none.setProperty("quiet", True)  # noqa: FBT003
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        column.addWidget(self._none)

    def show_owner(self, owner: Owner) -> None:
        """Show the documents that can be made for somebody."""
        self._owner = owner
        for old in self.buttons:
            old.hide()
            old.deleteLater()
            old.setParent(None)
        found = [one for one in self.store.ask(queries.own_documents) if one.basis is Basis.PERSON]
        for one in found:
            button = QPushButton(f"{one.name}…", self._row)
            button.setAccessibleName(f"{owner.name}の{one.name}を作る".removeprefix("の"))
            button.setProperty("document", one.document)
            button.clicked.connect(self._open)
            button.show()
        self._row.setVisible(bool(found))
        self._none.setVisible(not found)

    @property
    def buttons(self) -> list[QPushButton]:
        """The documents that are offered."""
        return self._row.findChildren(QPushButton)

    @Slot()
    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and self._owner is not None:
            document = str(button.property("document"))
            self.wanted.emit(document_target(document, person=self._owner.key))
