"""What stays of the staff when people are merged or erased."""

from __future__ import annotations

from datetime import date, datetime

from app.contacts.custom import Subject
from app.contacts.queries import drafts
from app.duplicates import commands as duplicates
from app.kernel.fiscal_year import FiscalYear
from app.retention.commands.erasure import erase
from app.retention.queries.last_use import in_use
from app.staff import commands, queries
from app.staff.staff_member import StaffTrainingDraft
from app.storage.store import Store
from tests.conftest import Clock
from tests.staff.people import member, person

THEN, TODAY = date(2026, 4, 1), date(2026, 6, 1)


def test_that_past_staff_counts_without_a_name(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 6, 1, 9)
    one, two = person(store), person(store)
    staff = member(store, two, starts_on=date(2025, 4, 1), reason="秘密の事情")
    store.do("受講", commands.add_training, StaffTrainingDraft(staff, THEN, "SC研修", minutes=60))
    values = store.ask(drafts, [one])[one]
    store.do("統合", duplicates.merge, Subject.PERSON, one, two, values)
    assert [row.draft.person_id for row in store.ask(queries.staff)] == [one]
    assert one in store.ask(in_use, "person", TODAY)
    store.note("廃棄", erase, "person", {one, two})
    (row,) = store.ask(queries.staff)
    assert (row.draft.reason, row.name) == ("", "（廃棄済み）")
    assert store.ask(queries.full_time_equivalent, THEN) == 1
    assert store.ask(queries.full_time_equivalent, TODAY) == 0
    (training,) = store.ask(queries.trainings, FiscalYear.of(THEN))
    assert training.draft.minutes == 60
