"""The side of a form: the palette of fields, and what is in the chosen cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.documents.form.choices import TICK
from app.gui.compiled.forms.ui_field_side import Ui_FieldSide
from app.gui.forms.mark_text import FORMATS, MarkText, problem_of, read_mark, tag_text
from app.reporting.palette import PaletteField

_GROWS, _FRAMES = "増える", "枠に入れる"
_HINT = "項目を押して写すと、次に押したセルに入ります。セルへ引いて落としても入ります。"
_READ_ONLY = "付属の様式です。項目は写せます。直すときは、書き出してExcelで直し、登録してください。"


@dataclass(frozen=True, slots=True)
class CellFacts:
    """The chosen cell: where it is, what is drawn there, and the text with tags that counts.

    ``mapped`` says that the text was pointed at, and does not stand in the form itself.
    """

    address: str
    drawn: str
    text: str
    mapped: bool


class FieldSide(QWidget):
    """Says what is wanted; the card of the form does it.

    ``taken`` carries a field for the next cell that is clicked (an empty one: never mind), ``put``
    one for the chosen cell.  ``text_wanted`` carries a whole text for the chosen cell,
    ``clearing_wanted`` says that it is to have none; ``left`` gives the keys back to the picture.
    ``said`` is for the status line.
    """

    taken = Signal(str)
    put = Signal(str)
    text_wanted = Signal(str)
    clearing_wanted = Signal()
    left = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_FieldSide()
        self.ui.setupUi(self)
        self._known: frozenset[str] = frozenset()
        self._cell: CellFacts | None = None
        self._may_change = False
        self.ui.cellLabel.prepare(ems=16, bold=True)
        for name, label in FORMATS:
            self.ui.formatCombo.addItem(label, name)
        self.ui.listCombo.addItems((_GROWS, _FRAMES))
        self._connect()
        self.show_armed("")
        self.show_cell(None)

    def _connect(self) -> None:
        ui = self.ui
        ui.filterEdit.textChanged.connect(ui.palette.filter)
        ui.filterEdit.installEventFilter(self)
        ui.palette.taken.connect(self._take)
        ui.palette.chosen.connect(self._choose)
        ui.palette.copy_wanted.connect(self.copy)
        ui.palette.given_up.connect(self._give_up)
        ui.copyButton.clicked.connect(self._copy_current)
        ui.putButton.clicked.connect(self._put_current)
        ui.textEdit.textEdited.connect(self._typed)
        ui.textEdit.finished.connect(self._take_text)
        ui.textEdit.given_up.connect(self._leave_text)
        ui.clearButton.clicked.connect(self.clearing_wanted)
        ui.formatCombo.activated.connect(self._written_otherwise)
        ui.listCombo.activated.connect(self._written_otherwise)
        ui.framesSpin.valueChanged.connect(self._written_otherwise)

    # What is shown

    def show_fields(self, fields: Sequence[PaletteField], *, may_change: bool) -> None:
        """Show the fields of a document; ``may_change``: its form can be pointed at."""
        self._known = frozenset(field.tag for field in fields)
        self._may_change = may_change
        self.ui.palette.show_fields(fields)
        self.show_armed("")
        self.show_cell(self._cell)

    def show_armed(self, field: str) -> None:
        """Say which field goes into the next cell that is clicked, if one does."""
        if not self._may_change:
            self.ui.hintLabel.setText(_READ_ONLY)
        elif field:
            self.ui.hintLabel.setText(f"「{field}」を入れるセルを押してください。Escでやめます。")
        else:
            self.ui.hintLabel.setText(_HINT)

    def show_cell(self, cell: CellFacts | None) -> None:
        """Show the chosen cell, or that there is none."""
        self._cell = cell
        ui = self.ui
        ui.cellLabel.setText(_told(cell) if cell else "セルを選んでください")
        text = cell.text if cell else ""
        ui.textEdit.setText(text)
        ui.textEdit.setEnabled(cell is not None and self._may_change)
        ui.clearButton.setEnabled(cell is not None and cell.mapped and self._may_change)
        ui.putButton.setEnabled(cell is not None and self._may_change)
        self._say_problem("")
        self._show_choices(read_mark(text) if text else None)

    def _show_choices(self, mark: MarkText | None) -> None:
        ui = self.ui
        shown = mark is not None and self._may_change
        ui.formatLabel.setVisible(shown)
        ui.formatCombo.setVisible(shown)
        in_list = shown and mark is not None and bool(mark.list_name)
        for widget in (ui.listLabel, ui.listCombo):
            widget.setVisible(in_list)
        ui.framesSpin.setVisible(in_list and mark is not None and bool(mark.frames))
        if mark is not None:
            ui.formatCombo.setCurrentIndex(ui.formatCombo.findData(mark.format))
            ui.listCombo.setCurrentText(_FRAMES if mark.frames else _GROWS)
            if mark.frames:
                ui.framesSpin.blockSignals(True)  # noqa: FBT003  shown, not chosen
                ui.framesSpin.setValue(mark.frames)
                ui.framesSpin.blockSignals(False)  # noqa: FBT003

    def focus_fields(self) -> None:
        """Go to the fields, to choose one for the chosen cell."""
        self.ui.filterEdit.setFocus()
        self.ui.filterEdit.selectAll()

    def focus_text(self) -> None:
        """Go to the text of the chosen cell, to type it by hand."""
        if self.ui.textEdit.isEnabled():
            self.ui.textEdit.setFocus()
            self.ui.textEdit.selectAll()

    # The palette

    @Slot(str)
    def _take(self, field: str) -> None:
        self.copy(field)
        if self._may_change:
            self.taken.emit(field)

    @Slot(str)
    def _choose(self, field: str) -> None:
        if self._cell is not None and self._may_change:
            self.put.emit(field)
        else:
            self._take(field)

    @Slot(str)
    def copy(self, field: str) -> None:
        """Put a field on the clipboard as it is typed into a cell."""
        self.copy_text(tag_text(field))

    def copy_text(self, text: str) -> None:
        """Put a text with tags on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.said.emit(f"「{text}」を写しました。Excelのセルにも貼り付けられます。")

    @Slot()
    def _copy_current(self) -> None:
        if self.ui.palette.field():
            self._take(self.ui.palette.field())

    @Slot()
    def _put_current(self) -> None:
        if self.ui.palette.field():
            self._choose(self.ui.palette.field())

    @Slot()
    def _give_up(self) -> None:
        self.taken.emit("")
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.ui.palette.setFocus()
            self.ui.palette.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._put_current()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.ui.filterEdit.clear()
            self._give_up()
            return True
        return False

    # The chosen cell

    @Slot()
    def _written_otherwise(self) -> None:
        mark = read_mark(self._cell.text) if self._cell else None
        if mark is None or self._cell is None:
            return
        style = str(self.ui.formatCombo.currentData() or "")
        framed = bool(mark.list_name) and self.ui.listCombo.currentText() == _FRAMES
        frames = self.ui.framesSpin.value() if framed else 0
        before = self._cell.drawn if style == TICK and self._cell.mapped else mark.before
        changed = replace(mark, format=style, frames=frames, before=before)
        if changed != mark:
            self.text_wanted.emit(changed.text)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._say_problem(problem_of(text, self._known) if text.strip() else "")

    @Slot()
    def _take_text(self) -> None:
        """Take what was typed by hand, unless something in it is wrong."""
        text = self.ui.textEdit.text().strip()
        if not text:
            self.clearing_wanted.emit()
        elif problem := problem_of(text, self._known):
            self._say_problem(problem)
            return
        else:
            self.text_wanted.emit(text)
        self.left.emit()

    @Slot()
    def _leave_text(self) -> None:
        self.show_cell(self._cell)
        self.left.emit()

    def _say_problem(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))
        edit = self.ui.textEdit
        if bool(edit.property("problem")) != bool(text):
            edit.setProperty("problem", bool(text))
            edit.style().unpolish(edit)
            edit.style().polish(edit)


def _told(cell: CellFacts) -> str:
    """Return where a cell is, and what the form draws in it."""
    drawn = cell.drawn if cell.mapped or not cell.text else ""
    return f"{cell.address}　描いてある文字「{' '.join(drawn.split())}」" if drawn else cell.address
