"""The part 月次報告: the report of one month, from its figures to what was handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.gui.framework.search import Target
from app.gui.results.figures_page import Reading
from app.gui.submissions.report_page import ReportPage
from app.gui.submissions.words_pane import Words
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.planning.queries.sources import TABLES as COUNTED
from app.reporting.monthly import DOCUMENT as MONTHLY
from app.reporting.monthly import PARTS, monthly
from app.reporting.monthly_tables import monthly_tables
from app.reporting.reports_due import month_to_report
from app.submissions import commands, queries
from app.submissions.queries import TextBeside

_MONTH = "令和8年4月"
_NOTE = "件数は市へ報告する記録を1件ずつ数えています。年度累計は4月からこの月までです。"


class MonthPage(ReportPage):
    """Opens on the month that is due; ``report_month`` links name the first day of another."""

    DOCUMENT: ClassVar[str] = MONTHLY
    WORD_TABLES: ClassVar[frozenset[str]] = frozenset({"report_text"})
    tables: ClassVar[frozenset[str]] = COUNTED | {"crossing", "category", "scheme", "district"}

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        choice = self.ui.monthChoice
        self._written = self.today
        choice.follow(self.year, lambda: self.today)
        choice.changed.connect(self._other_month)
        add = self.keys.add
        add("次の月", "Alt+Right", choice.forward)
        add("前の月", "Alt+Left", choice.back)

    def open_target(self, target: Target) -> None:
        """Show the month whose first day a link names (2026-04-01)."""
        if target.kind == "report_month" and target.key is not None and self.may_leave():
            self.ui.monthChoice.show_month(date.fromisoformat(str(target.key)))

    def open_due(self) -> str:
        """Show the month that is reported on next; return its name if another was shown."""
        due = self.store.ask(month_to_report, self.today)
        if due.replace(day=1) == self.first:
            return ""
        self.ui.monthChoice.show_month(due)
        return self.period()

    @Slot()
    def _other_month(self) -> None:
        self.ui.wordsPane.save()
        self.outdate()

    @property
    def first(self) -> date:
        """The first day of the month that is shown."""
        return self.ui.monthChoice.month

    def month(self) -> int:
        """Return the month that is shown, 1 to 12."""
        return self.first.month

    def period(self) -> str:
        """Return the month in words."""
        return format_day(self.first, _MONTH)

    def counting(self) -> Callable[[Session], Reading]:
        """Return what counts the month."""
        return partial(_count, year=self.year.value, month=self.month())

    def words(self) -> Sequence[Words]:
        """Return the texts of the month beside the newest ones before."""
        self._written = self.first
        return [_words(one) for one in self._beside()]

    def _beside(self) -> Sequence[TextBeside]:
        return self.store.ask(queries.texts_beside, MONTHLY, self.first, PARTS)

    def keep(self, name: str, text: str) -> bool:
        """Store a text of the month that is being shown."""
        part = next(one for one in PARTS if one.value == name)
        first = self._written
        done = self.store.do(
            f"{part.label}を書く（{format_day(first, _MONTH)}）",
            commands.set_report_text,
            MONTHLY,
            first,
            part,
            text,
        )
        return done is not None

    @Slot()
    def copy_words(self) -> None:
        """Write last time's words wherever nothing is written yet."""
        if not self.ui.wordsPane.save():
            return
        wanted = [one for one in self._beside() if not one.text and one.before]
        if not wanted:
            self.said.emit("写せる文章がありません。空の欄にだけ、前の月の文章を写します。")
            return
        label = f"前の文章を写す（{self.period()}）"
        self.store.do(label, _copy, self.first, wanted)


def _count(session: Session, *, year: FiscalYear, month: int) -> Reading:
    return Reading(monthly_tables(monthly(session, year, month)), _NOTE)


def _words(one: TextBeside) -> Words:
    whence = format_day(one.before_day, _MONTH) if one.before_day else ""
    return Words(one.part.value, one.part.label, one.text, one.before, whence)


def _copy(session: Session, first: date, wanted: Sequence[TextBeside]) -> None:
    for one in wanted:
        commands.set_report_text(session, MONTHLY, first, one.part, one.before)
