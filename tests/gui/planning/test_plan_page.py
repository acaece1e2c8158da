"""Plan and staff in the window: items by key, figures that open rows, words, terms, trainings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.plan_place import PlanPlace
from app.gui.planning.plan_finder import find_items
from app.gui.planning.plan_page import PlanPage
from app.gui.staff.staff_page import StaffPage
from app.planning import commands as planning
from app.planning import queries
from app.planning.plan import Grade, PlanItemDraft
from app.staff import queries as staff
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import duty, seeded
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text
from tests.planning.plans import YEAR, item, row, titles
from tests.staff.people import member, person

_ENTER, _CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def office(store: Store, clock: Clock) -> Store:
    clock.now = datetime(2026, 5, 20, 9)
    return seeded(store)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def place(office: Store, dialogs: FakeDialogs, clock: Clock, qtbot: QtBot) -> Iterator[PlanPlace]:
    """The whole place, shown."""
    jobs = Jobs()
    place = PlanPlace(ObservableStore(office), YearChoice(YEAR), dialogs, jobs, clock)
    qtbot.addWidget(place)
    place.resize(1150, 640)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    yield place
    place.close()
    jobs.close()


def plan_page(place: PlanPlace) -> PlanPage:
    place.open_target(Target("plan", "part", "plan"))
    assert isinstance(place.part, PlanPage)
    return place.part


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def choose(page: PlanPage, key: int) -> None:
    page.ui.itemList.choose(key)
    page.ui.itemList.setFocus()


def test_that_an_item_is_planned_counted_and_reviewed_by_key(
    place: PlanPlace, office: Store
) -> None:
    for day in (1, 2):
        draft = LogEntryDraft(date(2026, 5, day), duty(office, "③"), title="訪問")
        entry = office.do("日報", daily_log.add_entry, draft).result
    page = plan_page(place)
    page.ui.searchEdit.setFocus()
    press(Qt.Key.Key_N, _CONTROL)
    form = page.form.ui
    form.dutyCombo.setCurrentIndex(2)
    type_text(form.titleEdit, "団体の訪問")
    form.monthsEdit.setFocus()
    QTest.keyClicks(form.monthsEdit.line, "5 6")
    form.measureCombo.setCurrentIndex(form.measureCombo.findData("log_entries"))
    assert form.unitEdit.text() == "件"
    assert not form.actualEdit.isEnabled()
    form.targetEdit.setFocus()
    type_text(form.targetEdit.line, "４")
    press(_ENTER, _CONTROL)
    key = page.ui.itemList.current_key()
    assert key is not None
    found = row(office, key)
    assert (found.when, found.done, found.duty.sign) == ("5～6月", 2, "③")
    # The figure opens its rows, a row its card; Esc closes them.
    wanted: list[Target] = []
    page.wanted.connect(wanted.append)
    press(Qt.Key.Key_L, _CONTROL)
    assert page.card.model.rowCount() == 2
    page.card.ui.rowList.choose(entry)
    press(_ENTER)
    assert wanted == [Target("log", "log_entry", entry)]
    press(Qt.Key.Key_Escape)
    assert page.card.ui.rowList.isHidden()
    # The review begins at its grade.
    page.ui.itemList.setFocus()
    press(Qt.Key.Key_J, _CONTROL)
    assert QApplication.focusWidget() is form.gradeCombo
    form.gradeCombo.setCurrentIndex(2)
    press(_ENTER)
    type_text(form.doneEdit, "毎月訪問した。")
    press(_ENTER, _CONTROL)
    assert row(office, key).review.grade is Grade.B
    assert row(office, key).review.done == "毎月訪問した。"


def test_that_what_is_written_elsewhere_counts_when_the_page_is_seen_again(
    place: PlanPlace, office: Store
) -> None:
    page = plan_page(place)
    planned = PlanItemDraft(YEAR.start, duty(office, "③"), "訪問", measure="log_entries")
    done = page.store.do("計画", planning.add_item, planned)
    assert done is not None
    choose(page, done.result)
    place.open_target(Target("plan", "part", "staff"))
    draft = LogEntryDraft(date(2026, 5, 1), duty(office, "③"), title="訪問")
    page.store.do("日報", daily_log.add_entry, draft)
    plan_page(place)
    assert page.card.ui.rowsButton.isEnabled()
    shown = page.items.model
    assert [shown.index(0, column).data() for column in (1, 4)] == ["訪問", "1件"]


def test_that_a_year_is_copied_moved_and_taken_back(place: PlanPlace, office: Store) -> None:
    for title in ("養成研修", "マッチング"):
        item(office, title, year=YEAR.previous)
    page = plan_page(place)
    said: list[str] = []
    page.said.connect(said.append)
    press(Qt.Key.Key_N, _CONTROL | _SHIFT)
    assert said == ["2件の事業を写しました。"]
    assert titles(office) == ["養成研修", "マッチング"]
    second = office.ask(page.items.model.listing.keys)[1]
    choose(page, second)
    press(Qt.Key.Key_Up, _ALT)
    assert titles(office) == ["マッチング", "養成研修"]
    press(Qt.Key.Key_Delete)
    assert titles(office) == ["養成研修"]
    page.store.undo()
    assert titles(office) == ["マッチング", "養成研修"]


def test_that_a_refused_item_keeps_what_was_typed(
    place: PlanPlace, office: Store, dialogs: FakeDialogs
) -> None:
    page = plan_page(place)
    page.side.add()
    form = page.form.ui
    type_text(form.contentEdit, "内容だけ")
    press(_ENTER, _CONTROL)
    assert page.side.editing
    assert form.contentEdit.toPlainText() == "内容だけ"
    assert titles(office) == []
    dialogs.answers = [False, True]
    assert not place.may_leave()
    assert place.may_leave()


def test_that_the_words_of_a_year_stay_until_they_are_given_up(
    place: PlanPlace, office: Store, dialogs: FakeDialogs
) -> None:
    page = plan_page(place)
    draft = PlanItemDraft(YEAR.start, duty(office, "⑤"), "養成研修")
    done = page.store.do("計画", planning.add_item, draft)
    assert done is not None
    choose(page, done.result)
    press(Qt.Key.Key_T, _CONTROL)
    words = page.words.ui
    assert QApplication.focusWidget() is words.visionEdit
    assert not page.ui.listSide.isEnabled()
    type_text(words.visionEdit, "支え合う町")
    dialogs.answers = [False]
    assert not page.may_leave()
    place.year.choose(YEAR.previous)
    assert page.ui.sideStack.currentWidget() is page.words
    press(_ENTER, _CONTROL)
    assert office.ask(queries.words_of, YEAR).vision == "支え合う町"
    assert page.ui.listSide.isEnabled()


def test_that_search_and_links_find_an_item_of_any_year(place: PlanPlace, office: Store) -> None:
    key = item(office, "髙齢者サロン", year=YEAR.previous)
    page = plan_page(place)
    (hit,) = find_items(page.store, "高齢者", 5)
    assert hit.detail == "令和7年度の計画　⑤担い手・マッチング"
    place.open_target(hit.target)
    assert place.year.value == YEAR.previous
    assert page.card.key == key
    place.open_target(Target("plan", "plan_item", 999))
    assert page.card.key == key


def test_that_staff_and_trainings_are_written_down(place: PlanPlace, office: Store) -> None:
    who = person(office, "前任")
    member(office, who, starts_on=date(2022, 9, 1), ends_on=date(2026, 3, 31))
    after = member(office, person(office, "後任"), starts_on=date(2026, 4, 1))
    place.open_target(Target("plan", "staff", after))
    page = place.part
    assert isinstance(page, StaffPage)
    assert "市の事前の承諾" in page.card.ui.warningLabel.plain()
    assert page.ui.equivalentLabel.text() == "常勤換算　1.0人（今日）"
    page.ui.staffList.setFocus()
    press(Qt.Key.Key_F2)
    form = page.form.ui
    form.weeklyEdit.setText("ずっと")
    press(_ENTER, _CONTROL)
    assert page.side.editing
    form.weeklyEdit.setText("19時間30分")
    form.agreedEdit.line.setFocus()
    type_text(form.agreedEdit.line, "r8.3.2")
    press(_ENTER, _CONTROL)
    assert page.ui.equivalentLabel.text() == "常勤換算　0.4人（今日）"
    assert not page.card.ui.warningLabel.plain()
    page.ui.staffList.setFocus()
    press(Qt.Key.Key_G, _CONTROL)
    training = page.card.form
    training.form._fields["title"].editor.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    type_text(focus, "SC養成研修")
    press(_ENTER, _CONTROL)
    (one,) = office.ask(staff.trainings, YEAR)
    assert (one.draft.title, one.name) == ("SC養成研修", "後任　務")
    press(Qt.Key.Key_Delete)
    assert office.ask(staff.trainings, YEAR) == ()
