"""A line that offers what was written into it before; what is offered need not be taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_SHOWN = 8


class RecalledEdit(QLineEdit):
    """↓ marks a text of the list under the line, Enter takes it.

    ``taken`` says that Enter was pressed while the list was open: a form then goes on.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = QStringListModel(self)
        offered = QCompleter(self._texts, self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.setMaxVisibleItems(_SHOWN)
        self.setCompleter(offered)
        # Queued: a marked text is written into the line after this.
        self.returnPressed.connect(self.taken, Qt.ConnectionType.QueuedConnection)

    def recall(self, texts: Sequence[str]) -> None:
        """Offer these, the one most likely to be wanted first."""
        self._texts.setStringList(list(texts))
