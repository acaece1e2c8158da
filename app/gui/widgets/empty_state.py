"""What an empty page shows: what belongs here, and the button of the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.widgets.paragraph import Paragraph


class EmptyState(QWidget):
    """``wanted`` says that the first step was asked for."""

    wanted = Signal()

    def __init__(self, title: str, text: str, step: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setProperty("title", True)  # noqa: FBT003
        self.text = Paragraph()
        self.text.setText(text)
        self.text.setProperty("quiet", True)  # noqa: FBT003
        self.text.setMaximumWidth(560)
        self.step = QPushButton(step)
        self.step.setProperty("primary", True)  # noqa: FBT003
        self.step.setVisible(bool(step))
        self.step.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self.title, self.text, self.step):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
