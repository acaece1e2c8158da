"""A report to the city in the making: its figures, what to look at before, and its texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from app.gui.compiled.submissions.ui_report_page import Ui_ReportPage
from app.gui.framework.newest import Newest
from app.gui.framework.search import Target
from app.gui.reporting.document_link import document_target
from app.gui.reporting.handing_in import HandingIn
from app.gui.results.figures_page import FiguresPage
from app.gui.submissions.words_pane import Words
from app.kernel.wareki import format_day
from app.reporting.catalogue import Request
from app.reporting.checks import checks_before
from app.reporting.documents import document
from app.reporting.doubt import Doubt
from app.submissions.queries import SubmissionListing, SubmissionRow

_DAY = "R8.4.1"
_TO_CHECK = "出す前に確かめること　"


class ReportPage(FiguresPage):
    """Subclasses name the document, read its figures and words, and keep the words."""

    DOCUMENT: ClassVar[str]
    WORD_TABLES: ClassVar[frozenset[str]]
    """Where the words stand; with submissions they are shown anew without counting again."""

    words: Callable[[], Sequence[Words]]
    keep: Callable[[str, str], bool]
    copy_words: Callable[[], None]
    month: Callable[[], int | None]
    """Returns the month of a report that is one of a month."""
    open_due: Callable[[], str]
    """Shows the period that is reported on next; returns its name if another was shown."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = ui = Ui_ReportPage()
        ui.setupUi(self)
        ui.wordsPane.keep = self.keep
        ui.doubtLabel.prepare(ems=10, bold=True)
        self._shown_period = ""
        self._hands_in = False
        self._was_seen = False
        self.checking = Newest(self.store, self.jobs, self)
        self.checking.arrived.connect(self._show_doubts)
        self.handing = HandingIn(self)
        self.hold(ui, self.DOCUMENT)
        add = self.keys.add
        add("書類を見る・印刷・Excel", "Ctrl+P", self.preview, ui.documentButton)
        add("提出する", "Ctrl+T", self.hand_in, ui.submitButton)
        add("前の文章を写す（空の欄だけ）", "Ctrl+L", self.copy_words, ui.copyWordsButton)
        add("次の場所（数字・確かめること・文章）へ", "F6", self.next_area)
        ui.doubtList.followed.connect(self._follow)
        ui.sides.setSizes([560, 480])
        ui.sides.setStretchFactor(0, 1)

    # Showing

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin with what is due, unless another year than today's has been chosen."""
        before = self.year.value
        if not self._was_seen and self.today in before:
            self._was_seen = True
            opened = self.open_due()
            if opened and self.year.value != before:
                self.said.emit(f"まだ提出していない{opened}の報告を開きました。")
        super().showEvent(event)

    def reload(self) -> None:
        """Show the texts; count and check, which takes longer."""
        super().reload()
        self._show_beside()

    def _changed(self, tables: frozenset[str]) -> None:
        super()._changed(tables)
        if tables & (self.WORD_TABLES | {"submission", "letter"}) and not self._stale:
            self._show_beside()

    def _show_beside(self) -> None:
        """Show texts and whether it has been handed in; the doubts follow."""
        ui = self.ui
        year, month = self.year.value, self.month()
        check = partial(
            checks_before, document=self.DOCUMENT, year=year, month=month, today=self.today
        )
        self.checking.ask(check)
        ui.doubtLabel.setText(f"{_TO_CHECK}調べています…")
        period = self.period()
        ui.wordsPane.show_words(self.words(), anew=period != self._shown_period)
        self._shown_period = period
        row = self.submitted()
        ui.stateLabel.setText("" if row is None else _state(row))
        ui.stateLabel.setVisible(row is not None)
        ui.submitButton.setText("提出する" if row is None else "もう一度提出する")

    @Slot(object)
    def _show_doubts(self, doubts: Sequence[Doubt]) -> None:
        self.ui.doubtList.show_doubts(doubts)
        self.ui.doubtLabel.setText(f"{_TO_CHECK}{len(doubts)}件")
        if self._hands_in and self.isVisible():
            self.hand_in()

    def submitted(self) -> SubmissionRow | None:
        """Return the newest submission of this report, if there is one."""
        listing = SubmissionListing(self.year.value, self.DOCUMENT)
        rows = self.store.ask(listing.rows, self.store.ask(listing.keys)).values()
        of_period = (one for one in rows if one.month == self.month() and not one.replaced)
        return next(of_period, None)

    # Doing

    def may_leave(self) -> bool:
        """Store what is typed; what was refused keeps the page."""
        return self.ui.wordsPane.save()

    @Slot(object)
    def _follow(self, target: Target) -> None:
        if self.may_leave():
            self.wanted.emit(target)

    @Slot()
    def preview(self) -> None:
        """Show the document in 書類をつくる."""
        if self.may_leave():
            self.wanted.emit(document_target(self.DOCUMENT, month=self.month()))

    @Slot()
    def hand_in(self) -> None:
        """Hand the report in, as figures and texts are now, once it is known what is doubtful."""
        saved = self.may_leave()
        self._hands_in = saved and self.checking.busy
        if not saved or self._hands_in:
            return
        doubts = self.ui.doubtList.doubts
        told = f"確かめることが{len(doubts)}件残っています。" if doubts else ""
        if (row := self.submitted()) is not None:
            told = f"{_state(row)}今回のものが、それに代わります。{told}"
        request = Request(self.today, year=self.year.value, month=self.month())
        self.handing.begin(document(None, self.DOCUMENT), request, told)

    @Slot()
    def next_area(self) -> None:
        """Go from the figures to the doubts, to the texts, and back."""
        ui = self.ui
        edits = list(ui.wordsPane.edits.values())
        if ui.figures.hasFocus() or ui.rowList.hasFocus():
            ui.doubtList.setFocus()
        elif ui.doubtList.hasFocus() and edits:
            edits[0].setFocus()
        else:
            ui.figures.setFocus()


def _state(row: SubmissionRow) -> str:
    number = f"（{row.letter_number}）" if row.letter_number else ""
    return f"{format_day(row.submitted_at.date(), _DAY)}に提出しています{number}。"
