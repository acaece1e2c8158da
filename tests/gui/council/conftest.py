"""An office with a first-layer council of three members, and the place 協議体 on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft, PersonId
from app.council import commands
from app.council.council import CouncilDraft, CouncilId, MemberDraft, Office, Standing, Tier
from app.gui.council_place import CouncilPlace
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands as local_issues
from app.local_issues.local_issue import IssueScope, LocalIssueDraft, LocalIssueId
from app.office import commands as office
from app.storage.store import Store
from app.wiring import default_masters
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

TODAY = date(2026, 5, 20)
NAMES = (("青木", "あおき"), ("石川", "いしかわ"), ("上田", "うえだ"))


@dataclass(frozen=True)
class Known:
    """The keys of what is in the office."""

    council: CouncilId
    people: list[PersonId]
    issue: LocalIssueId


@pytest.fixture
def known(store: Store, clock: Clock) -> Known:
    clock.now = datetime(2026, 5, 20, 9)

    def note(command: Any, *args: Any, **named: Any) -> Any:
        return store.note("準備", command, *args, **named).result

    note(office.seed_masters, *default_masters())
    drafts = [PersonDraft(family, "試", kana, "ためし") for family, kana in NAMES]
    people = note(contacts.add_people, drafts)
    council = note(
        commands.add_council, CouncilDraft("見本推進協議体", Tier.FIRST, meetings_a_year=4)
    )
    for number, person in enumerate(people):
        seat = MemberDraft(
            person,
            Standing.NEIGHBOURHOOD,
            Office.CHAIR if number == 0 else Office.MEMBER,
            post="町会長",
            starts_on=date(2025, 4, 1),
            ends_on=date(2027, 3, 31),
        )
        note(commands.add_member, council, seat)
    issue = note(
        local_issues.add_issue,
        LocalIssueDraft("冬の見守りが足りない", TODAY, scope=IssueScope.CITY),
    )
    return Known(council, people, issue)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def shown(
    observed: ObservableStore, known: Known, dialogs: FakeDialogs, clock: Clock, qtbot: QtBot
) -> Iterator[CouncilPlace]:
    """The whole place, shown."""
    jobs = Jobs()
    shown = CouncilPlace(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(shown)
    shown.resize(1150, 640)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()
    jobs.close()
