"""The ranking: its reasons add up, nothing but what they say counts, and worse is never better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.contacts.person import ConsentItem, Sex
from app.matching.scoring import Ranking, RuledOut, Score, rank, score
from app.matching.wanted import Load, Wanted
from app.matching.weights import Criterion, weights_of
from app.supporters.offer import Ability, Offer
from app.supporters.supporter import Skill, SupporterId, SupporterState, Transport
from tests.matching.offers import KINDS, LEVELS, TODAY, TOWNS, loads, offers, wanteds

WEIGHTS = weights_of({})
GOOD, CAN = Ability(Skill.GOOD, True), Ability(Skill.CAN, False)
WANTED = Wanted(
    TODAY, {1: "除雪"}, 3, LEVELS, week=0b11, months=1, district=1, district_name="西部",
    distances=TOWNS, car_needed=True,
)  # fmt: skip
BEST = Offer(
    SupporterId(1), "見本　試", level=3, kinds={1: GOOD}, week=0b11, town="湯川町",
    transport=frozenset({Transport.CAR}),
)  # fmt: skip


def points_of(found: Score | RuledOut) -> int:
    return found.points if isinstance(found, Score) else -1


def shown(ranking: Ranking) -> list[tuple[int, int, list[str]]]:
    return [
        (row.offer.supporter, row.points, [one.text for one in row.reasons]) for row in ranking.rows
    ] + [(one.offer.supporter, -1, list(one.reasons)) for one in ranking.ruled_out]


def test_that_who_fits_in_everything_has_a_hundred_points_with_a_reason_for_each() -> None:
    found = score(WANTED, BEST, Load(), WEIGHTS)
    assert isinstance(found, Score)
    assert found.points == 100
    assert [str(reason) for reason in found.reasons] == [
        "「除雪」が得意（+20点）",
        "「除雪」を希望（+10点）",
        "活動レベル「定期」は求めるレベル「定期」以上（+10点）",
        "月の午前・午後に活動できる（+20点）",
        "お住まいの町から約0.4km（+10点）",
        "自家用車がある（人は乗せない）（+10点）",
        "進行中の活動なし（+10点）",
        "まだ打診したことがない（+10点）",
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"state": SupporterState.PAUSED}, "登録の状態が「休止」です"),
        (
            {"valid_until": date(2026, 3, 31)},
            "登録の有効期限（令和8年3月31日）が過ぎています",
        ),
        ({"kinds": {2: GOOD}}, "できることに「除雪」がありません"),
        ({"level": 1}, "活動レベル「見学から」は求めるレベル「定期」より2つ下です"),
        ({"week": 0b100}, "月の午前・午後は活動できる曜日・時間帯に入っていません"),
        ({"months": 0b10}, "1月は活動できる月に入っていません"),
        ({"districts": frozenset({2})}, "活動できる圏域に西部が入っていません"),
        (
            {"transport": frozenset({Transport.BUS})},
            "車が要りますが、移動手段に自家用車がありません",
        ),
        ({"sex": Sex.MALE}, "女性の方をご希望です"),
        ({"supporter": SupporterId(7)}, "この依頼を辞退しています"),
    ],
)
def test_that_each_thing_that_rules_out_says_why(change: dict[str, object], why: str) -> None:
    wanted = replace(WANTED, sex=Sex.FEMALE, already={SupporterId(7): "この依頼を辞退しています"})
    assert isinstance(score(wanted, BEST, Load(), WEIGHTS), Score)
    assert score(wanted, replace(BEST, **change), Load(), WEIGHTS) == RuledOut((why,))


@pytest.mark.parametrize(
    ("change", "load", "points"),
    [
        ({"kinds": {1: CAN}}, Load(), 100 - 7 - 10),
        ({"level": 2}, Load(), 100 - 7),
        ({"level": None}, Load(), 100 - 5),
        ({"week": 0b1}, Load(), 100 - 10),
        ({"week": 0}, Load(), 100 - 10),
        ({"town": "桔梗"}, Load(), 100 - 7),
        ({"town": "", "home_district": 1}, Load(), 100),
        ({"town": "", "districts": frozenset({1, 2})}, Load(), 100 - 2),
        ({"transport": frozenset()}, Load(), 100 - 5),
        ({}, Load(current=1, times=1), 100 - 3),
        ({"times_a_month": 2}, Load(current=1, times=2), 100 - 10),
        ({}, Load(asked_last=TODAY), 100 - 5),
        ({}, Load(asked_last=TODAY - timedelta(days=60), refusals=1), 100 - 3),
    ],
)
def test_that_what_fits_less_costs_what_is_written(
    change: dict[str, object], load: Load, points: int
) -> None:
    assert points_of(score(WANTED, replace(BEST, **change), load, WEIGHTS)) == points


def test_that_distance_counts_only_where_it_matters() -> None:
    far = replace(BEST, town="戸井", districts=frozenset({2}))
    assert points_of(score(WANTED, far, Load(), WEIGHTS)) == -1
    by_telephone = replace(WANTED, distance_matters=False)
    assert points_of(score(by_telephone, far, Load(), WEIGHTS)) == 100


def test_that_a_hand_goes_before_everybody_else_and_before_old_answers() -> None:
    raised = replace(BEST, supporter=SupporterId(2), kinds={}, week=0b100, level=1)
    wanted = replace(WANTED, hands=frozenset({raised.supporter}))
    ranking = rank(wanted, [BEST, raised], {}, WEIGHTS)
    assert [row.offer.supporter for row in ranking.rows] == [2, 1]
    assert ranking.rows[0].reasons[0].criterion is Criterion.HAND
    paused = replace(raised, state=SupporterState.PAUSED)
    assert rank(wanted, [paused], {}, WEIGHTS).total == 0


def test_that_missing_insurance_and_consent_warn_only() -> None:
    (row,) = rank(replace(WANTED, first_day=date(2027, 4, 1)), [BEST], {}, WEIGHTS).rows
    assert row.points == 100
    assert row.warnings == (
        "令和9年4月1日のボランティア活動保険に加入していません。",
        "「活動先への氏名・電話の提供」の同意がありません。",
    )
    safe = replace(
        BEST,
        covers=((date(2026, 4, 1), date(2027, 3, 31)),),
        consents=frozenset({ConsentItem.TO_PLACES}),
    )
    (row,) = rank(WANTED, [safe], {}, WEIGHTS).rows
    assert row.warnings == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(offers, loads), max_size=12, unique_by=lambda pair: pair[0].supporter),
    wanteds,
    st.dictionaries(st.sampled_from([one.value for one in Criterion]), st.integers(0, 100)),
    st.integers(0, 5),
)
def test_that_everybody_stands_once_with_reasons_that_add_up_in_whatever_order(
    everybody: list[tuple[Offer, Load]], wanted: Wanted, stored: dict[str, int], limit: int
) -> None:
    weights = weights_of(stored)
    carried = {offer.supporter: load for offer, load in everybody}
    given_offers = [offer for offer, _ in everybody]
    ranking = rank(wanted, given_offers, carried, weights)
    assert sorted(key for key, _, _ in shown(ranking)) == sorted(carried)
    for row in ranking.rows:
        one = score(wanted, row.offer, carried[row.offer.supporter], weights)
        assert one == Score(sum(reason.points for reason in row.reasons), row.reasons)
        assert row.points == one.points
    for out in ranking.ruled_out:
        assert out.reasons
        assert score(wanted, out.offer, carried[out.offer.supporter], weights) == RuledOut(
            out.reasons
        )
    ranked = [row.points for row in ranking.rows]
    assert ranked == sorted(ranked, reverse=True)
    Random(len(everybody)).shuffle(given_offers)
    assert shown(rank(wanted, given_offers, carried, weights)) == shown(ranking)
    cut = rank(wanted, given_offers, carried, weights, limit)
    assert (
        shown(cut) == shown(ranking)[: min(limit, ranking.total)] + shown(ranking)[ranking.total :]
    )


def _worse(draw: st.DrawFn, offer: Offer, load: Load) -> tuple[Offer, Load]:
    """Return a supporter who got worse in one criterion."""
    bit = 1 << draw(st.integers(0, 20))
    kind = draw(st.sampled_from(list(KINDS)))
    without = {key: one for key, one in offer.kinds.items() if key != kind}
    unwished = {
        key: one._replace(wished=one.wished and key != kind) for key, one in offer.kinds.items()
    }
    unskilled = {
        key: one._replace(skill=Skill.CAN if key == kind else one.skill)
        for key, one in offer.kinds.items()
    }
    ways = offer.transport - {Transport.CAR}
    asked = draw(st.integers(0, 100))
    later = max(load.asked_last or date.min, TODAY - timedelta(days=asked))
    changed = [
        (replace(offer, level=max(1, offer.level - 1) if offer.level else None), load),
        (replace(offer, kinds=without), load),
        (replace(offer, kinds=unwished), load),
        (replace(offer, kinds=unskilled), load),
        (replace(offer, week=offer.week & ~bit or offer.week), load),
        (replace(offer, months=offer.months & ~(bit % 4096) or offer.months), load),
        (replace(offer, districts=offer.districts - {1} or offer.districts), load),
        (replace(offer, town="戸井" if offer.town else ""), load),
        (replace(offer, transport=ways or offer.transport), load),
        (replace(offer, times_a_month=None if offer.times_a_month is None else 0), load),
        (replace(offer, state=SupporterState.PAUSED), load),
        (offer, replace(load, current=load.current + 1)),
        (offer, replace(load, times=load.times + 1)),
        (offer, replace(load, refusals=load.refusals + 1)),
        (offer, replace(load, asked_last=later)),
    ]
    return draw(st.sampled_from(changed))


@settings(max_examples=250, deadline=None)
@given(offers, loads, wanteds, st.data())
def test_that_who_got_worse_in_one_criterion_is_never_ranked_better(
    offer: Offer, load: Load, wanted: Wanted, data: st.DataObject
) -> None:
    worse, carried = data.draw(st.composite(_worse)(offer, load))
    assert points_of(score(wanted, worse, carried, WEIGHTS)) <= points_of(
        score(wanted, offer, load, WEIGHTS)
    )


def test_that_equals_stand_by_whose_turn_it_is_then_in_kana_order() -> None:
    def equal(key: int, kana: str) -> Offer:
        return replace(BEST, supporter=SupporterId(key), sort_key=kana)

    asked = {
        SupporterId(key): Load(asked_last=TODAY - timedelta(days=days))
        for key, days in ((1, 95), (2, 200), (3, 95))
    }
    everybody = [equal(1, "い"), equal(2, "う"), equal(3, "あ"), equal(5, "ん"), equal(4, "ん")]
    ranking = rank(WANTED, everybody, asked, WEIGHTS)
    assert {row.points for row in ranking.rows} == {100}
    assert [row.offer.supporter for row in ranking.rows] == [4, 5, 2, 3, 1]
