"""Conditions are put together by mouse and keys, and shown again as they were kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.contacts import commands
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.person import PersonDraft
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.searching.condition_row import ConditionRow
from app.gui.searching.search_page import SearchPage
from app.kernel.fiscal_year import FiscalYear
from app.searching import commands as saving
from app.searching.condition import Comparison, Condition, Search
from app.storage.store import Store
from app.training import commands as training
from app.training.course import CourseDraft
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

PEOPLE = [
    PersonDraft("函館", "花子", "はこだて", "はなこ", birth_date=date(1952, 3, 31)),
    PersonDraft("北斗", "太郎", "ほくと", "たろう", birth_date=date(1952, 4, 1)),
    PersonDraft("七飯", "次郎", "ななえ", "じろう"),
]
MEMBER = CustomFieldDraft("会員区分", Subject.PERSON, FieldKind.CHOICE, ("正会員", "賛助"))


@pytest.fixture
def page(store: Store, clock: Clock, qtbot: QtBot) -> Iterator[SearchPage]:
    """The page with three people, two courses and a field of the office's own."""
    store.do("人", commands.add_people, PEOPLE)
    store.note("種別", training.seed_kinds)
    for year in (2023, 2026):
        store.do("講座", training.open_course, CourseDraft(kind_id=1, fiscal_year=year))
    field = store.do("項目", commands.add_custom_field, MEMBER).result
    store.do("値", commands.set_custom, field, "正会員", person=1)
    jobs, dialogs = Jobs(), FakeDialogs()
    page = SearchPage(ObservableStore(store), YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close()
    jobs.close()


def pick(combo: QComboBox, words: str) -> None:
    """Choose an entry as the arrow keys do."""
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    while combo.currentText() != words:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() > before, words


def new_row(page: SearchPage, field: str) -> ConditionRow:
    QTest.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    row = page.conditions.rows[-1]
    pick(row.fieldCombo, field)
    return row


def test_that_an_age_is_asked_for_on_the_day_that_is_typed(page: SearchPage) -> None:
    row = new_row(page, "年齢（決めた日）")
    QTest.keyClicks(row.valueEdit, "75")
    assert len(page.found) == 3  # nothing is asked before the day is there
    row.dayEdit.line.setFocus()
    QTest.keyClicks(row.dayEdit.line, "R9.3.")
    assert page.problemLabel.isVisible()
    QTest.keyClicks(row.dayEdit.line, "31")
    assert page.found == [1]
    QTest.keyClick(row.dayEdit.line, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is row.valueEdit
    QTest.mouseClick(row.removeButton, Qt.MouseButton.LeftButton)
    assert len(page.found) == 3


def test_that_an_own_choice_offers_its_choices_and_says_who_is_none(page: SearchPage) -> None:
    row = new_row(page, "独自項目：会員区分")
    offered = [row.choiceCombo.itemText(one) for one in range(row.choiceCombo.count())]
    assert offered == ["正会員", "賛助"]
    assert page.found == [1]
    pick(row.comparisonCombo, "でない")
    assert page.found == [3, 2]
    pick(row.comparisonCombo, "を含む")
    assert row.valueEdit.isVisible()
    pick(row.comparisonCombo, "である")
    pick(row.choiceCombo, "賛助")
    assert page.listStack.currentWidget() is not page.lists[Subject.PERSON]
    assert page.countLabel.text() == "0人"


def test_that_the_years_of_courses_are_those_there_are(page: SearchPage) -> None:
    row = new_row(page, "出席した研修")
    first, last = row.yearsChoice.firstCombo, row.yearsChoice.lastCombo
    offered = [first.itemText(one) for one in range(first.count())]
    assert offered == ["最初の年度", "令和8年度", "令和5年度"]
    assert row.condition().years is None
    pick(first, "令和8年度")
    assert row.condition().years == (2026, None)
    pick(last, "令和5年度")
    assert "逆" in page.problemLabel.plain()


def test_that_a_kept_search_is_shown_with_choices_that_are_gone(
    page: SearchPage, store: Store
) -> None:
    conditions = (
        Condition("own:1", Comparison.IS, "特別会員"),
        Condition("attended", Comparison.IS, "1", (2020, None)),
        Condition("age_on_day", Comparison.AT_MOST, "74", day=date(2027, 3, 31)),
    )
    kept = Search(Subject.PERSON, conditions)
    key = store.do("保存", saving.save_search, "前の条件", kept).result
    store.do("使わない", commands.retire_custom_field, 1)
    page.open_target(Target("contacts", "search", key))
    assert page.conditions.search() == kept
    assert "いまはない" in page.conditions.rows[0].choiceCombo.currentText()
    page.saved.removeButton.click()
    assert not page.changeButton.isEnabled()
