"""What an empty page shows: what belongs here, and the button of the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.widgets.paragraph import Paragraph


class EmptyState(QWidget):
    """``wanted`` says that the first step was asked for."""

    wanted = Signal()

    def __init__(self, title: str, text: str, step: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setWordWrap(True)
        self.title.setProperty("title", True)  # noqa: FBT003
        self.text = Paragraph()
        self.text.setText(text)
        self.text.setProperty("quiet", True)  # noqa: FBT003
        self.step = QPushButton(step, self)  # shown without a parent it were a window for a moment
        self.step.setProperty("primary", True)  # noqa: FBT003
        self.step.setVisible(bool(step))
        self.step.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.addStretch(2)
        # A wrapped text needs the whole width to know its height.
        column.addWidget(self.title)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.text, 8)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
