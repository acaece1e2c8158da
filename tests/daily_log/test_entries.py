from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.contacts import commands as contacts
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft, PersonId
from app.council import queries as councils
from app.daily_log import commands, queries
from app.daily_log.log_entry import (
    Link,
    LinkKind,
    LogDayDraft,
    LogEntryDraft,
    LogEntryId,
    Means,
    With,
)
from app.daily_log.queries import LogListing
from app.duplicates.commands import merge
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import duty, seeded

DAY = date(2026, 4, 1)


@pytest.fixture
def log(store: Store) -> Store:
    """An office with duties and the crosswalk."""
    return seeded(store)


def add(store: Store, **said: object) -> LogEntryId:
    draft = LogEntryDraft(**{"on_day": DAY, "duty_id": duty(store), "title": "訪問", **said})
    return store.do("日報", commands.add_entry, draft).result


def person(store: Store, name: str) -> PersonId:
    return PersonId(store.do("人", contacts.add_person, PersonDraft(family_name=name)).result)


def test_that_an_entry_keeps_what_the_form_says(log: Store) -> None:
    who = With(person_id=person(log, "髙橋"))
    draft = LogEntryDraft(
        on_day=DAY,
        duty_id=duty(log, "③"),
        starts_at=time(10),
        ends_at=time(11, 30),
        means=Means.CALL,
        place="湯川町会館",
        contacts=(who,),
        title="除雪の相談",
        content="担い手の高齢化について聞いた。",
        internal_note="次は名簿を持参",
    )
    card = log.ask(queries.entry_card, log.do("日報", commands.add_entry, draft).result)
    assert card.draft == replace(draft, minutes=90)
    assert (card.row.with_whom, card.row.people, card.row.duty.sign) == ("髙橋", 1, "③")
    log.undo()
    assert log.ask(LogListing().keys) == []


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"title": " "}, "title"),
        ({"on_day": date(2026, 4, 2)}, "on_day"),
        ({"starts_at": time(11), "ends_at": time(10)}, "ends_at"),
        ({"ends_at": time(10)}, "starts_at"),
        ({"next_on": date(2026, 3, 31)}, "next_on"),
        ({"people_count": -1}, "people_count"),
        ({"duty_id": 99}, "duty_id"),
    ],
)
def test_that_what_cannot_be_is_refused_with_its_field(
    log: Store, said: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        add(log, **said)
    assert list(refused.value.fields) == [field]


def test_that_a_duty_belongs_to_its_period(log: Store) -> None:
    old = duty(log, day=date(2020, 5, 1))
    add(log, on_day=date(2020, 5, 1), duty_id=old)
    with pytest.raises(Refusal, match="業務区分から選び直して"):
        add(log, duty_id=old)


def test_that_a_care_meeting_is_written_down_once(log: Store) -> None:
    district = log.do("圏域", office.add_district, DistrictDraft("西部")).result
    first = add(log, care_district_id=district)
    add(log, care_district_id=district)
    held = log.ask(councils.care_meetings, FiscalYear(2026))
    assert (held.total.year.held.count, held.total.year.attended.count) == (1, 1)
    card = log.ask(queries.entry_card, first)
    assert card.row.care
    assert card.draft.care_district_id == district
    assert [link.kind for link, _ in card.links] == [LinkKind.MEETING]


def test_that_entries_are_found_by_words_people_and_links(log: Store) -> None:
    who = person(log, "渡邉")
    known = add(log, contacts=(With(person_id=who),), content="サロン")
    other = add(log, title="電話")
    listing = [
        LogListing(text="渡辺"),
        LogListing(text="ｻﾛﾝ"),
        LogListing(person=who),
    ]
    assert [log.ask(one.keys) for one in listing] == [[known]] * 3
    assert log.ask(LogListing(first=DAY, last=DAY).keys) == [other, known]
    link = Link(LinkKind.MEETING, 1)
    assert log.ask(LogListing(link=link).keys) == []


def test_that_a_merged_person_counts_once(log: Store) -> None:
    one, other = person(log, "佐藤"), person(log, "佐藤")
    add(log, contacts=(With(person_id=one),))
    add(log, contacts=(With(person_id=other),))
    before = log.ask(queries.tallies, DAY, DAY).total
    log.do("統合", merge, Subject.PERSON, one, other, PersonDraft(family_name="佐藤"))
    after = log.ask(queries.tallies, DAY, DAY).total
    assert (before.attendances.count, before.people.count) == (2, 2)
    assert (after.attendances.count, after.people.count) == (2, 1)


def test_that_who_was_merged_is_one_of_an_entry_that_named_both(log: Store) -> None:
    one, other = person(log, "佐藤"), person(log, "佐藤")
    hall = log.do("団体", contacts.add_organisation, OrganisationDraft("見本町会")).result
    key = add(log, contacts=(With(one), With(other, hall)))
    log.do("統合", merge, Subject.PERSON, one, other, PersonDraft(family_name="佐藤"))
    total = log.ask(queries.tallies, DAY, DAY).total
    (row,) = log.ask(queries.entries, [key])
    assert (row.people, total.attendances.count, total.people.count) == (1, 1, 1)


def test_that_the_next_step_stands_until_it_is_taken(log: Store, clock: Clock) -> None:
    key = add(log, next_step="資料を送る", next_on=date(2026, 4, 3))
    assert log.ask(queries.follow_ups, date(2026, 4, 2)) == ()
    assert [row.id for row in log.ask(queries.follow_ups, date(2026, 4, 3))] == [key]
    clock.advance(days=2)
    log.do("済み", commands.finish_next, key, clock().date())
    assert log.ask(queries.follow_ups, date(2026, 4, 30)) == ()
    with pytest.raises(Refusal, match="「次の対応」はありません"):
        log.do("済み", commands.finish_next, add(log), DAY)


def test_that_binned_entries_count_nowhere(log: Store) -> None:
    key = add(log)
    log.do("ごみ箱", commands.bin_entries, [key])
    assert log.ask(queries.days_with_entries, DAY, DAY) == {}
    assert log.ask(queries.tallies, DAY, DAY).total.entries.count == 0
    with pytest.raises(Refusal, match="ごみ箱から戻す"):
        log.do("日報", commands.change_entry, key, LogEntryDraft(DAY, duty(log), title="x"))
    log.do("戻す", commands.restore_entries, [key])
    assert log.ask(queries.days_with_entries, DAY, DAY) == {DAY: 1}


def test_that_a_day_has_a_sheet_of_its_own(log: Store) -> None:
    draft = LogDayDraft("雪", time(8, 45), time(17, 30), "協議体の準備")
    log.do("日", commands.set_day, DAY, draft)
    assert log.ask(queries.log_day, DAY) == draft
    log.do("日", commands.set_day, DAY, LogDayDraft())
    assert log.ask(queries.log_day, DAY) == LogDayDraft()
    with pytest.raises(Refusal, match="退勤"):
        log.do("日", commands.set_day, DAY, LogDayDraft("", time(17), time(9)))
