"""What stays of a registration when its person is erased: past counts, and nothing said of them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft, Sex
from app.retention.disposing import erase_person
from app.retention.queries import due
from app.retention.rule import DataKind
from app.storage.base import Base
from app.storage.store import Store
from app.supporters import commands, queries
from app.supporters.card import SupporterRow
from app.supporters.insurance import InsuranceDraft
from app.supporters.queries import SupporterListing
from app.supporters.supporter import EndReason, QualificationDraft, SupporterDraft, SupporterState
from tests.conftest import Clock

SECRET = "秘密の事情"
JUNE = date(2026, 6, 1)
_GOES = PersonDraft("見本山", "消太郎", birth_date=date(1955, 3, 3), sex=Sex.MALE)


def _said(session: Session) -> str:
    tables = Base.metadata.sorted_tables
    return "\n".join(str(tuple(row)) for table in tables for row in session.execute(select(table)))


def _rows(session: Session) -> dict[int, SupporterRow]:
    listing = SupporterListing(JUNE)
    return dict(listing.rows(session, listing.keys(session)))


def test_that_an_erased_registration_counts_in_the_past_only(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 8, 10, 9)
    person = store.do("人", contacts.add_person, _GOES).result
    draft = SupporterDraft(motive=SECRET, interviewer=SECRET, considerations=SECRET)
    level = store.do("見本", commands.add_level, "単発の手伝い").result
    key = store.do(
        "登録", commands.register, person, draft, on=JUNE, level=level, reason=SECRET
    ).result
    store.do("保険", commands.insure, [key], InsuranceDraft(2026, JUNE, note=SECRET))
    store.do("資格", commands.add_qualification, key, QualificationDraft(SECRET))
    erase_person(store, person, by="担当")
    said = store.ask(_said)
    assert SECRET not in said
    assert "見本山" not in said
    assert store.ask(_rows) == {}
    assert store.ask(queries.offers, JUNE) == ()
    july = store.ask(queries.counts, date(2026, 7, 1), date(2026, 7, 31))
    assert (july.after.who, july.by_level.total.total.who) == ((key,), (key,))
    (band,) = [row for row in july.by_age.rows if row.total.who]
    assert (band.label, july.by_age.total.cells[0].count) == ("70～74歳", 1)
    august = store.ask(queries.counts, date(2026, 8, 1), date(2026, 8, 31))
    assert (august.before.count, august.cancelled.count, august.after.count) == (1, 1, 0)


def test_that_whoever_is_registered_is_not_due(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 6, 1, 9)
    person = store.do("人", contacts.add_person, PersonDraft("見本", "花子")).result
    draft = SupporterDraft(valid_until=date(2027, 3, 31))
    key = store.do("登録", commands.register, person, draft, on=JUNE).result
    clock.now = datetime(2040, 4, 1, 9)
    assert [row for row in store.ask(due, clock.now.date()) if row.kind is DataKind.PEOPLE] == []
    left = date(2033, 5, 1)
    store.do(
        "取消",
        commands.change_state,
        key,
        SupporterState.CANCELLED,
        on=left,
        reason=EndReason.MOVED,
    )
    clock.now = datetime(2050, 4, 1, 9)
    (row,) = [row for row in store.ask(due, clock.now.date()) if row.kind is DataKind.PEOPLE]
    assert (row.last.start, "サポーターの登録" in row.reason) == (2033, True)
