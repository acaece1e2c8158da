"""The part 実績 of マッチング: what came of a year; every figure opens the rows it counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.gui.compiled.results.ui_results_page import Ui_ResultsPage
from app.gui.reporting.document_link import document_target
from app.gui.results.figure_rows import IncidentListing
from app.gui.results.figure_tables import tables_of
from app.gui.results.figures_page import FiguresPage, Reading
from app.kernel.fiscal_year import FiscalYear
from app.matching import queries

_TABLES = frozenset(
    {"match", "match_step", "activity_slip", "activity", "help_request", "request_kind"}
    | {"supporter", "person", "local_resource", "incident", "district", "support_kind"}
    | {"activity_level", "organisation"}
)


class ResultsPage(FiguresPage):
    """Reads the figures when it is seen, and again when the year or the data changed."""

    tables: ClassVar[frozenset[str]] = _TABLES

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = Ui_ResultsPage()
        self.ui.setupUi(self)
        self.hold(self.ui, "result")
        document, button = self._document, self.ui.documentButton
        self.keys.add("実績の書類を見る・印刷・Excel", "Ctrl+P", document, button)
        self.ui.incidentsButton.clicked.connect(self.show_incidents)

    def period(self) -> str:
        """Return the year."""
        return str(self.year.value)

    def counting(self) -> Callable[[Session], Reading]:
        """Return what counts the year and its incidents."""
        return partial(_count, year=self.year.value, today=self.today)

    def show_more(self, reading: Reading) -> None:
        """Say how many incidents there were."""
        self.ui.incidentsButton.setText(f"ヒヤリ・事故 {reading.more}件")
        self.ui.incidentsButton.setEnabled(bool(reading.more))

    @Slot()
    def show_incidents(self) -> None:
        """Show the incidents of the year."""
        year = self.year.value
        listing = IncidentListing(year.first_day, year.last_day)
        self.show_rows(f"{year}のヒヤリ・事故", listing, "記録")

    @Slot()
    def _document(self) -> None:
        self.wanted.emit(document_target("match-results"))


def _count(session: Session, *, year: FiscalYear, today: date) -> Reading:
    found = queries.results(session, year, today)
    incidents = len(queries.incidents(session, year.first_day, year.last_day))
    return Reading(tables_of(found), found.note, incidents)
