"""Reports written, handed in and registered in the place 報告と様式."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.daily_log.commands import add_entry
from app.daily_log.log_entry import LogEntryDraft
from app.duties.queries import duty_list
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.reporting.reporting_page import ReportingPage
from app.gui.reporting_place import ReportingPlace
from app.gui.results.figure_rows import READERS
from app.gui.submissions.letter_finder import find_letters
from app.gui.submissions.letters_page import LettersPage
from app.gui.submissions.month_page import MonthPage
from app.gui.submissions.year_page import YearPage
from app.kernel.fiscal_year import FiscalYear
from app.planning import queries as planning
from app.storage.store import Store
from app.submissions import queries
from app.submissions.queries import LetterListing, SubmissionListing
from app.submissions.submission import TextPart
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.resting import rest
from tests.gui.typing_japanese import type_text
from tests.reporting.reported_office import reported

R8 = FiscalYear(2026)
WAIT = 20_000
_ENTER, _CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def place(
    store: Store, dialogs: FakeDialogs, clock: Clock, qtbot: QtBot
) -> Iterator[ReportingPlace]:
    """The whole place, shown, on an office with entries of the year."""
    clock.now = datetime(2027, 4, 1, 9)  # when the whole year was written down
    reported(store)
    clock.now = datetime(2026, 9, 5, 9)
    jobs = Jobs()
    place = ReportingPlace(ObservableStore(store), YearChoice(R8), dialogs, jobs, clock)
    qtbot.addWidget(place)
    place.resize(1130, 620)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    yield place
    jobs.close()
    place.close()


def part(place: ReportingPlace, name: str, kind: type) -> object:
    place.open_target(Target("reporting", "part", name))
    assert isinstance(place.part, kind)
    rest(place.jobs)
    return place.part


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_that_a_text_belongs_to_the_month_it_was_written_in(place: ReportingPlace) -> None:
    page = part(place, "month", MonthPage)
    assert isinstance(page, MonthPage)
    assert page.first == date(2026, 8, 1), "the month before, until it is handed in"
    edit = page.ui.wordsPane.edits["next"]
    edit.setFocus()
    type_text(edit, "九月は三つの会議")
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.first == date(2026, 9, 1)
    texts = page.store.ask(queries.report_texts, "monthly-report", date(2026, 8, 1))
    assert texts == {TextPart.NEXT: "九月は三つの会議"}
    assert edit.toPlainText() == "", "September is not written yet"
    press(Qt.Key.Key_L, _CONTROL)
    assert edit.toPlainText() == "九月は三つの会議"
    page.store.undo()
    assert edit.toPlainText() == ""


def test_that_in_april_the_reports_of_the_year_before_are_opened_first(
    place: ReportingPlace, clock: Clock
) -> None:
    clock.now = datetime(2027, 4, 5, 9)
    entry = LogEntryDraft(date(2027, 3, 2), place.store.ask(duty_list, date(2027, 3, 2))[0].id)
    place.store.plain.do("日報", add_entry, replace(entry, title="打合せ"))
    shown = ReportingPlace(place.store, YearChoice(R8.next), place.dialogs, place.jobs, clock)
    shown.setParent(place)
    shown.show()
    page = part(shown, "month", MonthPage)
    assert isinstance(page, MonthPage)
    assert (page.first, shown.year.value) == (date(2027, 3, 1), R8)
    shown.year.forward()
    assert page.first == date(2027, 4, 1), "the header leads to the other year"
    shown.year.back()
    assert page.first == date(2027, 3, 1), "and back to where its work is"
    rest(place.jobs)


def test_that_every_figure_of_both_reports_opens_its_rows(place: ReportingPlace) -> None:
    for name, kind in (("month", MonthPage), ("year", YearPage)):
        page = part(place, name, kind)
        assert isinstance(page, (MonthPage, YearPage))
        figures = [figure for table in page.shown for line in table.cells for figure in line]
        assert figures
        assert {figure.of for figure in figures} <= set(READERS)
        found = next(
            (row, column)
            for row, line in enumerate(page.table.cells)
            for column, figure in enumerate(line)
            if figure.keys
        )
        page.open_figure(*found)
        assert page.model.rowCount() == len(set(page.table.cells[found[0]][found[1]].keys))


def test_that_words_of_the_year_are_those_of_its_plan(place: ReportingPlace) -> None:
    page = part(place, "year", YearPage)
    assert isinstance(page, YearPage)
    edit = page.ui.wordsPane.edits["overview"]
    edit.setFocus()
    type_text(edit, "つながりが広がった。")
    press(_ENTER, _CONTROL)
    assert page.store.ask(planning.words_of, R8).overview == "つながりが広がった。"
    rest(place.jobs)
    assert not any("「総括」" in one.sentence for one in page.ui.doubtList.doubts)


def test_that_a_letter_gets_its_number_and_is_found(place: ReportingPlace) -> None:
    page = part(place, "letters", LettersPage)
    assert isinstance(page, LettersPage)
    press(Qt.Key.Key_N, _CONTROL)
    type_text(page.form.ui.subjectEdit, "会議のお知らせ")
    type_text(page.form.ui.partnerEdit, "見本町会")
    page.form.ui.partnerEdit.setFocus()
    press(_ENTER, _CONTROL)
    (row,) = page.store.ask(LetterListing().rows, page.store.ask(LetterListing().keys)).values()
    assert row.draft.number == "函支第1号"
    assert page.card.key == row.id
    (hit,) = find_letters(page.store, "お知らせ", 5)
    assert hit.target == Target("reporting", "letter", row.id)
    place.open_target(Target("reporting", "letter", 999))
    assert place.part is page, "a letter that is not there is said, and nothing happens"


def test_that_any_report_is_handed_in_from_the_documents(
    place: ReportingPlace, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    place.open_target(Target("reporting", "document", "match-results"))
    page = place.part
    assert isinstance(page, ReportingPage)
    qtbot.waitUntil(page.ui.submitButton.isEnabled, timeout=WAIT)
    dialogs.answers = ["持参", "函館市長　様", False]
    QTest.mouseClick(page.ui.submitButton, Qt.MouseButton.LeftButton)
    listing = SubmissionListing(R8)
    qtbot.waitUntil(lambda: not dialogs.answers, timeout=WAIT)
    qtbot.waitUntil(lambda: not page.jobs.busy, timeout=WAIT)
    (row,) = page.store.ask(listing.rows, page.store.ask(listing.keys)).values()
    assert (row.document, row.letter_number) == ("match-results", "函支第1号")
    place.open_target(Target("reporting", "document", "labels"))
    assert page.ui.submitButton.isHidden(), "labels go to people, not to the city"
    qtbot.waitUntil(lambda: not page.jobs.busy, timeout=WAIT)
