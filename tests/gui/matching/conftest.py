"""An office with four supporters, two requests and a need, and the place マッチング on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import ContactWay, PersonDraft
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.matching_place import MatchingPlace
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import commands as places
from app.local_resources.local_resource import LocalResourceDraft, LocalResourceId
from app.matching import commands
from app.matching.need import NeedDraft, NeedId, Route
from app.matching.request import RequestDraft, RequestId, Rhythm
from app.office import commands as office
from app.storage.store import Store
from app.supporters import commands as supporters
from app.supporters.masters import SupportKindDraft
from app.supporters.supporter import Skill, SupporterDraft, SupporterId
from app.wiring import default_masters
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

TODAY = date(2026, 5, 20)
APRIL = date(2026, 4, 1)
NAMES = (("青木", "あおき"), ("石川", "いしかわ"), ("上田", "うえだ"), ("江藤", "えとう"))
CLEARING, WATCHING, CAFE = 1, 2, 3


@dataclass(frozen=True)
class Known:
    """The keys of what is in the office."""

    supporters: list[SupporterId]
    requests: list[RequestId]
    need: NeedId
    organisation: OrganisationId
    place: LocalResourceId


@pytest.fixture
def known(store: Store, clock: Clock) -> Known:
    clock.now = datetime(2026, 5, 20, 9)

    def note(command: Any, *args: Any, **named: Any) -> Any:
        return store.note("準備", command, *args, **named).result

    note(office.seed_masters, *default_masters())
    kinds = [SupportKindDraft(name) for name in ("除雪", "見守り", "サロン")]
    note(supporters.seed_supporter_masters, ["見学", "単発", "定期"], kinds)
    helpers = []
    for number, (family, kana) in enumerate(NAMES):
        draft = PersonDraft(family, "試", kana, "ためし", phone=f"0138-00-{number:04d}")
        person = note(contacts.add_people, [draft])[0]
        made = note(supporters.register, person, SupporterDraft(), on=APRIL, level=1)
        skill = Skill.GOOD if number == 0 else Skill.CAN
        note(supporters.set_skills, made, {CLEARING if number == 3 else CAFE: (skill, False)})
        helpers.append(made)
    town = note(contacts.add_organisation, OrganisationDraft(name="見本町会"))
    draft = LocalResourceDraft(name="見本サロン", organisation_id=town, takes_supporters=True)
    place = note(places.add_resource, draft)
    cafe = RequestDraft(
        date(2026, 5, 11), organisation_id=town, local_resource_id=place, title="会場の手伝い",
        kinds=(CAFE,), on_day=date(2026, 6, 3), people_wanted=2, due_on=date(2026, 5, 25),
        received_by=ContactWay.FAX,
    )  # fmt: skip
    snow = RequestDraft(
        date(2026, 5, 12), contact_name="担当の人", title="冬の除雪", kinds=(CLEARING,),
        rhythm=Rhythm.REGULAR, week=1, people_wanted=2,
    )  # fmt: skip
    requests = [note(commands.add_request, one) for one in (cafe, snow)]
    need = NeedDraft(
        date(2026, 5, 7), route=Route.CENTRE, town="函館市島泊町", kinds=(WATCHING,),
        content="膝が悪く、ごみ捨て場まで運べない",
    )  # fmt: skip
    return Known(helpers, requests, note(commands.add_need, need), town, place)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def place(
    observed: ObservableStore, known: Known, dialogs: FakeDialogs, clock: Clock, qtbot: QtBot
) -> Iterator[MatchingPlace]:
    """The whole place, shown."""
    jobs = Jobs()
    place = MatchingPlace(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(place)
    place.resize(1150, 640)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    yield place
    place.close()
    jobs.close()
