"""The part 分析 of 課題: districts by kind and by stage; every figure opens its issues."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.gui.compiled.local_issues.ui_analysis_page import Ui_AnalysisPage
from app.gui.local_issues.issue_tables import note_of, tables_of
from app.gui.reporting.document_link import document_target
from app.gui.results.figures_page import FiguresPage, Reading
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import queries


class AnalysisPage(FiguresPage):
    """Reads the figures when it is seen, and again when the year or the data changed."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"local_issue", "issue_step", "issue_district", "issue_kind", "district"}
    )

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = Ui_AnalysisPage()
        self.ui.setupUi(self)
        self.hold(self.ui, "issue_analysis")
        self.keys.add("地域課題一覧を印刷・Excel", "Ctrl+P", self._document, self.ui.documentButton)

    def period(self) -> str:
        """Return the year."""
        return str(self.year.value)

    def counting(self) -> Callable[[Session], Reading]:
        """Return what counts the year."""
        return partial(_count, year=self.year.value)

    @Slot()
    def _document(self) -> None:
        """Go to the ledger as a document."""
        self.wanted.emit(document_target("issue-list"))


def _count(session: Session, *, year: FiscalYear) -> Reading:
    found = queries.analysis(session, year)
    return Reading(tables_of(found), note_of(found))
