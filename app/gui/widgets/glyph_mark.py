"""A line under a field that says which of its characters no font of the screen has."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.gui.widgets.glyphs import unshowable
from app.gui.widgets.paragraph import Paragraph


class GlyphMark(Paragraph):
    """Hidden while every character of the fields it watches can be drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("warning", True)  # noqa: FBT003
        self.setAccessibleName("表示できない文字")
        self._watched: list[QLineEdit] = []
        self.hide()

    def watch(self, *edits: QLineEdit) -> None:
        """Follow the text of these fields."""
        for edit in edits:
            self._watched.append(edit)
            edit.textChanged.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        missing = unshowable("".join(edit.text() for edit in self._watched))
        codes = "、".join(f"U+{ord(char):04X}" for char in missing)
        self.setText(
            f"この字は画面用の書体にありません（{codes}）。四角で表示されますが、"
            "入力したとおりに保存します。"
            if missing
            else ""
        )
        self.setVisible(bool(missing))
