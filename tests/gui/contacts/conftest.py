from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.contacts import commands
from app.contacts.person import PersonDraft, PersonId
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.storage.store import Store
from app.training import commands as training
from app.wiring import default_masters
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

PEOPLE = (
    PersonDraft(
        "渡邉", "太郎", "わたなべ", "たろう", phone="0138-22-0001",
        address_town="函館市島泊町", address_number="1-2", note="園芸が得意",
    ),
    PersonDraft("髙橋", "健", "たかはし", "けん", mobile="090-0000-2222"),
    PersonDraft("大野", "幸", "おおの", "さち"),
    PersonDraft("名無", "子"),
)  # fmt: skip


@pytest.fixture
def people(store: Store) -> list[PersonId]:
    districts, towns = default_masters()
    store.note("準備", office.seed_masters, districts, towns)
    store.note("種別", training.seed_kinds)
    return store.note("人", commands.add_people, PEOPLE).result


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def page(
    observed: ObservableStore,
    people: list[PersonId],
    dialogs: FakeDialogs,
    jobs: Jobs,
    clock: Clock,
    qtbot: QtBot,
) -> Iterator[ContactsPage]:
    """The page, shown, with four people."""
    page = ContactsPage(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close()


@pytest.fixture
def settle(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    """Wait until no job runs."""
    return lambda: qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
