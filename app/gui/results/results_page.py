"""The part 実績 of マッチング: what came of a year; every figure opens the rows it counts."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from app.gui.compiled.results.ui_results_page import Ui_ResultsPage
from app.gui.framework.fresh_page import FreshPage
from app.gui.framework.window_model import WindowModel
from app.gui.reporting.document_link import document_target
from app.gui.results.figure_rows import COLUMNS, FigureListing, IncidentListing
from app.gui.results.figure_tables import tables_of
from app.kernel.figure import Counted
from app.kernel.figure_table import FigureTable
from app.matching import queries

_TABLES = frozenset(
    {"match", "match_step", "activity_slip", "activity", "help_request", "request_kind"}
    | {"supporter", "person", "local_resource", "incident", "district", "support_kind"}
    | {"activity_level", "organisation"}
)
_HINT = "数字を選んで Enter を押すと、もとになった行がここに出ます。"
_NAMES, _ROWS = range(2)


class ResultsPage(FreshPage):
    """Reads the figures when it is seen, and again when the year or the data changed."""

    tables: ClassVar[frozenset[str]] = _TABLES

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = Ui_ResultsPage()
        self.ui.setupUi(self)
        self.shown: tuple[FigureTable, ...] = ()
        self.model = WindowModel(
            self.store, COLUMNS, FigureListing(Counted.MATCH, (), self.today), self
        )
        self.ui.rowList.show_model(self.model, "result_rows")
        self.ui.headLabel.prepare(ems=20, bold=True)
        self.ui.splitter.setSizes([380, 200])
        self.setFocusProxy(self.ui.figures)
        add = self.keys.add
        add("表を写す（Excelなどに貼り付けられます）", "Ctrl+C", self.copy, self.ui.copyButton)
        add("実績の書類を見る・印刷・Excel", "Ctrl+P", self._document, self.ui.documentButton)
        add("次の表", "Ctrl+Down", self.next_table)
        add("前の表", "Ctrl+Up", self.previous_table)
        self.keys.tell("Enter", "数字のもとになった行を出す。行ではカードを開く")
        self.keys.tell("Esc", "行から表へ戻る")
        self.ui.tableCombo.currentIndexChanged.connect(self._show_table)
        self.ui.figures.opened.connect(self.open_figure)
        self.ui.rowList.opened.connect(self._open_row)
        self.ui.rowList.left.connect(self.ui.figures.setFocus)
        self.ui.incidentsButton.clicked.connect(self.show_incidents)
        self.year.changed.connect(self.outdate)

    def reload(self) -> None:
        """Read the figures of the year."""
        found = self.store.ask(queries.results, self.year.value, self.today)
        self.shown = tables_of(found)
        self.ui.noteLabel.setText(found.note)
        self._fill_tables()
        year = self.year.value
        count = len(self.store.ask(queries.incidents, year.first_day, year.last_day))
        self.ui.incidentsButton.setText(f"ヒヤリ・事故 {count}件")
        self.ui.incidentsButton.setEnabled(bool(count))
        self._show_table()

    def _fill_tables(self) -> None:
        combo = self.ui.tableCombo
        if combo.count() == 0:
            combo.blockSignals(True)  # noqa: FBT003  shown once, by who asked
            combo.addItems([one.title for one in self.shown])
            combo.blockSignals(False)  # noqa: FBT003

    @property
    def table(self) -> FigureTable:
        """The table that is shown."""
        return self.shown[max(self.ui.tableCombo.currentIndex(), 0)]

    @Slot()
    def _show_table(self) -> None:
        if self.shown:
            self.ui.figures.show_table(self.table)
            self._show_note()

    def _show_note(self) -> None:
        self.ui.rowStack.setCurrentIndex(_NAMES)
        self.ui.headLabel.setText(f"{self.year.value}　{_HINT}")

    @Slot()
    def next_table(self) -> None:
        """Show the table after this one, after the last the first."""
        self._step(1)

    @Slot()
    def previous_table(self) -> None:
        """Show the table before this one, before the first the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        combo = self.ui.tableCombo
        combo.setCurrentIndex((combo.currentIndex() + step) % combo.count())

    # Rows

    @Slot(int, int)
    def open_figure(self, row: int, column: int) -> None:
        """Show the rows a figure counts."""
        figure, name = self.table.cells[row][column], self.table.name(row, column)
        self._show_rows(
            f"{name}　{self.table.text(row, column)}",
            FigureListing(figure.of, figure.keys, self.today),
            figure.of.label,
        )

    @Slot()
    def show_incidents(self) -> None:
        """Show the incidents of the year."""
        year = self.year.value
        listing = IncidentListing(year.first_day, year.last_day)
        self._show_rows(f"{year}のヒヤリ・事故", listing, "記録")

    def _show_rows(self, name: str, listing: FigureListing | IncidentListing, of: str) -> None:
        self.model.show(listing)
        count = self.model.rowCount()
        if not count:
            self._show_note()
            self.said.emit(f"{name}：もとになる行はありません。")
            return
        self.ui.headLabel.setText(f"{name}　（{of} {count:,}行）")
        self.ui.rowStack.setCurrentIndex(_ROWS)
        self.ui.rowList.setCurrentIndex(self.model.index(0, 0))
        self.ui.rowList.setFocus()

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

    @Slot()
    def _document(self) -> None:
        self.wanted.emit(document_target("match-results"))
