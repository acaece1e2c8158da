"""The part 年次報告: the report of the year, with the words of its plan's review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.gui.framework.search import Target
from app.gui.results.figures_page import Reading
from app.gui.submissions.report_page import ReportPage
from app.gui.submissions.words_pane import Words
from app.gui.submissions.year_tables import year_tables
from app.kernel.fiscal_year import FiscalYear
from app.planning import commands, queries
from app.planning.queries.sources import TABLES as COUNTED
from app.reporting.annual import annual
from app.reporting.reports_due import year_to_report

_NOTE = "件数は市へ報告する記録を1件ずつ数えています。途中の年度は今日までの数字です。"
_PARTS = (("overview", "総括"), ("problems", "今後の課題"), ("proposals", "次年度の提案"))


class YearPage(ReportPage):
    """The year of the window; its words are those of 計画と評価."""

    DOCUMENT: ClassVar[str] = "annual-report"
    WORD_TABLES: ClassVar[frozenset[str]] = frozenset({"plan_year", "plan_item"})
    tables: ClassVar[frozenset[str]] = COUNTED | {"crossing", "category", "scheme", "district"}

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self._written: FiscalYear = self.year.value
        self.ui.monthChoice.hide()
        self.ui.copyWordsButton.setText("前年度の文章を写す")
        self.year.changed.connect(self.ui.wordsPane.save)

    def open_target(self, target: Target) -> None:
        """Show the fiscal year a link names by its first calendar year."""
        if target.kind == "report_year" and target.key is not None and self.may_leave():
            self.year.choose(FiscalYear(int(target.key)))

    def open_due(self) -> str:
        """Show the year that is reported on next; return its name if another was shown."""
        due = self.store.ask(year_to_report, self.today)
        if due == self.year.value:
            return ""
        self.year.choose(due)
        return self.period()

    def month(self) -> None:
        """Return nothing: it is of the whole year."""

    def period(self) -> str:
        """Return the year."""
        return str(self.year.value)

    def counting(self) -> Callable[[Session], Reading]:
        """Return what counts the year, of one that runs as it is today."""
        return partial(_count, year=self.year.value, today=self.today)

    def words(self) -> Sequence[Words]:
        """Return the words of the year beside those of the year before."""
        year = self._written = self.year.value
        here = self.store.ask(queries.words_of, year)
        before = self.store.ask(queries.words_of, year.previous)
        return [
            Words(
                name,
                label,
                getattr(here, name),
                getattr(before, name),
                str(year.previous) if getattr(before, name) else "",
            )
            for name, label in _PARTS
        ]

    def keep(self, name: str, text: str) -> bool:
        """Store one of the words of the year that is being shown."""
        draft = replace(self.store.ask(queries.words_of, self._written), **{name: text})
        label = f"{dict(_PARTS)[name]}を書く（{self._written}）"
        return self.store.do(label, commands.set_plan_year, self._written, draft) is not None

    @Slot()
    def copy_words(self) -> None:
        """Write last year's words wherever nothing is written yet."""
        if not self.ui.wordsPane.save():
            return
        wanted = {one.name: one.before for one in self.words() if not one.text and one.before}
        if not wanted:
            self.said.emit("写せる文章がありません。空の欄にだけ、前年度の文章を写します。")
            return
        draft = replace(self.store.ask(queries.words_of, self._written), **wanted)
        label = f"前年度の文章を写す（{self._written}）"
        self.store.do(label, commands.set_plan_year, self._written, draft)


def _count(session: Session, *, year: FiscalYear, today: date) -> Reading:
    return Reading(year_tables(annual(session, year, today)), _NOTE)
