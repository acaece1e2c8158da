from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.local_resources_place import LocalResourcesPlace
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import commands
from app.local_resources.local_resource import (
    ConfirmationDraft,
    LocalResourceDraft,
    LocalResourceId,
)
from app.office import commands as office
from app.storage.store import Store
from app.wiring import default_masters
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

RESOURCES = (
    LocalResourceDraft(
        "みなとサロン", kana="みなとさろん", opening="第2・4水曜 10:00～12:00",
        internal_phone="0138-00-0001", address_town="函館市東雲町", note="鍵は町会長",
    ),
    LocalResourceDraft("あおば食堂", kana="あおばしょくどう", public_phone="0138-00-0002"),
    LocalResourceDraft("ゆのかわ体操", kana="ゆのかわたいそう", public_phone="0138-00-0003"),
)  # fmt: skip


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def resources(store: Store) -> list[LocalResourceId]:
    """Three places; the last was confirmed two years ago, the others never."""
    store.note("準備", office.seed_masters, *default_masters())
    store.note("区分", commands.seed_resource_kinds, ("交流サロン", "食堂"))
    keys = store.note("社会資源", commands.add_resources, RESOURCES).result
    old = ConfirmationDraft(date(2024, 4, 1), "見本　花子")
    store.note("確認", commands.confirm_resource, keys[2], old)
    return keys


@pytest.fixture
def place(
    observed: ObservableStore,
    resources: list[LocalResourceId],
    dialogs: FakeDialogs,
    clock: Clock,
    qtbot: QtBot,
) -> Iterator[LocalResourcesPlace]:
    """The whole place, shown, with three resources."""
    jobs = Jobs()
    place = LocalResourcesPlace(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(place)
    place.resize(1100, 800)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    yield place
    place.close()
    jobs.close()
