"""The strip under the grid: all that is said of the current cell, and the note of its slip.

Its fields are there while they are wanted, so that the grid has the room otherwise.  Enter goes
from field to field and from the last one back to the grid; what was typed is kept then, and
when another cell is gone to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from app.gui.activities.worked import read_worked, typed_text
from app.gui.compiled.activities.ui_detail_strip import Ui_DetailStrip
from app.gui.framework.edit_form import EditForm
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.matching.match import ActivityDraft
from app.matching.queries import SlipRow
from app.supporters.masters import SupportKindRow

_UNKNOWN = -1
_DAY = "4月1日"


@dataclass(frozen=True, slots=True)
class Details:
    """A line as the strip's fields have it: time as it is typed, -1 for an unknown number."""

    worked: str = ""
    times: int = 1
    kind_id: int | None = None
    people_helped: int = _UNKNOWN
    fare: int = 0
    note: str = ""


class DetailStrip(QFrame):
    """``kept(row, day, line)`` for a day or, without one, the month's sum.

    ``note_kept(row, note)`` for what is said of the slip as a whole; ``finished`` says that the
    grid is wanted again.
    """

    kept = Signal(object, object, object)
    note_kept = Signal(object, str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_DetailStrip()
        self.ui.setupUi(self)
        self.ui.placeLabel.prepare(ems=20, bold=True)
        self._row: SlipRow | None = None
        self._day: date | None = None
        self._line: ActivityDraft | None = None
        self._kinds: Sequence[SupportKindRow] = ()
        self.form = EditForm(self)
        for name, editor in (
            ("worked", self.ui.workedEdit),
            ("times", self.ui.timesSpin),
            ("people_helped", self.ui.peopleSpin),
            ("fare", self.ui.fareSpin),
            ("kind_id", self.ui.kindCombo),
            ("note", self.ui.noteEdit),
        ):
            self.form.bind(name, editor)
        self.form.submitted.connect(self._submit)
        self.form.cancelled.connect(self._cancel)
        self.ui.slipNoteEdit.editingFinished.connect(self._keep_note)
        self.ui.slipNoteEdit.returnPressed.connect(self._finish)
        self.ui.moreButton.clicked.connect(self._open)
        self.ui.more.hide()
        self.show_nothing("")

    def show_kinds(self, kinds: Sequence[SupportKindRow]) -> None:
        """Offer these kinds of support."""
        self._kinds = kinds

    def show_place(
        self, row: SlipRow, day: date | None, line: ActivityDraft | None, words: str
    ) -> None:
        """Show a cell; what is typed in the strip for the same cell stays."""
        same = self._row is not None and self._row.match.id == row.match.id and self._day == day
        typing = same and self.form.dirty and self._line == line
        self._row, self._day, self._line = row, day, line
        self.ui.placeLabel.setText(words)
        self._enable(line is not None)
        self._show_slip(row)
        if not typing:
            self._fill(line)
            self.form.show_draft(Details() if line is None else _details(line))

    def show_nothing(self, text: str) -> None:
        """Say something while no cell is current."""
        self._row = self._line = None
        self.ui.placeLabel.setText(text)
        self.form.show_draft(Details())
        self._enable(on=False)
        self.ui.slipNoteEdit.clear()
        self.ui.slipNoteEdit.setEnabled(False)

    def _show_slip(self, row: SlipRow) -> None:
        slip = row.slip
        self.ui.slipNoteEdit.setEnabled(slip is not None)
        self.ui.slipNoteEdit.setText("" if slip is None else slip.note)
        came = slip.received_on if slip is not None else None
        said = f"（{format_day(came, _DAY)}受け取り）" if came else ""
        self.ui.slipLabel.setText(f"報告書{said}の備考")

    def _fill(self, line: ActivityDraft | None) -> None:
        """Offer the kinds in use, and the one of the line even if it is used no more."""
        combo = self.ui.kindCombo
        combo.blockSignals(True)  # noqa: FBT003  nobody chose anything
        combo.clear()
        combo.addItem("希望票のとおり", None)
        for kind in self._kinds:
            if not kind.retired or (line is not None and line.kind_id == kind.id):
                combo.addItem(kind.name, kind.id)
        combo.blockSignals(False)  # noqa: FBT003

    def _enable(self, on: bool) -> None:
        ui = self.ui
        editors = (ui.workedEdit, ui.timesSpin, ui.kindCombo, ui.peopleSpin, ui.fareSpin)
        for one in (*editors, ui.noteEdit):
            one.setEnabled(on)

    def ask(self) -> bool:
        """Go to the first field; return whether the current cell has anything to say."""
        if self._line is None:
            return False
        self._open(on=True)
        self.ui.workedEdit.setFocus()
        self.ui.workedEdit.selectAll()
        return True

    @Slot(bool)
    def _open(self, on: bool) -> None:
        self.ui.more.setVisible(on)
        self.ui.moreButton.setChecked(on)

    @Slot()
    def _finish(self) -> None:
        self._open(on=False)
        self.finished.emit()

    def save(self) -> bool:
        """Keep what was typed; return whether nothing is left."""
        if not self.form.dirty or self._line is None or self._row is None:
            return True
        details = self.form.read()
        try:
            line = _line(self._line, details)
        except Refusal as refusal:
            self.form.mark({"worked": refusal.text})
            return False
        row, day = self._row, self._day
        self._line = line
        self.form.show_draft(_details(line))
        self.kept.emit(row, day, line)
        return True

    @Slot()
    def _submit(self) -> None:
        if self.save():
            self._finish()

    @Slot()
    def _cancel(self) -> None:
        if self._line is not None:
            self.form.show_draft(_details(self._line))
        self._finish()

    @Slot()
    def _keep_note(self) -> None:
        slip = self._row.slip if self._row is not None else None
        note = self.ui.slipNoteEdit.text().strip()
        if slip is not None and note != slip.note:
            self.note_kept.emit(self._row, note)


def _details(line: ActivityDraft) -> Details:
    return Details(
        typed_text(replace(line, times=1)) if line.minutes or line.starts_at else "",
        line.times,
        line.kind_id,
        _UNKNOWN if line.people_helped is None else line.people_helped,
        line.fare,
        line.note,
    )


def _line(line: ActivityDraft, details: Details) -> ActivityDraft:
    """Return a line with what was typed.  Raises ``Refusal`` for a time that is none."""
    changed = replace(
        line,
        times=details.times,
        kind_id=details.kind_id,
        people_helped=None if details.people_helped == _UNKNOWN else details.people_helped,
        fare=details.fare,
        note=details.note,
    )
    if details.worked == _details(line).worked:
        return changed
    worked = read_worked(details.worked)
    return replace(
        changed, minutes=worked.minutes, starts_at=worked.starts_at, ends_at=worked.ends_at
    )
