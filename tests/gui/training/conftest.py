"""A page 研修 over an office with one running course."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.training.training_page import TrainingPage
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from app.training import commands
from app.training.course import CourseId
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.training.office import Office

DAYS = (date(2026, 6, 3), date(2026, 6, 10), date(2026, 6, 17), date(2026, 6, 24), date(2026, 7, 1))
TODAY = datetime(2026, 6, 17, 13)
"""The day of the third session."""


@pytest.fixture
def office(store: Store, clock: Clock) -> Office:
    clock.now = TODAY
    store.do("種別", commands.seed_kinds)
    return Office(store)


@pytest.fixture
def course(office: Office) -> CourseId:
    """A 養成研修 with its days and forty trainees."""
    course = office.course()
    office.plan(course, *DAYS)
    office.trainees(course, 40)
    return course


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def page(
    observed: ObservableStore,
    course: CourseId,
    dialogs: FakeDialogs,
    clock: Clock,
    qtbot: QtBot,
) -> Iterator[TrainingPage]:
    """The page, shown, with the course chosen."""
    jobs = Jobs()
    page = TrainingPage(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(page)
    page.resize(1400, 860)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    yield page
    page.close()
    jobs.close()
