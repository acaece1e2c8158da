"""What became of each place of the form that was used so far, and what is to become of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from app.documents.form.compare import DOUBTFUL, GONE, MOVED, SAME, Comparison, PlaceChange
from app.forms.edition import Mark
from app.gui.forms.mark_text import label_of
from app.gui.framework import theme

_LINE = Qt.ItemDataRole.UserRole
_WORDS = {SAME: "そのまま", MOVED: "移った", DOUBTFUL: "はっきりしない", GONE: "なくなった"}
_NEW, _LOST = "新しい文字", "消えた文字"
_ASK, _DROPPED, _IN_FILE = "決めてください", "引き継がない", "様式に書いてあります"
_EMS = (7, 7.5, 5, 5)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line: a place of the old form, or a text that only one of the two forms has.

    ``asked``: it was pointed at and has not stayed as it was, so a person decides.
    """

    kind: str
    text: str
    old: str
    new: str
    why: str
    asked: bool = False


class ChangeList(QTreeWidget):
    """``shown`` carries the line that became current, ``decided`` says that a decision was made.

    ``take_wanted`` asks to put the current one where the picture points, ``drop_wanted`` to leave
    it out.
    """

    shown = Signal(object)
    decided = Signal()
    take_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._certain: Mapping[str, str] = {}
        self._texts: dict[str, str] = {}
        self._decisions: dict[str, str] = {}
        self.setAccessibleName("前の版と変わったところ")
        self.setHeaderLabels(("項目", "決めたこと", "前の場所", "新しい場所"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        em = self.fontMetrics().horizontalAdvance("国")
        for column, ems in enumerate(_EMS):
            self.setColumnWidth(column, round(em * ems))
        self.currentItemChanged.connect(self._current_changed)

    def show_comparison(self, comparison: Comparison, marks: Mapping[str, str]) -> None:
        """Show a comparison; ``marks`` are the texts pointed at on the old form, by their cell.

        What has to be decided stands first.
        """
        stayed = {place.new for place in comparison.of_kind(SAME)}
        self._certain = {key: text for key, text in comparison.carried.items() if key in stayed}
        self._texts, self._decisions = {}, {}
        lines = [_line(place, marks, comparison.carried) for place in comparison.places]
        for label in comparison.new_labels:
            cell, text = _split(label)
            lines.append(ChangeLine(_NEW, text, "", cell, "新しい版にだけある文字です。"))
        for label in comparison.gone_labels:
            cell, text = _split(label)
            lines.append(ChangeLine(_LOST, text, cell, "", "前の版にだけあった文字です。"))
        self.clear()
        for line in sorted(lines, key=lambda line: (not line.asked, line.kind == SAME)):
            if line.asked:
                self._texts[line.old] = line.text
            self._add(line)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _add(self, line: ChangeLine) -> None:
        word = _WORDS.get(line.kind, line.kind)
        item = QTreeWidgetItem((label_of(line.text), word, _cell(line.old), _cell(line.new)))
        item.setData(0, _LINE, line)
        item.setSizeHint(0, QSize(0, theme.row_height()))
        item.setToolTip(0, line.why)
        self.addTopLevelItem(item)
        self._say(item)

    def _say(self, item: QTreeWidgetItem) -> None:
        """Write what was decided about a line into it."""
        line: ChangeLine = item.data(0, _LINE)
        if line.asked:
            decision = self._decisions.get(line.old)
            taken = f"{_cell(decision)}に入れる" if decision else _DROPPED
            item.setText(1, _ASK if decision is None else taken)
        said = "　".join(item.text(column) for column in range(len(_EMS)))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{said}　{line.why}")

    def line(self) -> ChangeLine | None:
        """Return the current line."""
        item = self.currentItem()
        line: ChangeLine | None = None if item is None else item.data(0, _LINE)
        return line

    def decide(self, new: str) -> None:
        """Put the current place into a cell of the new form, or with no cell leave it out."""
        item, line = self.currentItem(), self.line()
        if item is None or line is None or not line.asked:
            return
        self._decisions[line.old] = new
        self._say(item)
        self.decided.emit()
        self._go_on()

    def decide_moved(self) -> None:
        """Put every place that has only moved, and is not decided about, where it moved to."""
        for item, line in self._undecided():
            if line.kind == MOVED:
                self._decisions[line.old] = line.new
                self._say(item)
        self.decided.emit()
        self._go_on()

    def _undecided(self) -> Iterator[tuple[QTreeWidgetItem, ChangeLine]]:
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is None:
                continue
            line: ChangeLine = item.data(0, _LINE)
            if line.asked and line.old not in self._decisions:
                yield item, line

    def _go_on(self) -> None:
        """Go to the next line that is not decided."""
        for item, _line in self._undecided():
            self.setCurrentItem(item)
            return

    @property
    def undecided(self) -> int:
        """How many places still have to be decided about."""
        return len(self._texts) - len(self._decisions)

    @property
    def moved(self) -> int:
        """How many of those have only moved."""
        return sum(line.kind == MOVED for _item, line in self._undecided())

    @property
    def asked(self) -> int:
        """How many places there are to decide about."""
        return len(self._texts)

    def marks(self) -> tuple[Mark, ...]:
        """Return what is pointed at in the new form: what is certain, and what was decided."""
        found = dict(self._certain)
        found.update({new: self._texts[old] for old, new in self._decisions.items() if new})
        return tuple(mark_of(key, text) for key, text in found.items())

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _current_changed(self, now: QTreeWidgetItem | None, _before: object) -> None:
        if now is not None:
            self.shown.emit(now.data(0, _LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ENTER:
            self.take_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_wanted.emit()
        else:
            super().keyPressEvent(event)


def _line(place: PlaceChange, marks: Mapping[str, str], carried: Mapping[str, str]) -> ChangeLine:
    pointed = place.old in marks
    asked = pointed and not (place.kind == SAME and place.new in carried)
    why = place.why if pointed or place.kind == GONE else f"{_IN_FILE}。{place.why}"
    return ChangeLine(place.kind, place.text, place.old, place.new, why, asked)


def _split(label: str) -> tuple[str, str]:
    """Return the cell and the text of a label that a comparison names."""
    cell, _, text = label.partition(": ")
    return cell, text


def _cell(key: str) -> str:
    """Return a cell as it is shown in a narrow column: without its sheet."""
    return key.rpartition("!")[2]


def mark_of(key: str, text: str) -> Mark:
    """Return the mark of a cell that is written as ``シート名!C5``."""
    sheet, _, cell = key.rpartition("!")
    if sheet.startswith("'") and sheet.endswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return Mark(sheet, cell, text)
