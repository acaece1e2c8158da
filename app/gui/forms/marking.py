"""Pointing at cells: what is chosen beside the picture goes into the cell chosen in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.documents.form.addresses import cell_name, split_cell
from app.documents.form.tags import read_tags
from app.forms import commands, queries
from app.forms.edition import Mark
from app.gui.forms.field_side import CellFacts, FieldSide
from app.gui.forms.form_work import FormReading
from app.gui.forms.mark_text import label_of, read_mark, tag_text
from app.gui.forms.sheet_canvas import Chip, Place
from app.gui.forms.sheet_pane import SheetPane
from app.gui.framework.observable_store import ObservableStore

_SHIPPED = (
    "付属の様式には、そのまま入れられません。「様式を書き出す」で保存したファイルを「様式を追加」で"
    "登録すると、項目を入れられます。"
)


class Marking(QObject):
    """Joins the picture, the fields and the store.  Each thing put into a cell is one step of undo.

    ``changed`` says that the form is filled otherwise from now on; ``said`` is for the status line.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, store: ObservableStore, pane: SheetPane, side: FieldSide) -> None:
        super().__init__(pane)
        self._store, self.pane, self.side = store, pane, side
        self._reading: FormReading | None = None
        self._armed = ""
        self.marks: tuple[Mark, ...] = ()
        view = pane.view
        view.selected.connect(self._show_cell)
        view.pointed.connect(self._pointed)
        view.dropped.connect(self._dropped)
        view.choice_wanted.connect(side.focus_fields)
        view.typing_wanted.connect(side.focus_text)
        view.clearing_wanted.connect(self.clear)
        view.copy_wanted.connect(self._copy)
        view.given_up.connect(self._give_up)
        side.taken.connect(self._arm)
        side.put.connect(self._put)
        side.text_wanted.connect(self._write)
        side.clearing_wanted.connect(self.clear)
        side.left.connect(self._focus_picture)
        side.said.connect(self.said)

    @property
    def edition(self) -> int | None:
        """The edition that is pointed at; none for a form of ours."""
        return self._reading.form.edition if self._reading else None

    @property
    def mark_map(self) -> dict[str, str]:
        """What was pointed at, as a form is filled with it."""
        return {mark.key: mark.text for mark in self.marks}

    def show_reading(self, reading: FormReading) -> None:
        """Show a form; the same one read again keeps the chosen cell."""
        self._reading = reading
        self._arm("")
        self.pane.show_reading(reading.sheet)
        self.side.show_fields(reading.fields, may_change=reading.form.edition is not None)
        self.reload()

    def reload(self) -> None:
        """Read what was pointed at."""
        before, edition = self.marks, self.edition
        self.marks = () if edition is None else self._store.ask(queries.marks, edition)
        self._show_marks()
        if self.marks != before:
            self.changed.emit()

    def _show_marks(self) -> None:
        if self._reading is None:
            return
        sheet = self._reading.sheet
        chips = {place: Chip(label_of(text), "tag") for place, text in sheet.tagged.items()}
        for place, text in self._texts().items():
            chips[place] = Chip(label_of(text), "mark")
        self.pane.show_chips(chips)
        texts = [mark.text for mark in self.marks]
        used = {tag.label for text in texts for tag in read_tags(text).tags}
        self.side.ui.palette.mark_used(frozenset(used) | self._reading.names)
        self._show_cell()

    def _texts(self) -> dict[Place, str]:
        """Return what was pointed at on the sheet that is shown."""
        here = [mark for mark in self.marks if mark.sheet == self.pane.sheet]
        found = {split_cell(mark.cell): mark.text for mark in here}
        return {place: text for place, text in found.items() if place is not None}

    @Slot()
    @Slot(object)
    def _show_cell(self, _place: object = None) -> None:
        place = self.pane.view.place
        if place is None or self._reading is None:
            self.side.show_cell(None)
            return
        sheet, mapped = self._reading.sheet, self._texts().get(place)
        drawn = sheet.drawn.get(place, "")
        text = sheet.tagged.get(place, "") if mapped is None else mapped
        address = f"{sheet.sheet}!{cell_name(*place)}"
        self.side.show_cell(CellFacts(address, drawn, text, mapped is not None))

    # What is done

    @Slot(str)
    def _arm(self, field: str) -> None:
        """Let a field go into the next cell that is clicked."""
        self._armed = field
        self.side.show_armed(field)
        shape = Qt.CursorShape.CrossCursor if field else Qt.CursorShape.ArrowCursor
        self.pane.view.setCursor(shape)

    @Slot(object)
    def _pointed(self, _place: Place) -> None:
        field, self._armed = self._armed, ""
        if field:
            self._arm("")
            self._put(field)

    @Slot(object, str)
    def _dropped(self, _place: Place, field: str) -> None:
        self._put(field)

    @Slot(str)
    def _put(self, field: str) -> None:
        """Put a field into the chosen cell, written as what was there before."""
        self._arm("")
        before = read_mark(self._text_here())
        keeps = before is not None and before.field == field
        self._write(self._text_here() if keeps else tag_text(field))
        self._focus_picture()

    def _text_here(self) -> str:
        place = self.pane.view.place
        return self._texts().get(place, "") if place else ""

    @Slot(str)
    def _write(self, text: str) -> None:
        """Let a text with tags count as that of the chosen cell."""
        place, edition = self.pane.view.place, self.edition
        if place is None or self._reading is None:
            return
        if edition is None:
            self.said.emit(_SHIPPED)
            return
        if text == self._text_here():
            return
        mark = Mark(self.pane.sheet, cell_name(*place), text)
        self._store.do(
            f"{mark.cell}に「{label_of(text)}」を入れる", commands.set_mark, edition, mark
        )

    @Slot()
    def clear(self) -> None:
        """Take what was pointed at away from the chosen cell."""
        place, edition = self.pane.view.place, self.edition
        if place is None or edition is None:
            return
        text = self._text_here()
        if not text:
            self.said.emit("このセルには、外せる項目がありません。")
            return
        label = f"{cell_name(*place)}から「{label_of(text)}」を外す"
        self._store.do(label, commands.clear_mark, edition, self.pane.sheet, cell_name(*place))

    @Slot()
    def _copy(self) -> None:
        place = self.pane.view.place
        if place is None or self._reading is None:
            return
        text = self._text_here() or self._reading.sheet.tagged.get(place, "")
        if text:
            self.side.copy_text(text)
        else:
            self.said.emit("このセルには項目がありません。")

    @Slot()
    def _give_up(self) -> None:
        if self._armed:
            self._arm("")
        else:
            self.pane.view.select(None)

    @Slot()
    def _focus_picture(self) -> None:
        self.pane.view.setFocus()
