"""What stays of the daily log when people and organisations are erased."""

from __future__ import annotations

from datetime import date, datetime

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.daily_log import commands, queries
from app.daily_log.log_entry import LogEntryDraft, With
from app.daily_log.queries import LogListing
from app.retention.commands.erasure import erase
from app.retention.queries.last_use import last_uses
from app.storage.dump import all_records
from app.storage.store import Store
from app.timeline import queries as timeline
from app.timeline.event import EventKind
from tests.conftest import Clock
from tests.daily_log.office import duty, seeded
from tests.staff.people import member, person

DAY = date(2026, 5, 1)


def test_that_entries_count_whoever_is_erased_and_name_nobody(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 6, 1, 9)
    seeded(store)
    gone = PersonDraft("廃棄山", "消太郎", "はいきやま", "しょうたろう")
    who = PersonId(store.do("人", contacts.add_person, gone).result)
    hall = OrganisationId(
        store.do("団体", contacts.add_organisation, OrganisationDraft("廃棄山町会")).result
    )
    draft = LogEntryDraft(
        DAY, duty(store), contacts=(With(who), With(organisation_id=hall)),
        title="廃棄山　消太郎さんの相談", content="はいきやましょうたろうさんと話した。",
        staff_id=member(store, person(store)),
    )  # fmt: skip
    entry = store.do("日報", commands.add_entry, draft).result
    assert store.ask(LogListing(text="廃棄山町会").keys) == [entry]
    assert store.ask(last_uses, "organisation")[hall].what == "登録・変更"
    (event,) = store.ask(timeline.timeline, person=who, kind=EventKind.LOG)
    assert (event.key, event.title) == (entry, "日報（訪問）")

    before = store.ask(queries.tallies, DAY, DAY).total
    staff = store.ask(queries.entry_card, entry).draft.staff_id
    assert staff is not None
    store.note("廃棄", erase, "person", {who})
    store.note("廃棄", erase, "organisation", {hall})
    after = store.ask(queries.tallies, DAY, DAY).total
    assert (after.entries.count, after.people.count) == (1, 1)
    assert after.attendances.count == before.attendances.count
    (row,) = store.ask(queries.entries, [entry])
    assert row.title == "（廃棄済み）さんの相談"
    assert row.with_whom == "（廃棄済み）"
    assert store.ask(queries.partners, [entry]) == {entry: "個人1名"}
    left = str([*store.ask(all_records)])
    for word in (
        "廃棄山　消太郎",
        "廃棄山町会",
        "はいきやましょうたろう",
        "ハイキヤマショウタロウ",
    ):
        assert word not in left


def test_that_entries_outlive_whoever_wrote_them(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 6, 1, 9)
    seeded(store)
    writer = person(store)
    staff = member(store, writer)
    draft = LogEntryDraft(DAY, duty(store), title="訪問", staff_id=staff)
    entry = store.do("日報", commands.add_entry, draft).result
    store.note("廃棄", erase, "person", {writer})
    assert [row.id for row in store.ask(queries.entries, [entry])] == [entry]
