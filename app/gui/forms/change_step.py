"""What changed since the last edition: shown place by place, and decided about by a person."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.documents.form.addresses import cell_name, split_cell
from app.documents.form.compare import DOUBTFUL, GONE, MOVED, SAME, Comparison
from app.forms.edition import Mark
from app.gui.compiled.forms.ui_add_pane import Ui_AddPane
from app.gui.forms.change_list import ChangeLine, mark_of
from app.gui.forms.form_work import Candidate
from app.gui.forms.mark_text import label_of
from app.gui.forms.sheet_canvas import Chip, Place
from app.gui.forms.sheet_pane import SheetPane


class ChangeStep(QObject):
    """Joins the list of changes, the picture of the new form and the buttons below the list.

    ``sheet_wanted`` carries a sheet that has to be read before its cell can be shown.
    """

    sheet_wanted = Signal(str)

    def __init__(self, ui: Ui_AddPane, pane: SheetPane) -> None:
        super().__init__(pane)
        self.ui, self.pane = ui, pane
        self.candidate: Candidate | None = None
        ui.changeList.shown.connect(self._show_line)
        ui.changeList.decided.connect(self._say_left)
        ui.changeList.take_wanted.connect(self.take)
        ui.changeList.drop_wanted.connect(self.drop)
        ui.takeButton.clicked.connect(self.take)
        ui.dropButton.clicked.connect(self.drop)
        ui.movedButton.clicked.connect(ui.changeList.decide_moved)
        pane.view.choice_wanted.connect(self.take)
        pane.view.clearing_wanted.connect(self.drop)
        pane.view.selected.connect(self._allow)

    def forget(self) -> None:
        """Let go of what was compared."""
        self.candidate = None
        self.ui.changeList.clear()

    @property
    def decided(self) -> bool:
        """Whether a decision would be lost."""
        changes = self.ui.changeList
        return self._is_compared and changes.asked > changes.undecided

    @property
    def _is_compared(self) -> bool:
        return self.candidate is not None and self.candidate.comparison is not None

    def marks(self) -> tuple[Mark, ...]:
        """Return what is pointed at in the new form."""
        return self.ui.changeList.marks() if self._is_compared else ()

    def show_current(self) -> None:
        """Show the current line again, on the sheet that has been read for it."""
        self._show_chips()
        line = self.ui.changeList.line() if self._is_compared else None
        if line is not None:
            self._show_line(line)

    def show_candidate(self, candidate: Candidate) -> None:
        """Show what differs between a file and the edition it would follow."""
        self.candidate = candidate
        ui, compared = self.ui, candidate.comparison
        shown = compared is not None and not compared.is_same
        for widget in (ui.changeList, ui.whyLabel, ui.decideRow):
            widget.setVisible(shown)
        ui.changeLabel.setVisible(compared is not None)
        if compared is None or candidate.before is None:
            ui.leftLabel.setText("登録すると、絵のセルを押して項目を入れられます。")
            self._show_chips()
            return
        ui.changeList.show_comparison(compared, candidate.before.mark_map)
        ui.changeLabel.setText(f"前の版から：{_counted(compared)}")
        ui.changeLabel.setToolTip(candidate.before.row.version or candidate.before.row.name)
        self._say_left()

    @Slot(object)
    def _show_line(self, line: ChangeLine) -> None:
        """Show in the picture where a place would be."""
        self.ui.whyLabel.setText(line.why)
        if line.new:
            mark = mark_of(line.new, line.text)
            if mark.sheet != self.pane.sheet:
                self.sheet_wanted.emit(mark.sheet)
                return
            self._show_chips()
            place = split_cell(mark.cell)
            if place is not None:
                self.pane.go_to(place)
        else:
            self._show_chips()
            self.pane.view.select(None)
        self._allow()

    def _show_chips(self) -> None:
        """Show what is in the form, what was decided, and where the current place would be."""
        if self.candidate is None or self.pane.reading is None:
            return
        tagged = self.pane.reading.tagged
        chips = {place: Chip(label_of(text), "tag") for place, text in tagged.items()}
        for mark in self.marks():
            self._add_chip(chips, mark, "mark")
        line = self.ui.changeList.line() if self._is_compared else None
        if line is not None and line.asked and line.new:
            self._add_chip(chips, mark_of(line.new, line.text), "asked")
        self.pane.show_chips(chips)

    def _add_chip(self, chips: dict[Place, Chip], mark: Mark, kind: str) -> None:
        place = split_cell(mark.cell)
        if place is not None and mark.sheet == self.pane.sheet:
            chips[place] = Chip(label_of(mark.text), kind)

    @Slot()
    @Slot(object)
    def _allow(self, _place: object = None) -> None:
        line = self.ui.changeList.line()
        asked = line is not None and line.asked
        place = self.pane.view.place
        self.ui.takeButton.setEnabled(asked and place is not None)
        self.ui.dropButton.setEnabled(asked)
        said = "このセルに入れる" if place is None else f"{cell_name(*place)}に入れる"
        self.ui.takeButton.setText(said)

    @Slot()
    def take(self) -> None:
        """Put the current place into the cell that is chosen in the picture."""
        place = self.pane.view.place
        if self.ui.takeButton.isEnabled() and place is not None:
            mark = Mark(self.pane.sheet, cell_name(*place), "")
            self.ui.changeList.decide(mark.key)

    @Slot()
    def drop(self) -> None:
        """Leave the current place out of the new form."""
        if self.ui.dropButton.isEnabled():
            self.ui.changeList.decide("")

    def allow_registering(self) -> None:
        """Let the form be registered, unless something is still to be decided about."""
        undecided = self.ui.changeList.undecided if self._is_compared else 0
        self.ui.registerButton.setEnabled(not undecided)

    @Slot()
    def _say_left(self) -> None:
        left, moved = self.ui.changeList.undecided, self.ui.changeList.moved
        self.ui.movedButton.setVisible(bool(moved))
        self.ui.movedButton.setText(f"動いた{moved}か所を入れる")
        if left:
            said = f"あと{left}か所、新しい場所を決めてください。"
        else:
            said = "登録できます。前の版はそのまま残り、前の年度の書類に使われます。"
        self.ui.leftLabel.setText(said)
        self.allow_registering()
        self._show_chips()


def _counted(compared: Comparison) -> str:
    """Say how many places became what."""
    kinds = {
        SAME: "そのまま",
        MOVED: "動いた",
        DOUBTFUL: "はっきりしない",
        GONE: "なくなった",
    }
    counts = {word: len(compared.of_kind(kind)) for kind, word in kinds.items()}
    counts |= {"新しい文字": len(compared.new_labels), "消えた文字": len(compared.gone_labels)}
    said = "・".join(f"{word}{count}" for word, count in counts.items() if count)
    return said or "変わったところはありません"
