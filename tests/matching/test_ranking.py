"""Ranking in an office: what requests ask for, what supporters carry, and proposals for all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.contacts import commands as contacts
from app.contacts import queries as people
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.local_resources import commands as places
from app.local_resources.map_area import TownPosition
from app.local_resources.opening import Opening
from app.matching import commands, queries
from app.matching.match import Answer
from app.matching.queries.loads import loads
from app.matching.request import RequestId, Rhythm
from app.matching.scoring import Ranking, RuledOut, Score
from app.matching.wanted import Load
from app.matching.weights import DEFAULT_WEIGHTS
from app.supporters import commands as supporters
from app.supporters.availability import DayPart, week_of
from app.supporters.supporter import Skill, SupporterId, SupporterState
from tests.matching.desk import RECEIVED, Desk

DAY = date(2026, 11, 2)
SNOW, WATCH = 1, 2


def able(desk: Desk, number: int, *kinds: int, **changes: object) -> SupporterId:
    supporter = desk.supporter(number, **changes)
    skills = dict.fromkeys(kinds, (Skill.GOOD, True))
    desk.store.do("できること", supporters.set_skills, supporter, skills)
    return supporter


def said(ranking: Ranking) -> dict[int, str]:
    fitting = {
        row.offer.supporter: "、".join(one.text for one in row.reasons) for row in ranking.rows
    }
    return fitting | {one.offer.supporter: "、".join(one.reasons) for one in ranking.ruled_out}


def test_that_everybody_stands_once_with_what_the_office_knows_of_them(desk: Desk) -> None:
    able(desk, 1, SNOW, WATCH, week=week_of([(4, DayPart.MORNING)]))
    able(desk, 2, SNOW, week=week_of([(4, DayPart.EVENING)]))
    able(desk, 3, WATCH)
    paused, asked, raised = able(desk, 4, SNOW), able(desk, 5, SNOW), able(desk, 6)
    desk.store.do(
        "休止", supporters.change_state, paused, SupporterState.PAUSED, on=DAY.replace(day=1)
    )
    request = desk.request(
        kinds=(SNOW,),
        on_day=date(2026, 12, 4),
        starts_at=time(9),
        ends_at=time(11),
        people_wanted=3,
    )
    desk.asked(request, asked, on=RECEIVED)
    desk.do(commands.raise_hand, request, raised, on=DAY.replace(day=1))
    ranking = desk.ask(queries.ranked, request, DAY)
    assert [row.offer.supporter for row in ranking.rows] == [raised, 1]
    assert said(ranking)[1].startswith("「除雪」が得意、「除雪」を希望、活動レベルは問いません、")
    assert "金の午前に活動できる" in said(ranking)[1]
    assert said(ranking)[2] == "金の午前は活動できる曜日・時間帯に入っていません"
    assert said(ranking)[3] == "できることに「除雪」がありません"
    assert said(ranking)[paused] == "登録の状態が「休止」です"
    assert said(ranking)[asked] == "すでにお願いしています（打診中）"
    assert ranking.rows[1].warnings[0].startswith("令和8年12月4日のボランティア活動保険")


def test_that_load_and_refusals_are_counted_from_the_matches(desk: Desk) -> None:
    one, two = able(desk, 1, SNOW), able(desk, 2, SNOW)
    monthly = desk.request(times_a_month=3, people_wanted=2, rhythm=Rhythm.REGULAR)
    desk.agreed(monthly, one)
    _, declined = desk.asked(desk.request(people_wanted=2), one, two)
    desk.do(commands.answer, declined, Answer.DECLINED, on=RECEIVED, reason="都合")
    assert desk.ask(loads, DAY) == {
        one: Load(RECEIVED, 0, 2, 4),
        two: Load(RECEIVED, 1, 0, 0),
    }
    assert desk.ask(loads, date(2027, 5, 12))[two].refusals == 0


def test_that_the_weights_of_the_office_count_and_senseless_ones_are_refused(desk: Desk) -> None:
    able(desk, 1, SNOW)
    request = desk.request(kinds=(SNOW,))
    assert desk.ask(queries.ranked, request, DAY).rows[0].points == 100
    desk.store.do("重み", commands.set_weights, {"kind": 50, "turn": 0})
    assert desk.ask(queries.ranked, request, DAY).rows[0].points == 120
    assert sum(DEFAULT_WEIGHTS.values()) == 100
    for wrong in ({"kind": 101}, {"wish": -1}):
        with pytest.raises(Refusal, match="0 から 100 まで"):
            desk.store.do("重み", commands.set_weights, wrong)


def test_that_a_supporter_is_shown_the_requests_and_places_that_fit_best(desk: Desk) -> None:
    one = able(desk, 1, SNOW, week=week_of([(1, DayPart.MORNING)]))
    fits, other = desk.request(kinds=(SNOW,)), desk.request(kinds=(WATCH,))
    place = desk.place("火曜サロン", takes_supporters=True)
    desk.place("受け入れのない場")
    found = desk.ask(queries.ranked_places, one, DAY)
    assert [(row.request, row.resource) for row in found][-1] == (other, None)
    assert {(row.request, row.resource) for row in found[:2]} == {(fits, None), (None, place)}
    assert isinstance(found[0].found, Score)
    assert found[-1].found == RuledOut(("できることに「見守り」がありません",))
    assert desk.ask(queries.ranked_places, SupporterId(99), DAY) == ()


def test_that_a_proposal_fills_most_places_and_spares_who_has_no_time(desk: Desk) -> None:
    both, snow = able(desk, 1, SNOW, WATCH), able(desk, 2, SNOW)
    busy = able(desk, 3, WATCH, times_a_month=1)
    desk.agreed(desk.request(people_wanted=1), busy)
    shovel, watch = desk.request(kinds=(SNOW,)), desk.request(kinds=(WATCH,), people_wanted=2)
    found = desk.ask(queries.proposal, DAY)
    given = {row.request: [one.offer.supporter for one in row.proposed] for row in found.rows}
    assert given == {shovel: [snow], watch: [both]}
    assert (found.lacking, found.filled, found.points) == (3, 2, 200)
    desk.asked(watch, both, on=RECEIVED)
    desk.asked(shovel, snow, on=RECEIVED)
    assert [(row.request, row.lacking) for row in desk.ask(queries.proposal, DAY).rows] == [
        (watch, 1)
    ]


def test_that_a_request_that_says_no_day_asks_for_when_its_place_opens(desk: Desk) -> None:
    one = able(desk, 1, week=week_of([(1, DayPart.AFTERNOON)]))
    place = desk.place(takes_supporters=True)
    opening = Opening(weekdays=(1, 3), starts_at=time(13), ends_at=time(15))
    desk.store.do("開催日", places.set_openings, place, [opening])
    request = desk.request(local_resource_id=place)
    assert "火の午後に活動できる" in said(desk.ask(queries.ranked, request, DAY))[one]
    found = {row.resource or 0: row.found for row in desk.ask(queries.ranked_places, one, DAY)}
    assert "火の午後に活動できる" in [reason.text for reason in found[place].reasons]


def test_that_distance_is_from_town_to_place_where_both_are_known(desk: Desk) -> None:
    one = able(desk, 1)
    person = PersonId(1)
    near, place = (
        TownPosition("湯川町", 41.78, 140.79),
        desk.place(latitude=41.80, longitude=140.79),
    )
    desk.store.do("町", places.import_points, [near])
    change = replace(desk.ask(people.drafts, [person])[person], address_town="湯川町")
    desk.store.do("住所", contacts.change_person, person, change)
    for request in (desk.request(local_resource_id=place), desk.request(address_town="湯川町")):
        text = said(desk.ask(queries.ranked, request, DAY))[one]
        assert ("お住まいの町から約2.2km" in text) == (request == 1)
        assert ("お住まいの町から約0.0km" in text) == (request == 2)


def test_that_double_booking_is_told_of_and_rules_nobody_out(desk: Desk) -> None:
    one, two = able(desk, 1, SNOW), able(desk, 2, SNOW)
    mornings = desk.request(week=week_of([(4, DayPart.MORNING)]), rhythm=Rhythm.REGULAR)
    desk.agreed(mornings, one)
    request = desk.request(on_day=date(2026, 12, 4), starts_at=time(9), ends_at=time(11))
    assert desk.ask(queries.ranked, request, DAY).total == 2
    told = desk.ask(queries.bookings_for, request, [one, two])
    assert list(told) == [one]
    assert "12月4日（金）" in told[one][0]


def test_that_requests_are_named_by_key_or_number(desk: Desk) -> None:
    first, second = desk.request(), desk.request(due_on=RECEIVED)
    assert desk.ask(queries.open_requests) == (second, first)
    assert desk.ask(queries.request_of, str(first)) == first
    assert desk.ask(queries.request_of, "R8-002") == second
    desk.do(commands.withdraw_request, first, on=RECEIVED)
    assert desk.ask(queries.open_requests) == (RequestId(second),)
    for unknown in ("99", "R8-900", "9" * 40, "", "'; DROP TABLE help_request --"):
        with pytest.raises(Refusal, match="はありません"):
            desk.ask(queries.request_of, unknown)
