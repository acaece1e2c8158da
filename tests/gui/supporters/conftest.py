"""The place サポーター over an office with two supporters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.supporters.registered_page import RegisteredPage
from app.gui.supporters.supporters_place import SupportersPlace
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.storage.store import Store
from app.supporters import commands
from app.supporters.masters import SupportKindDraft
from app.supporters.supporter import SupporterId
from app.training import commands as training
from app.training.course import EnrollmentId
from app.wiring import default_masters
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.supporters.desk import SupporterDesk
from tests.training.office import Office

TODAY = date(2026, 8, 1)
LEVELS = ("体験・見学から", "単発の手伝い", "定期的な手伝い")
KINDS = (
    SupportKindDraft("見守り", "見"),
    SupportKindDraft("買い物", "買"),
    SupportKindDraft("除雪"),
)


@pytest.fixture
def desk(store: Store, clock: Clock) -> SupporterDesk:
    clock.now = datetime(2026, 8, 1, 9)
    store.note("準備", office.seed_masters, *default_masters())
    store.note("準備", commands.seed_supporter_masters, LEVELS, KINDS)
    return SupporterDesk(store)


@pytest.fixture
def supporters(desk: SupporterDesk) -> list[SupporterId]:
    """青木 registered this year, 石川 until last March."""
    return [
        desk.supporter("青木", "花子"),
        desk.supporter("石川", "修", on=date(2022, 7, 1)),
    ]


@pytest.fixture
def completed(store: Store, desk: SupporterDesk) -> list[EnrollmentId]:
    """Three who completed a course and are not registered."""
    store.note("種別", training.seed_kinds)
    course = Office(store).course()
    keys = Office(store).trainees(course, 3)
    store.note("修了", training.confirm_completion, course, dict.fromkeys(keys, True), TODAY)
    return keys


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def shown(
    observed: ObservableStore,
    supporters: list[SupporterId],
    dialogs: FakeDialogs,
    clock: Clock,
    qtbot: QtBot,
) -> Iterator[SupportersPlace]:
    jobs = Jobs()
    shown = SupportersPlace(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(shown)
    shown.resize(1180, 760)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()
    jobs.close()


@pytest.fixture
def page(shown: SupportersPlace) -> RegisteredPage:
    shown.show_part("registered")
    page = shown.part
    assert isinstance(page, RegisteredPage)
    return page
