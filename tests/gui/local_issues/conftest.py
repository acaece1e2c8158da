"""An office with two needs, and the place 課題 on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.issues_place import IssuesPlace
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands as local_issues
from app.matching import commands
from app.matching.need import NeedDraft, NeedId, Route
from app.office import commands as office
from app.office import queries
from app.storage.store import Store
from app.wiring import default_masters
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

TODAY = date(2026, 5, 20)


@pytest.fixture
def known(store: Store, clock: Clock) -> list[NeedId]:
    """Two needs of the first district."""
    clock.now = datetime(2026, 5, 20, 9)

    def note(command: Any, *args: Any) -> Any:
        return store.note("準備", command, *args).result

    note(office.seed_masters, *default_masters())
    note(local_issues.seed_issue_kinds, ["移動・買い物", "除雪"])
    district = store.ask(queries.districts)[0].id
    return [
        note(
            commands.add_need,
            NeedDraft(date(2026, 5, day), route=Route.CENTRE, district_id=district, content=text),
        )
        for day, text in ((7, "店が遠い"), (8, "バスがない"))
    ]


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def shown(
    observed: ObservableStore,
    known: list[NeedId],
    dialogs: FakeDialogs,
    clock: Clock,
    qtbot: QtBot,
) -> Iterator[IssuesPlace]:
    """The whole place, shown."""
    jobs = Jobs()
    shown = IssuesPlace(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(shown)
    shown.resize(1150, 640)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()
    jobs.close()
