"""An office with duties, people and entries of May, and the place 日報 on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.daily_log import commands
from app.daily_log.log_entry import LogEntryDraft, LogEntryId, Means, With
from app.duties import queries as duties
from app.duties.duty import DutyRow
from app.gui.daily_log_place import DailyLogPlace
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.storage.store import Store
from app.wiring import default_masters
from tests.conftest import Clock
from tests.daily_log.office import seeded
from tests.gui.fake_dialogs import FakeDialogs

NOW = datetime(2026, 5, 20, 11, 32)
TODAY = NOW.date()


@dataclass(frozen=True)
class Known:
    """The keys of what is in the office."""

    duties: tuple[DutyRow, ...]
    kinds: list[int]
    person: PersonId
    organisation: OrganisationId
    entries: list[LogEntryId]


@pytest.fixture
def known(store: Store, clock: Clock) -> Known:
    clock.now = NOW

    def note(command: Any, *args: Any, **named: Any) -> Any:
        return store.note("準備", command, *args, **named).result

    note(office.seed_masters, *default_masters())
    seeded(store)
    holding = store.ask(duties.duty_list, TODAY)
    kinds = [row.id for row in store.ask(duties.activity_kinds)]
    draft = PersonDraft("青木", "試", "あおき", "ためし", phone="0138-00-0001")
    person = note(contacts.add_people, [draft])[0]
    town = note(contacts.add_organisation, OrganisationDraft(name="見本町会"))
    drafts = [
        LogEntryDraft(
            date(2026, 5, 18), holding[4].id, time(13), time(14, 30), kind_id=kinds[0],
            place="見本町会館", contacts=(With(organisation_id=town), With(person_id=person)),
            title="サロンの相談", content="会場を確かめた。", next_step="返事を聞く",
        ),
        LogEntryDraft(
            TODAY, holding[0].id, time(9), time(10, 15), means=Means.MEETING, title="定例の会議",
            people_count=12,
        ),
    ]  # fmt: skip
    return Known(holding, kinds, person, town, note(commands.add_entries, drafts))


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def log_place(
    observed: ObservableStore, known: Known, dialogs: FakeDialogs, clock: Clock, qtbot: QtBot
) -> Iterator[DailyLogPlace]:
    """The whole place, shown."""
    jobs = Jobs()
    made = DailyLogPlace(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(made)
    made.resize(1130, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    jobs.close()
