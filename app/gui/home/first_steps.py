"""What 今日 shows in an office that has nothing yet: the first steps, each a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.framework.search import Target
from app.gui.widgets.paragraph import Paragraph

STEPS = (
    (
        "事務所の設定を確かめる",
        "書類に載る事務所の名前・住所・宛先を確かめます。",
        Target("settings", "section", "office"),
    ),
    (
        "名簿を取り込む",
        "いまお使いのExcelやCSVの名簿から、連絡先をまとめて登録します。",
        Target("contacts", "import"),
    ),
    (
        "研修を開設する",
        "養成研修などの日程と定員を決めると、申込・出席・修了証書まで続けて扱えます。",
        Target("training", "new"),
    ),
)


class FirstSteps(QWidget):
    """``wanted`` carries the ``Target`` of the step that was chosen."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("はじめに、この三つから")
        title.setProperty("title", True)  # noqa: FBT003
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        self.buttons = [self._button(row, grid) for row in range(len(STEPS))]
        self.buttons[0].setProperty("primary", True)  # noqa: FBT003
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addLayout(grid)
        column.addStretch(2)
        self.setFocusProxy(self.buttons[0])

    def _button(self, row: int, grid: QGridLayout) -> QPushButton:
        text, said, _target = STEPS[row]
        button = QPushButton(f"{row + 1}　{text}")
        button.clicked.connect(self._chosen)
        about = Paragraph()
        about.setText(said)
        about.setMinimumWidth(420)
        about.setProperty("quiet", True)  # noqa: FBT003
        grid.addWidget(button, row, 1)
        grid.addWidget(about, row, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        return button

    @Slot()
    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.wanted.emit(STEPS[self.buttons.index(button)][2])
