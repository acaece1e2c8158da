"""From a list to one change of many, by keys and mouse, and back with one undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.contacts import commands, queries
from app.contacts.person import PersonDraft, PersonStatus
from app.gui.bulk_edit.bulk_edit_pane import BulkEditPane
from app.gui.bulk_edit.edit_lines import AFTER, FATE
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.year_choice import YearChoice
from app.gui.searching.search_page import SearchPage
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

Key, NO, CONTROL = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
DECEASED = PersonStatus.DECEASED
PEOPLE = [
    PersonDraft("函館", "花子", "はこだて", "はなこ"),
    PersonDraft("北斗", "太郎", "ほくと", "たろう", no_mail=True),
    PersonDraft("七飯", "次郎", "ななえ", "じろう", status=DECEASED),
    PersonDraft("森", "三郎", "もり", "さぶろう"),
]


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def show(
    store: Store, clock: Clock, jobs: Jobs, qtbot: QtBot
) -> Iterator[Callable[[type[Page]], Page]]:
    """Show a page of four people; one is changed already, one may not be brought back to life."""
    store.do("人", commands.add_people, PEOPLE)
    pages: list[Page] = []

    def shown(kind: type[Page]) -> Page:
        observed = ObservableStore(store)
        page = kind(observed, YearChoice(FiscalYear(2026)), FakeDialogs(), jobs, clock)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1100, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield shown
    for page in pages:
        page.close()


def press(page: Page, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
    QTest.keyClick(page.window().focusWidget() or page, key, modifier)


def pick(pane: BulkEditPane, field: str, value: str = "") -> None:
    """Choose a field and one of its values, as the arrow keys do."""
    for combo, words in ((pane.fieldCombo, field), (pane.choiceCombo, value)):
        combo.setFocus()
        while words and combo.currentText() != words:
            before = combo.currentIndex()
            QTest.keyClick(combo, Key.Key_Down)
            assert combo.currentIndex() > before, words


def texts(pane: BulkEditPane, column: int) -> list[str]:
    lines = pane.lines
    return [lines.data(lines.index(row, column)) for row in range(lines.rowCount())]


def test_that_what_a_search_finds_is_changed_after_a_look_and_taken_back(
    show: Callable[[type[Page]], Page], store: Store, jobs: Jobs, qtbot: QtBot
) -> None:
    page = show(SearchPage)
    assert isinstance(page, SearchPage)
    press(page, Key.Key_B, CONTROL)
    pane = page.bulk_edit.pane
    assert pane.headingLabel.text() == "まとめて変更（一覧の4人）"
    assert not pane.applyButton.isEnabled()
    pick(pane, "発送", "案内を送らない")
    qtbot.waitUntil(lambda: pane.lines.rowCount() == 4)
    assert texts(pane, FATE) == ["変わる", "変わる", "変わる", "同じ"]
    assert "3人を変更します、すでに同じ 1人。" in pane.countLabel.text()
    pane.view.setFocus()
    pane.view.selectRow(0)
    press(page, Key.Key_Space)
    assert "2人を変更します、外したもの 1人" in pane.countLabel.text()
    press(page, Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.bulk_edit.pane is None)
    assert [row.label for row in store.history(1)] == ["2人の発送を変更（案内を送らない）"]
    assert {key for key, one in store.ask(queries.drafts, [1, 2, 3, 4]).items() if one.no_mail} == {
        1, 2, 4
    }  # fmt: skip
    page.store.undo()
    assert not store.ask(queries.drafts, [4])[4].no_mail


def test_that_selected_rows_are_meant_where_there_are_several(
    show: Callable[[type[Page]], Page], jobs: Jobs, qtbot: QtBot
) -> None:
    page = show(ContactsPage)
    assert isinstance(page, ContactsPage)
    page.ui.peopleList.setFocus()
    page.ui.peopleList.choose(3)
    QTest.keyClick(page.ui.peopleList, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page, Key.Key_B, CONTROL)
    pane = page.bulk_edit.pane
    assert pane.headingLabel.text() == "まとめて変更（選んだ2人）"
    pick(pane, "状態", "転出")
    qtbot.waitUntil(lambda: pane.lines.rowCount() == 2)
    assert texts(pane, FATE) == ["変えられない", "変わる"]
    assert texts(pane, AFTER) == [
        "逝去の記録です。状態は、カードで確かめて1人ずつ変えてください。",
        "転出",
    ]
    page.store.do("ごみ箱", commands.bin_person, 1)
    qtbot.waitUntil(lambda: texts(pane, FATE) == ["変えられない", "変えられない"])
    page.store.undo()
    qtbot.waitUntil(lambda: texts(pane, FATE) == ["変えられない", "変わる"])
    pick(pane, "備考に書き足す")
    pane.valueEdit.setFocus()
    QTest.keyClicks(pane.valueEdit, "meibo")
    qtbot.waitUntil(lambda: texts(pane, AFTER)[:1] == ["meibo"])
    press(page, Key.Key_Escape)
    assert page.bulk_edit.pane is None
    qtbot.waitUntil(lambda: not jobs.busy)
