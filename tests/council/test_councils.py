"""Councils, their seats and terms, and what is seeded."""

from __future__ import annotations

from datetime import date

import pytest

from app.council import commands, queries
from app.council.council import CouncilDraft, MemberDraft, Office, Standing, Tier
from app.council.seat_term import usual_end
from app.kernel.errors import Refusal
from app.office import queries as office
from app.office.masters import DistrictDraft
from tests.council.chamber import Chamber


def test_that_the_councils_of_an_office_are_seeded_once(chamber: Chamber) -> None:
    for name in ("西部", "北部"):
        chamber.district(name)
    assert len(chamber.store.do("会議体", commands.seed_councils).result) == 3
    assert chamber.store.do("会議体", commands.seed_councils).result == ()
    rows = chamber.store.ask(queries.councils, chamber.store.ask(queries.CouncilListing().keys))
    assert [(row.name, row.district, row.meetings_a_year) for row in rows] == [
        ("函館市地域支えあい推進協議体", "", 4),
        ("西部圏域 第2層協議体", "西部", 6),
        ("北部圏域 第2層協議体", "北部", 6),
    ]


def test_that_members_are_those_of_the_day_with_the_chair_first(chamber: Chamber) -> None:
    council = chamber.council()
    first, chair, past = (chamber.person(name) for name in ("会田", "渡会", "井上"))
    chamber.seat(council, first)
    chamber.seat(council, chair, Office.CHAIR)
    chamber.seat(council, past, last=date(2026, 3, 31))
    rows = chamber.store.ask(queries.members, council, date(2026, 11, 1))
    assert [row.person_id for row in rows] == [chair, first]
    card = chamber.store.ask(queries.council_card, council, date(2026, 11, 1))
    assert [row.person_id for row in card.former] == [past]


def test_that_nobody_has_two_seats_on_a_council_at_once(chamber: Chamber) -> None:
    council, person = chamber.council(), chamber.person("会田")
    chamber.seat(council, person)
    with pytest.raises(Refusal, match="会田　一さん"):
        chamber.seat(council, person, first=date(2027, 3, 31), last=None)
    chamber.seat(council, person, first=date(2027, 4, 1), last=None)
    draft = MemberDraft(chamber.person("上野"), Standing.NONE)
    with pytest.raises(Refusal) as caught:
        chamber.store.do("委員を追加", commands.add_member, council, draft)
    assert "standing" in caught.value.fields


def test_that_renewal_gives_each_the_usual_term_and_ends_open_seats(chamber: Chamber) -> None:
    council = chamber.council()
    ending, open_ended, leaver = (chamber.person(name) for name in ("会田", "井上", "上野"))
    chamber.seat(council, ending, Office.CHAIR)
    chamber.seat(council, open_ended, last=None)
    chamber.seat(council, leaver, last=date(2026, 3, 31))
    assert len(chamber.store.ask(queries.ending_terms, date(2027, 1, 1), date(2027, 3, 31))) == 1
    added = chamber.store.do("再任", commands.renew_members, council, date(2027, 4, 1)).result
    assert len(added) == 2
    rows = chamber.store.ask(queries.members, council, date(2027, 4, 1))
    assert [(row.person_id, row.draft.ends_on) for row in rows] == [
        (ending, date(2029, 3, 31)), (open_ended, date(2029, 3, 31)),
    ]  # fmt: skip
    assert not chamber.store.ask(queries.ending_terms, date(2027, 1, 1), date(2027, 3, 31))
    with pytest.raises(Refusal, match="再任する委員がいません"):
        chamber.store.do("再任", commands.renew_members, council, date(2035, 4, 1))


def test_that_a_council_in_the_bin_takes_its_meetings_along(chamber: Chamber) -> None:
    council = chamber.council()
    meeting = chamber.meeting(council, date(2026, 10, 1))
    chamber.store.do("ごみ箱へ", commands.bin_council, council)
    assert not chamber.store.ask(queries.MeetingListing().keys)
    with pytest.raises(Refusal, match="ごみ箱から戻す"):
        chamber.store.do("開催", commands.hold_meeting, meeting)
    chamber.store.do("戻す", commands.restore_council, council)
    assert chamber.store.ask(queries.MeetingListing().keys) == [meeting]


def test_that_only_a_second_layer_council_of_a_district_is_a_care_meeting_too(
    chamber: Chamber,
) -> None:
    draft = CouncilDraft(" ", Tier.FIRST, care_too=True)
    with pytest.raises(Refusal) as caught:
        chamber.store.do("会議体を追加", commands.add_council, draft)
    assert set(caught.value.fields) == {"name", "care_too", "district_id"}


def test_that_a_usual_term_is_two_years() -> None:
    assert usual_end(date(2026, 4, 1)) == date(2028, 3, 31)
    assert usual_end(date(2024, 2, 29)) == date(2026, 2, 28)


def test_that_two_of_one_name_do_not_come_out_of_the_bin(chamber: Chamber) -> None:
    first = chamber.council("部会")
    chamber.store.do("ごみ箱", commands.bin_council, first)
    chamber.council("部会")
    with pytest.raises(Refusal, match="すでにあります"):
        chamber.store.do("戻す", commands.restore_council, first)


def test_that_a_district_takes_its_unused_council_along_and_gives_it_its_name(
    chamber: Chamber,
) -> None:
    west, north = (chamber.district(name) for name in ("西部", "北部"))
    do, ask = chamber.store.do, chamber.store.ask
    _, second, third = do("会議体", commands.seed_councils).result
    chamber.meeting(third, date(2026, 10, 1))
    do("圏域", commands.change_district, west, DistrictDraft("西"))
    assert ask(queries.councils, [second])[0].name == "西圏域 第2層協議体"
    do("圏域", commands.remove_district, west)
    assert [row.id for row in ask(queries.councils, [second, third])] == [third]
    assert [row.name for row in ask(office.districts)] == ["北部"]
    with pytest.raises(Refusal, match="協議体などがあるため"):
        do("圏域", commands.remove_district, north)
    chamber.store.undo()
    assert len(ask(queries.councils, [second, third])) == 2
