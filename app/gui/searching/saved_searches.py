"""The saved searches at the left of さがす: chosen, renamed and removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.searching import commands, queries

_KEY = Qt.ItemDataRole.UserRole


class SavedSearches(QWidget):
    """``chosen`` says that another one is current, or none any more."""

    chosen = Signal()

    def __init__(self, store: ObservableStore, dialogs: Dialogs) -> None:
        super().__init__()
        self._store, self._dialogs = store, dialogs
        self.savedList = QListWidget()
        self.savedList.setAccessibleName("保存した条件")
        self.savedList.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.savedList.setSpacing(2)
        self.newButton = QPushButton("新しい条件")
        self.renameButton, self.removeButton = QPushButton("名前を変える"), QPushButton("削除")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(QLabel("保存した条件"))
        column.addWidget(self.savedList, 1)
        for button in (self.newButton, self.renameButton, self.removeButton):
            column.addWidget(button)
        self.setFocusProxy(self.savedList)
        self.savedList.currentItemChanged.connect(self.chosen)
        self.load()

    @property
    def key(self) -> int | None:
        """The one that is chosen."""
        item = self.savedList.currentItem()
        return None if item is None else int(item.data(_KEY))

    def load(self, chosen: int | None = None) -> None:
        """List them anew; the chosen one stays so unless another is named."""
        chosen = chosen if chosen is not None else self.key
        self.savedList.blockSignals(True)  # noqa: FBT003  listing is no choosing
        self.savedList.clear()
        for row in self._store.ask(queries.saved_searches):
            item = QListWidgetItem(row.name, self.savedList)
            item.setData(_KEY, row.id)
            item.setToolTip(row.name)
            if row.id == chosen:
                self.savedList.setCurrentItem(item)
        self.savedList.blockSignals(False)  # noqa: FBT003
        self.allow()

    def allow(self) -> None:
        """Offer to rename and remove while one is chosen."""
        for button in (self.renameButton, self.removeButton):
            button.setEnabled(self.key is not None)

    def let_go(self) -> None:
        """Choose none."""
        self.savedList.setCurrentRow(-1)

    @Slot()
    def rename(self) -> None:
        """Give the chosen one another name, asked for."""
        key, item = self.key, self.savedList.currentItem()
        if key is not None:
            name = self._dialogs.ask_text("名前を変える", "新しい名前", item.text())
            if name is not None:
                self._store.do("条件の名前の変更", commands.rename_search, key, name)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen one; that can be undone."""
        if (key := self.key) is not None:
            name = self.savedList.currentItem().text()
            self._store.do(f"条件の削除（{name}）", commands.remove_search, key)
