"""控えから始める: which backup to begin with while no office is open, and where to put it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from app.gui.backups import REASONS, size, when
from app.gui.compiled.welcome.ui_restore_page import Ui_RestorePage
from app.gui.framework import theme
from app.storage.backup import Backup

_HEADINGS = ("事務所ファイル", "作った日時", "きっかけ", "大きさ")
_WIDTHS = (16, 17, 10, 6)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_UNDECIDED = "戻す先：次に選びます"


class RestorePage(QWidget):
    """``begin_wanted`` carries the backup and where to put it, or nothing if that is to be asked.

    ``target_wanted`` asks for another place, ``other_wanted`` for a backup kept elsewhere.
    """

    begin_wanted = Signal(object, object)
    target_wanted = Signal()
    other_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_RestorePage()
        self.ui.setupUi(self)
        self._backups: Sequence[Backup] = ()
        self._places: Mapping[str, Path] = {}
        self._own: Path | None = None
        ui = self.ui
        _lay_out(ui.backupTable)
        ui.backupTable.currentCellChanged.connect(self._chosen)
        ui.backupTable.cellActivated.connect(self.begin)
        ui.beginButton.clicked.connect(self.begin)
        ui.targetButton.clicked.connect(self.target_wanted)
        ui.otherButton.clicked.connect(self.other_wanted)
        ui.backButton.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def show_backups(
        self, backups: Sequence[Backup], places: Mapping[str, Path], office: str = ""
    ) -> None:
        """List backups, newest first, the newest of ``office`` chosen.

        ``places`` says where the office file of each name was last seen.
        """
        self._places, self._own = places, None
        self._fill(backups)
        own = [number for number, one in enumerate(backups) if one.office == office]
        self.ui.backupTable.setCurrentCell(own[0] if own else 0, 0)
        self._chosen()

    def add(self, backup: Backup) -> None:
        """Put a backup kept elsewhere before the others, and choose it."""
        self._fill([backup, *(one for one in self._backups if one.path != backup.path)])
        self.ui.backupTable.setCurrentCell(0, 0)
        self._chosen()

    def _fill(self, backups: Sequence[Backup]) -> None:
        self._backups = backups
        table = self.ui.backupTable
        table.setRowCount(len(backups))
        for number, backup in enumerate(backups):
            texts = (backup.office, when(backup), REASONS[backup.reason], size(backup))
            for column, text in enumerate(texts):
                table.setItem(number, column, _item(text, right=column == len(texts) - 1))
        ui = self.ui
        ui.noneLabel.setVisible(not backups)
        for widget in (table, ui.targetLabel, ui.targetButton, ui.keptLabel):
            widget.setVisible(bool(backups))
        self.setFocusProxy(table if backups else ui.otherButton)

    def choose_target(self, target: Path) -> None:
        """Put the backup here, whichever is chosen."""
        self._own = target
        self._chosen()

    @property
    def target(self) -> Path | None:
        """Where the chosen backup goes, if that is known."""
        backup = self.backup
        return self._own or (self._places.get(backup.office) if backup else None)

    @property
    def backup(self) -> Backup | None:
        """The chosen backup."""
        row = self.ui.backupTable.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    @Slot()
    def _chosen(self) -> None:
        target = self.target
        self.ui.targetLabel.setText(f"戻す先：{target}" if target else _UNDECIDED)
        self.ui.beginButton.setEnabled(self.backup is not None)

    @Slot()
    def begin(self) -> None:
        """Begin with the chosen backup."""
        backup = self.backup
        if backup is not None:
            self.begin_wanted.emit(backup, self.target)


def _item(text: str, *, right: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    if right:
        item.setTextAlignment(_RIGHT)
    return item


def _lay_out(table: QTableWidget) -> None:
    table.setColumnCount(len(_HEADINGS))
    table.setHorizontalHeaderLabels(list(_HEADINGS))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.row_height())
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    em = table.fontMetrics().horizontalAdvance("国")
    for column, ems in enumerate(_WIDTHS):
        table.setColumnWidth(column, ems * em)
    table.horizontalHeader().setStretchLastSection(True)
