"""Asking for the passphrase of an encrypted office, or for a new one twice."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

_SHORTEST = 8


class PassphraseDialog(QDialog):
    """Keeps what was typed hidden unless asked to show it."""

    def __init__(
        self, title: str, text: str, *, new: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._new = new
        layout = QFormLayout(self)
        explanation = QLabel(text)
        explanation.setWordWrap(True)
        layout.addRow(explanation)
        self.first = self._field("パスフレーズ")
        layout.addRow("パスフレーズ(&P)", self.first)
        self.second = self._field("パスフレーズをもう一度")
        if new:
            layout.addRow("もう一度(&A)", self.second)
        self.shown = QCheckBox("文字を見せる(&S)")
        self.shown.toggled.connect(self._reveal)
        layout.addRow(self.shown)
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        layout.addRow(self.problem)
        box = QDialogButtonBox()
        box.addButton("決める" if new else "開く", QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton("やめる", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.check)
        box.rejected.connect(self.reject)
        layout.addRow(box)

    def ask(self) -> str | None:
        """Show the dialog and return the passphrase, or nothing."""
        return self.first.text() if self.exec() == QDialog.DialogCode.Accepted else None

    @Slot()
    def check(self) -> None:
        """Accept what was typed, or say what is wrong with it."""
        problem = self._problem()
        self.problem.setText(problem)
        if not problem:
            self.accept()

    def _problem(self) -> str:
        if not self.first.text():
            return "パスフレーズを入力してください。"
        if not self._new:
            return ""
        if len(self.first.text()) < _SHORTEST:
            return f"パスフレーズは{_SHORTEST}文字以上にしてください。"
        if self.first.text() != self.second.text():
            return "二つのパスフレーズが同じではありません。もう一度入力してください。"
        return ""

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)

    @staticmethod
    def _field(name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        return field
