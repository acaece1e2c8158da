from __future__ import annotations

from datetime import date

from app.matching import queries
from app.matching.queries.expected_days import expected_days
from app.matching.request import Rhythm
from app.supporters.availability import DayPart, week_of
from tests.matching.desk import Desk

FIRST, LAST = date(2026, 6, 1), date(2026, 6, 30)


def test_that_days_follow_the_request_within_the_span_of_the_match(desk: Desk) -> None:
    mondays = week_of([(0, DayPart.MORNING)])
    weekly = desk.request(rhythm=Rhythm.REGULAR, week=mondays)
    once = desk.request(on_day=date(2026, 6, 17))
    silent = desk.request()
    on = date(2026, 6, 10)
    known = [
        desk.agreed(request, desk.supporter(number), on=on)
        for number, request in enumerate((weekly, once, silent), start=1)
    ]
    rows = desk.ask(queries.matches, known)
    found = desk.ask(expected_days, rows, FIRST, LAST)
    assert sorted(found[known[0]]) == [date(2026, 6, day) for day in (15, 22, 29)]
    assert found[known[1]] == {date(2026, 6, 17)}
    assert found[known[2]] == frozenset()
