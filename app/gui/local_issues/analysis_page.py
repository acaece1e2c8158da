"""The part 分析 of 課題: districts by kind and by stage; every figure opens its issues."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot

from app.gui.compiled.local_issues.ui_analysis_page import Ui_AnalysisPage
from app.gui.local_issues.issue_tables import note_of, tables_of
from app.gui.reporting.document_link import document_target
from app.gui.results.figures_page import FiguresPage
from app.kernel.figure_table import FigureTable
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

    def read(self) -> tuple[FigureTable, ...]:
        """Read the figures of the year."""
        found = self.store.ask(queries.analysis, self.year.value)
        self.ui.noteLabel.setText(note_of(found))
        return tables_of(found)

    @Slot()
    def _document(self) -> None:
        """Go to the ledger as a document."""
        self.wanted.emit(document_target("issue-list"))
