"""Fixtures of the tests of the part 同じ人かも."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.contacts import commands
from app.contacts.person import PersonDraft, PersonId
from app.gui.duplicates.duplicates_page import DuplicatesPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

BORN = date(1950, 4, 12)
PEOPLE = (
    PersonDraft("渡辺", "節子", "わたなべ", "せつこ", birth_date=BORN, phone="0138-22-0001"),
    PersonDraft("渡邉", "節子", phone="0138-22-0001", mobile="090-0000-0001", note="書道"),
    PersonDraft("渡辺", "勝", "わたなべ", "まさる", phone="0138-22-0001"),
    PersonDraft("髙橋", "健", "たかはし", "けん", phone="0138-22-0002"),
    PersonDraft("高橋", "健", "たかはし", "けん", phone="0138-22-0002"),
)


@pytest.fixture
def people(store: Store) -> list[PersonId]:
    return store.note("人", commands.add_people, PEOPLE).result


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def settle(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    """Wait until no job runs and its answer has come."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
        QCoreApplication.processEvents()

    return wait


@pytest.fixture
def page(
    store: Store,
    people: list[PersonId],
    jobs: Jobs,
    clock: Clock,
    settle: Callable[[], None],
    qtbot: QtBot,
) -> Iterator[DuplicatesPage]:
    """The page, shown, with two pairs found."""
    observed = ObservableStore(store)
    page = DuplicatesPage(observed, YearChoice(FiscalYear(2026)), FakeDialogs(), jobs, clock)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle()
    yield page
    page.close()
