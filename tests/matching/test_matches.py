"""Asking supporters, and leading matches through their states."""

from __future__ import annotations

from datetime import date

from app.kernel.fiscal_year import FiscalYear
from app.matching import commands, queries
from app.matching.match import ActivityDraft, Answer, MatchState
from app.matching.request import RequestState, Rhythm
from tests.matching.desk import Desk

MAY = date(2026, 5, 1)
DAY = date(2026, 11, 1)


def _state(desk: Desk, request: int) -> RequestState:
    return desk.ask(queries.request_card, request, DAY).state


def test_that_a_match_goes_its_way_and_its_request_follows(desk: Desk) -> None:
    first, second = desk.supporter(1), desk.supporter(2)
    request = desk.request(kinds=(1, 3), people_wanted=1, rhythm=Rhythm.REGULAR, week=1)
    assert _state(desk, request) is RequestState.OPEN
    one, other = desk.asked(request, first, second)
    assert _state(desk, request) is RequestState.ASKING
    desk.do(commands.answer, one, Answer.DECLINED, on=date(2026, 5, 13), reason="都合がつかない")
    desk.do(commands.answer, other, Answer.ACCEPTED, on=date(2026, 5, 13))
    desk.do(commands.step, other, MatchState.MEETING, on=date(2026, 5, 20))
    desk.do(commands.step, other, MatchState.AGREED, on=date(2026, 5, 21))
    assert _state(desk, request) is RequestState.FILLED
    lines = [ActivityDraft(date(2026, 5, day), minutes=60) for day in (25, 28)]
    desk.do(commands.keep_slip, other, MAY, lines, received_on=date(2026, 6, 3))
    card = desk.ask(queries.match_card, other, DAY)
    assert [step.state for step in card.steps] == list(MatchState)[:5]
    assert (card.row.starts_on, card.times, card.minutes) == (date(2026, 5, 25), 2, 120)
    assert [(row.id, row.decline_reason) for row in card.others] == [(one, "都合がつかない")]
    desk.do(commands.step, other, MatchState.ENDED, on=date(2026, 6, 30), note="本人の都合")
    assert _state(desk, request) is RequestState.OPEN
    figures = desk.ask(queries.results, FiscalYear(2026))
    assert figures.total.people.count == 1
    assert figures.total.attendances.count == 2
    assert figures.months[1].active.count == 1
    assert figures.total.failed.keys == (one,)
    assert [row.match.id for row in figures.details] == [other]
    assert desk.ask(queries.slip_sheet, MAY).rows[0].on(date(2026, 5, 25)).minutes == 60
    assert len(desk.ask(queries.slips_due, date(2026, 6, 1))) == 1
    assert len(desk.ask(queries.calendar, MAY, date(2026, 6, 30))) == 3
