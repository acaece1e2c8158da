"""What an entry is about can go, be called off, or turn out to be something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft
from app.council import commands as councils
from app.council.queries import care_meetings
from app.daily_log import commands, queries
from app.daily_log.log_entry import Link, LinkKind, LogEntryDraft, LogEntryId
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.storage.store import Store
from app.timeline import commands as timeline
from app.timeline.note import NoteDraft
from app.training import commands as training
from tests.daily_log.office import duty, seeded
from tests.training.office import Office

DAY, BEFORE = date(2026, 4, 1), date(2026, 3, 20)


@pytest.fixture
def log(store: Store) -> Store:
    store.do("圏域", office.add_district, DistrictDraft("西部"))
    return seeded(store)


def add(log: Store, **said: object) -> LogEntryId:
    draft = LogEntryDraft(**{"on_day": DAY, "duty_id": duty(log), "title": "訪問", **said})
    return log.do("日報", commands.add_entry, draft).result


def change(log: Store, entry: LogEntryId, **said: object) -> None:
    draft = log.ask(queries.entry_card, entry).draft
    log.do("変更", commands.change_entry, entry, replace(draft, **said))


def held(log: Store) -> tuple[int, int]:
    """Return how many 地域ケア会議 were held in the years of both days."""
    years = (FiscalYear.of(BEFORE), FiscalYear.of(DAY))
    first, last = (log.ask(care_meetings, year).total.year.held.count for year in years)
    return first, last


def test_that_a_note_may_go_and_its_entry_stays(log: Store) -> None:
    person = log.do("人", contacts.add_person, PersonDraft("見本")).result
    call = NoteDraft(datetime(2026, 4, 1, 9), "送迎の相談")
    note = log.do("電話", timeline.add_note, call, person=person).result
    entry = add(log, links=(Link(LinkKind.NOTE, note),))
    log.do("削除", timeline.remove_note, note)
    assert log.ask(queries.entry_card, entry).draft.links == ()
    log.undo()
    assert log.ask(queries.entry_card, entry).draft.links == (Link(LinkKind.NOTE, note),)


def test_that_a_planned_session_the_log_tells_of_is_not_deleted(log: Store) -> None:
    log.do("種別", training.seed_kinds)
    course = Office(log).course()
    session = Office(log).sessions(course)[-1]
    add(log, links=(Link(LinkKind.SESSION, session),))
    with pytest.raises(Refusal, match="日報"):
        log.do("削除", training.remove_session, session)


def test_that_a_care_meeting_follows_the_day_of_its_entry(log: Store) -> None:
    entry = add(log, care_district_id=1)
    assert held(log) == (0, 1)
    change(log, entry, on_day=BEFORE)
    assert held(log) == (1, 0)
    change(log, entry, care_district_id=None)
    assert held(log) == (0, 0)
    card = log.ask(queries.entry_card, entry)
    assert (card.draft.care_district_id, card.draft.links) == (None, ())


def test_that_a_care_meeting_somebody_else_wrote_of_stays(log: Store) -> None:
    entry, _other = add(log, care_district_id=1), add(log, care_district_id=1)
    change(log, entry, care_district_id=None)
    assert held(log) == (0, 1)


@pytest.mark.parametrize("command", [councils.bin_council, councils.cancel_meeting])
def test_that_an_entry_does_not_bring_back_a_care_meeting(log: Store, command: Any) -> None:
    entry = add(log, care_district_id=1)
    log.do("なくす", command, 1)
    change(log, entry, content="書き足した。")
    assert held(log) == (0, 0)
    assert not log.ask(queries.entry_card, entry).row.care
