"""Requests and needs: what is taken down, refused, closed and handed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.kernel.errors import Refusal
from app.matching import commands, queries
from app.matching.match import MatchState
from app.matching.need import Handling, NeedDraft
from app.matching.queries import NeedListing, RequestListing
from app.matching.request import RequestDraft, RequestState, Rhythm
from app.office import commands as office
from app.office.settings import OfficeSettings
from tests.matching.desk import RECEIVED, Desk

DAY = date(2026, 11, 1)


def test_that_numbers_begin_anew_each_fiscal_year_and_words_are_found(desk: Desk) -> None:
    firm, place = desk.organisation("柏の木町会"), desk.place("日吉サロン")
    keys = [
        desk.request(received_on=day, organisation_id=firm, local_resource_id=place)
        for day in (date(2026, 3, 31), date(2026, 4, 1), RECEIVED)
    ]
    cards = [desk.ask(queries.request_card, key, DAY) for key in keys]
    assert [card.number for card in cards] == ["R7-001", "R8-001", "R8-002"]
    assert (cards[0].organisation, cards[0].place) == ("柏の木町会", "日吉サロン")
    listing = RequestListing(text="日吉 柏の木")
    assert desk.ask(listing.keys) == keys[::-1]
    row = desk.ask(listing.rows, keys)[keys[0]]
    assert (row.who, row.state, row.people_wanted) == ("日吉サロン", RequestState.OPEN, 1)
    with pytest.raises(Refusal, match="「R8-001」はほかの希望票が使っています"):
        desk.request(number="R8-001")
    assert desk.ask(RequestListing(text="ない").keys) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"contact_name": ""}, "organisation_id"),
        ({"title": " "}, "title"),
        ({"people_wanted": 0}, "people_wanted"),
        ({"week": -1}, "week"),
        ({"received_on": date(2027, 1, 1)}, "received_on"),
        ({"starts_at": time(12), "ends_at": time(9)}, "ends_at"),
        ({"starts_on": date(2026, 6, 2), "ends_on": date(2026, 6, 1)}, "ends_on"),
        ({"contact_phone": "電話なし"}, "contact_phone"),
        ({"person_id": 1}, "person_id"),
    ],
)
def test_that_what_cannot_be_is_refused_by_field(
    desk: Desk, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        desk.request(**changes)
    assert list(refused.value.fields) == [field]


def test_that_who_gave_up_leaves_the_place_free_and_who_did_it_all_holds_it(desk: Desk) -> None:
    regular = desk.request(people_wanted=2, rhythm=Rhythm.REGULAR)
    once = desk.request(people_wanted=2, on_day=date(2026, 6, 3))
    for request in (regular, once):
        match = desk.agreed(request, desk.supporter(int(request)))
        desk.do(commands.step, match, MatchState.ENDED, on=date(2026, 6, 3))
    rows = {row.id: row.agreed for row in desk.ask(queries.requests, [regular, once])}
    assert rows == {regular: 0, once: 1}
    assert desk.ask(queries.request_card, regular, DAY).agreed == 0
    lacking = {row.request: row.lacking for row in desk.ask(queries.proposal, DAY).rows}
    assert lacking == {regular: 2, once: 1}


def test_that_closing_lets_off_who_is_asked_but_not_who_helps(desk: Desk) -> None:
    helper, other = desk.supporter(1), desk.supporter(2)
    request = desk.request(people_wanted=2, on_day=date(2026, 6, 3))
    match = desk.agreed(request, helper)
    (asked,) = desk.asked(request, other)
    with pytest.raises(Refusal, match=r"見本1　試さんの活動が続いています"):
        desk.do(commands.close_request, request, on=DAY)
    desk.do(commands.step, match, MatchState.ENDED, on=date(2026, 6, 3))
    desk.do(commands.close_request, request, on=date(2026, 6, 10))
    assert desk.ask(queries.match_card, asked, DAY).state is MatchState.CANCELLED
    with pytest.raises(Refusal, match="「終了」です"):
        desk.asked(request, helper)
    desk.do(commands.reopen_request, request)
    card = desk.ask(queries.request_card, request, DAY)
    assert (card.state, card.closed_on, card.agreed) == (RequestState.ASKING, None, 1)
    desk.do(commands.change_request, request, replace(card.draft, people_wanted=1))
    assert desk.ask(queries.request_card, request, DAY).state is RequestState.FILLED


def test_that_regular_help_that_ends_early_is_wanted_again(desk: Desk) -> None:
    request = desk.request(rhythm=Rhythm.REGULAR, week=1, ends_on=date(2027, 3, 31))
    match = desk.agreed(request, desk.supporter())
    desk.do(commands.step, match, MatchState.ENDED, on=date(2026, 8, 31))
    assert desk.ask(queries.request_card, request, DAY).state is RequestState.OPEN


def test_that_hands_are_raised_and_lowered(desk: Desk) -> None:
    helper, request = desk.supporter(), desk.request()
    desk.do(commands.raise_hand, request, helper, on=RECEIVED)
    desk.do(commands.raise_hand, request, helper, on=DAY, note="午前なら")
    (hand,) = desk.ask(queries.hands, request)
    assert (hand.name, hand.raised_on, hand.note) == ("見本1　試", DAY, "午前なら")
    desk.do(commands.lower_hand, request, helper)
    with pytest.raises(Refusal, match="手を挙げていません"):
        desk.do(commands.lower_hand, request, helper)
    with pytest.raises(Refusal, match="受付日より前"):
        desk.do(commands.raise_hand, request, helper, on=date(2026, 4, 1))


def test_that_a_need_is_anonymous_handed_on_checked_and_becomes_a_request(desk: Desk) -> None:
    draft = NeedDraft(RECEIVED, content="雪かきができない", kinds=(1,))
    with pytest.raises(Refusal, match="個別の手伝い"):
        desk.do(commands.add_need, replace(draft, person_id=1))
    need = desk.do(commands.add_need, draft)
    with pytest.raises(Refusal, match="つないだ先"):
        desk.do(commands.hand_on, need, on=DAY)
    desk.do(commands.hand_on, need, on=DAY, to="見本包括", check_on=DAY)
    assert desk.ask(NeedListing(to_check_by=DAY).keys) == [need]
    assert desk.ask(queries.need_card, need, DAY).check_is_due
    desk.do(commands.check_need, need, on=DAY, result="町会が引き受けた")
    card = desk.ask(queries.need_card, need, DAY)
    assert (card.draft.handling, card.draft.result) == (Handling.CLOSED, "町会が引き受けた")
    assert desk.ask(NeedListing(text="町会が", year=None).keys) == [need]
    request = desk.do(commands.need_to_request, need)
    asked = desk.ask(queries.request_card, request, DAY)
    assert (asked.need_number, asked.draft.title, asked.draft.kinds) == (
        "R8-001", "雪かきができない", (1,),
    )  # fmt: skip
    with pytest.raises(Refusal, match="すでに希望票 R8-001"):
        desk.do(commands.need_to_request, need)


def test_that_one_person_is_named_only_where_the_office_helps_single_people(desk: Desk) -> None:
    desk.supporter()
    desk.store.do("設定", office.change_settings, OfficeSettings(individual_help=True))
    named = desk.request(contact_name="", person_id=1)
    assert desk.ask(queries.request_card, named, DAY).person == "見本1　試"
    desk.store.do("設定", office.change_settings, OfficeSettings())
    draft: RequestDraft = desk.ask(queries.request_card, named, DAY).draft
    desk.do(commands.change_request, named, replace(draft, title="変えた"))


def test_that_the_bin_takes_a_request_out_of_lists_and_figures(desk: Desk) -> None:
    request = desk.request()
    match = desk.agreed(request, desk.supporter())
    desk.do(commands.bin_request, request)
    assert desk.ask(RequestListing().keys) == []
    assert desk.ask(queries.MatchListing().keys) == []
    with pytest.raises(Refusal, match="ごみ箱"):
        desk.do(commands.step, match, MatchState.ACTIVE, on=DAY)
    desk.do(commands.restore_request, request)
    assert desk.ask(queries.MatchListing().keys) == [match]
