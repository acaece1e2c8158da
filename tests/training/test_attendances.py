"""Who came to the sessions held in a span of days, whatever the course."""

from __future__ import annotations

from datetime import date, datetime

from app.storage.store import Store
from app.training import commands, queries
from app.training.completion import Mark
from tests.conftest import Clock
from tests.training.office import Office

MAY, JUNE = date(2026, 5, 13), date(2026, 6, 3)


def test_that_only_who_was_in_the_room_of_a_session_held_counts(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 7, 1, 9)
    store.do("種別", commands.seed_kinds)
    office = Office(store)
    course = office.course()
    office.plan(course, MAY, JUNE, date(2026, 6, 10))
    first, second, third = office.trainees(course, 3)
    may, june, _ = office.sessions(course)[:3]
    store.do("欠席", commands.mark_attendance, may, {first: Mark.ABSENT, second: Mark.LATE})
    for session in (may, june):
        store.do("出席", commands.mark_all_present, session)
        store.do("実施", commands.hold_session, session)
    found = store.ask(queries.attendances_between, date(2026, 4, 1), date(2027, 3, 31))
    assert [(one.session, one.enrollment) for one in found] == [
        (may, second), (may, third), (june, first), (june, second), (june, third),
    ]  # fmt: skip
    assert {one.course for one in found} == {course}
    assert len({one.person for one in found}) == 3
    of_may = store.ask(queries.attendances_between, MAY, MAY)
    assert [one.enrollment for one in of_may] == [second, third]
