"""A page of tables of figures: every figure opens the rows it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton, QSplitter, QStackedWidget

from app.gui.framework.fresh_page import FreshPage
from app.gui.framework.newest import Newest
from app.gui.framework.window_model import WindowModel
from app.gui.results.figure_row import COLUMNS
from app.gui.results.figure_rows import READERS, FigureListing
from app.gui.results.figures_view import FiguresView
from app.gui.results.rows_list import RowsList
from app.gui.widgets.paragraph import Paragraph
from app.gui.widgets.steady_label import SteadyLabel
from app.kernel.figure import Counted
from app.kernel.figure_table import FigureTable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_HINT = "数字を選んで Enter を押すと、もとになった行がここに出ます。"
_COUNTING = "数えています…"
_NAMES, _ROWS = range(2)


class FiguresPageUi(Protocol):
    """What every such page has, by its name in Designer."""

    tableCombo: QComboBox  # noqa: N815
    copyButton: QPushButton  # noqa: N815
    splitter: QSplitter
    figures: FiguresView
    headLabel: SteadyLabel  # noqa: N815
    rowStack: QStackedWidget  # noqa: N815
    noteLabel: Paragraph  # noqa: N815
    rowList: RowsList  # noqa: N815


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables that are offered, how they count in words, and what else a page shows of them."""

    tables: tuple[FigureTable, ...]
    note: str
    more: Any = None


class FiguresPage(FreshPage):
    """Shows one of the tables a subclass reads, and below it the rows of an opened figure.

    They are counted off the window's thread: what was counted before stays until then.
    """

    shown: tuple[FigureTable, ...] = ()

    # What a subclass says

    counting: Callable[[], Callable[[Session], Reading]]
    """Returns what reads the figures of what is chosen; it knows no widget."""
    period: Callable[[], str]
    """Returns what the figures are of, in words."""

    def show_more(self, reading: Reading) -> None:
        """Show what else was read with the figures.  Does nothing unless overridden."""

    def hold(self, ui: FiguresPageUi, name: str) -> None:
        """Take what every such page has; the widths of the rows are remembered by ``name``."""
        self._bars = ui
        self.figures_read = Newest(self.store, self.jobs, self)
        self.figures_read.arrived.connect(self._show_reading)
        self.model = WindowModel[Any](
            self.store, COLUMNS, FigureListing(Counted.MATCH, (), self.today), self
        )
        ui.rowList.show_model(self.model, f"{name}_rows")
        ui.headLabel.prepare(ems=20, bold=True)
        ui.splitter.setSizes([380, 200])
        self.setFocusProxy(ui.figures)
        add = self.keys.add
        add("表を写す（Excelなどに貼り付けられます）", "Ctrl+C", self.copy, ui.copyButton)
        add("次の表", "Ctrl+Down", self.next_table)
        add("前の表", "Ctrl+Up", self.previous_table)
        self.keys.tell("Enter", "数字のもとになった行を出す。行ではカードを開く")
        self.keys.tell("Esc", "行から表へ戻る")
        ui.tableCombo.currentIndexChanged.connect(self._show_table)
        ui.figures.opened.connect(self.open_figure)
        ui.rowList.opened.connect(self._open_row)
        ui.rowList.left.connect(ui.figures.setFocus)
        self.year.changed.connect(self.outdate)

    # Tables

    def reload(self) -> None:
        """Count anew."""
        self.figures_read.ask(self.counting())
        self._show_note()

    @Slot(object)
    def _show_reading(self, reading: Reading) -> None:
        self.shown = reading.tables
        self._bars.noteLabel.setText(reading.note)
        self._fill_tables()
        self._show_table()
        self.show_more(reading)

    def _fill_tables(self) -> None:
        """Offer the tables by name; the one that is shown stays so while it is there."""
        combo = self._bars.tableCombo
        titles = [one.title for one in self.shown]
        if [combo.itemText(place) for place in range(combo.count())] != titles:
            place = max(combo.currentIndex(), 0)
            combo.blockSignals(True)  # noqa: FBT003  shown once, by who asked
            combo.clear()
            combo.addItems(titles)
            combo.setCurrentIndex(min(place, len(titles) - 1))
            combo.blockSignals(False)  # noqa: FBT003

    @property
    def table(self) -> FigureTable:
        """The table that is shown."""
        return self.shown[max(self._bars.tableCombo.currentIndex(), 0)]

    @Slot()
    def _show_table(self) -> None:
        if self.shown:
            self._bars.figures.show_table(self.table)
            self._show_note()

    def _show_note(self) -> None:
        self._bars.rowStack.setCurrentIndex(_NAMES)
        hint = _COUNTING if self.figures_read.busy else _HINT
        self._bars.headLabel.setText(f"{self.period()}　{hint}")

    @Slot()
    def next_table(self) -> None:
        """Show the table after this one, after the last the first."""
        self._step(1)

    @Slot()
    def previous_table(self) -> None:
        """Show the table before this one, before the first the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        combo = self._bars.tableCombo
        if count := combo.count():
            combo.setCurrentIndex((combo.currentIndex() + step) % count)

    # Rows

    @Slot(int, int)
    def open_figure(self, row: int, column: int) -> None:
        """Show the rows a figure counts."""
        figure, name = self.table.cells[row][column], self.table.name(row, column)
        if figure.of in READERS:
            listing = FigureListing(figure.of, figure.keys, self.today)
            self.show_rows(f"{name}　{self.table.text(row, column)}", listing, figure.of.label)

    def show_rows(self, name: str, listing: Any, of: str) -> None:
        """Show the rows of a listing below the table, and go there."""
        self.model.show(listing)
        count = self.model.rowCount()
        if not count:
            self._show_note()
            self.said.emit(f"{name}：もとになる行はありません。")
            return
        ui = self._bars
        ui.headLabel.setText(f"{name}　（{of} {count:,}行）")
        ui.rowStack.setCurrentIndex(_ROWS)
        ui.rowList.setCurrentIndex(self.model.index(0, 0))
        ui.rowList.setFocus()

    @Slot(int)
    def _open_row(self, key: int) -> None:
        place = self.model.row_of(key)
        row = None if place is None else self.model.row(self.model.index(place, 0))
        if row is not None:
            self.wanted.emit(row.target)

    # Out of the window

    @Slot()
    def copy(self) -> None:
        """Copy the table with tabs, for a workbook or a letter."""
        if self.shown:
            QGuiApplication.clipboard().setText(self.table.as_text())
            self.said.emit(f"「{self.table.title}」の表を写しました。Excelなどに貼り付けられます。")
