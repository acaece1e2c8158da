"""活動日報: the same entries for a day, the week and the month around it."""

from __future__ import annotations

from datetime import date, time

import pytest

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.daily_log import commands
from app.daily_log.log_entry import LogDayDraft, LogEntryDraft, With
from app.kernel.errors import Refusal
from app.reporting.catalogue import Content, Request
from app.reporting.daily_log import make
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import duty, seeded

DAY = date(2026, 6, 3)


@pytest.fixture
def log(store: Store, clock: Clock) -> Store:
    """An office with one entry on each of three days of a month, two of them of one week."""
    clock.advance(days=90)
    seeded(store)
    person = store.do("人", contacts.add_person, PersonDraft("秘密", "一")).result
    hall = store.do("団体", contacts.add_organisation, OrganisationDraft("見本町会")).result
    contacted = (With(PersonId(person)), With(organisation_id=OrganisationId(hall)))
    for day in (DAY, date(2026, 6, 5), date(2026, 6, 20)):
        draft = LogEntryDraft(
            day, duty(store, "③"), time(10), time(11, 30), contacts=contacted,
            title="見守りの相談", internal_note="内緒の話", to_city=day != DAY, distance_km=12,
        )  # fmt: skip
        store.do("日報", commands.add_entry, draft)
    store.do("日", commands.set_day, DAY, LogDayDraft("晴", time(8, 45), time(17, 15), "準備"))
    return store


def made(store: Store, span: str, day: date = DAY) -> Content:
    return store.ask(make, Request(date(2026, 6, 21), day=day, span=span))


def test_that_a_span_holds_the_entries_around_its_day(log: Store) -> None:
    days = {
        span: [row["月日"].day for row in made(log, span).lists["記録"]]
        for span in ("day", "week", "month")
    }
    assert days == {"day": [3], "week": [3, 5], "month": [3, 5, 20]}
    sums = made(log, "week").fields
    assert (sums["件数"], sums["業務別件数"], sums["時間"]) == (2, "③2件", "3時間00分")
    assert sums["走行距離"] == 24
    day = made(log, "day").lists["日別"][0]
    assert (day["天候"], day["勤務"], day["明日の予定"]) == ("晴", "08:45～17:15", "準備")


def test_that_the_calendar_has_every_day_of_the_month_once(log: Store) -> None:
    weeks = made(log, "month").lists["週"]
    squares = [text.split("\n")[0] for week in weeks for text in week.values() if text]
    assert [int(text.split("　")[0]) for text in squares] == list(range(1, 31))
    assert weeks[0]["水"] == "3\n③見守りの相談"
    assert weeks[0]["月"].startswith("1")


def test_that_nobody_is_named_and_internal_notes_stay_inside(log: Store) -> None:
    content = made(log, "day")
    assert content.lists["記録"][0]["相手"] == "見本町会、個人1名"
    assert content.people == 0
    assert "秘密" not in str(content)
    assert "内緒の話" not in str(content)
    assert content.remarks == ["市へ報告しない記録1件も載せています。"]


def test_that_a_day_without_entries_is_made_and_an_unknown_span_refused(log: Store) -> None:
    empty = made(log, "day", date(2026, 6, 4))
    assert empty.lists["記録"] == []
    assert empty.lists["日別"][0]["件数"] == 0
    with pytest.raises(Refusal, match="範囲"):
        made(log, "year")
