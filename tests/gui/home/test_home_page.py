from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft
from app.gui.framework import folders
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.home.home_page import HomePage
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths
from app.storage.store import Store
from app.training import commands, queries
from app.training.course import CourseDraft, CourseId, CourseStatus
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

TODAY = date(2026, 6, 3)


@pytest.fixture
def observed(store: Store, clock: Clock, qapp: object) -> ObservableStore:
    clock.now = datetime.combine(TODAY, clock.now.time())
    store.do("種別", commands.seed_kinds)
    return ObservableStore(store)


@pytest.fixture
def backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    paths = Paths.under(tmp_path / "program")
    monkeypatch.setattr(folders, "_current", [paths])
    return paths.backups


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def page(
    qtbot: QtBot, observed: ObservableStore, jobs: Jobs, clock: Clock, backups: Path
) -> HomePage:
    page = HomePage(observed, YearChoice(FiscalYear(2026)), FakeDialogs(), jobs, clock)
    qtbot.addWidget(page)
    return page


def course_today(store: ObservableStore) -> CourseId:
    kind = store.ask(queries.kinds)[0].id
    draft = CourseDraft(kind_id=kind, fiscal_year=2026, status=CourseStatus.RUNNING)
    course = store.plain.do("開設", commands.open_course, draft).result
    store.do("日程", commands.plan_sessions, course, (TODAY,))
    return course


def shown(page: HomePage) -> list[str]:
    tree = page.ui.taskList
    headings = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [item.child(n).text(0) for item in headings for n in range(item.childCount())]


def test_that_a_new_office_is_shown_the_first_steps(page: HomePage, qtbot: QtBot) -> None:
    page.show()
    assert page.ui.stack.currentWidget() is page.first_steps
    with qtbot.waitSignal(page.wanted) as told:
        qtbot.keyClick(page.first_steps.buttons[1], Qt.Key.Key_Space)
    assert told.args == [Target("contacts", "import")]


def test_that_enter_follows_a_line_to_the_very_thing(
    page: HomePage, observed: ObservableStore, qtbot: QtBot
) -> None:
    page.show()
    course = course_today(observed)
    assert shown(page)[0].startswith("急ぎ　今日　第1回")
    assert page.ui.dayLabel.text() == "令和8年6月3日（水）"
    with qtbot.waitSignal(page.wanted) as told:
        qtbot.keyClick(page.ui.taskList, Qt.Key.Key_Return)
    session = observed.ask(queries.sessions, course)[0].id
    assert told.args == [Target("training", "session", session)]


def test_that_a_click_follows_a_line_and_a_heading_leads_nowhere(
    page: HomePage, observed: ObservableStore, qtbot: QtBot
) -> None:
    page.show()
    course_today(observed)
    tree = page.ui.taskList
    heading = tree.topLevelItem(0)
    port = tree.viewport()
    with qtbot.assertNotEmitted(page.wanted):
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=tree.visualItemRect(heading).center())
    with qtbot.waitSignal(page.wanted):
        place = tree.visualItemRect(heading.child(0)).center()
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)


def test_that_the_list_follows_changes_and_keeps_the_chosen_line(
    page: HomePage, observed: ObservableStore
) -> None:
    page.show()
    drafts = [
        PersonDraft(family_name=name, family_kana=kana, kana_guessed=True)
        for name, kana in (("乙", "おつ"), ("丙", "へい"))
    ]
    added = observed.plain.do("追加", contacts.add_people, drafts).result
    page.refresh()
    tree = page.ui.taskList
    tree.setCurrentItem(tree.topLevelItem(0).child(1))
    observed.do("変更", contacts.change_person, added[0], replace(drafts[0], kana_guessed=False))
    assert shown(page) == ["丙さんのふりがなを確かめてください"]
    assert tree.currentItem().text(0) == shown(page)[0]
    observed.do("変更", contacts.change_person, added[1], replace(drafts[1], kana_guessed=False))
    assert page.ui.stack.currentWidget() is page.nothing
    observed.undo()
    assert shown(page) == ["丙さんのふりがなを確かめてください"]


def test_that_a_hidden_page_reads_nothing_until_it_is_shown(
    page: HomePage, observed: ObservableStore
) -> None:
    course_today(observed)
    assert page.ui.taskList.lines == ()
    page.show()
    assert len(page.ui.taskList.lines) == 1


def test_that_a_backup_is_made_now_and_then_said(
    page: HomePage, observed: ObservableStore, qtbot: QtBot, backups: Path
) -> None:
    page.show()
    assert "まだありません" in page.ui.backupLabel.text()
    with qtbot.waitSignal(page.said, timeout=10_000) as told:
        qtbot.keyClick(page.ui.backupButton, Qt.Key.Key_Space)
    (made,) = backups.iterdir()
    assert told.args == [f"控えを取りました：{made.name}"]
    assert page.ui.backupLabel.text().startswith("最新の控えは")
    course_today(observed)
    assert "そのあとの変更" in page.ui.backupLabel.text()
