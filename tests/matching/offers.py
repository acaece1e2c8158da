"""Offers, requests and loads for the properties of the ranking."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from app.contacts.person import Sex
from app.matching.wanted import Load, Wanted
from app.supporters.offer import Ability, Offer
from app.supporters.supporter import Skill, SupporterId, SupporterState, Transport

TODAY = date(2026, 4, 1)
KINDS = {1: "除雪", 2: "見守り", 3: "話し相手"}
LEVELS = {1: "見学から", 2: "単発", 3: "定期", 4: "世話人", 5: "立ち上げ"}
TOWNS = {"湯川町": 0.4, "桔梗": 8.0, "戸井": 25.0}

_masks = st.integers(0, 2**21 - 1)
_months = st.sampled_from([0, 1, 0b111, 0b100000000001, 2**12 - 1])

offers = st.builds(
    Offer,
    supporter=st.integers(1, 10**6).map(SupporterId),
    name=st.just("見本　試"),
    sort_key=st.sampled_from(["あ", "い", "う"]),
    state=st.sampled_from([SupporterState.REGISTERED] * 6 + list(SupporterState)),
    valid_until=st.sampled_from([None, TODAY - timedelta(days=1), TODAY, date(2029, 3, 31)]),
    level=st.sampled_from([None, *LEVELS]),
    kinds=st.dictionaries(
        st.sampled_from([*KINDS, 9]),
        st.builds(Ability, st.sampled_from(list(Skill)), st.booleans()),
    ),
    week=_masks,
    months=_months,
    times_a_month=st.sampled_from([None, 0, 1, 4]),
    districts=st.frozensets(st.integers(1, 3), max_size=3),
    home_district=st.sampled_from([None, 1, 2]),
    town=st.sampled_from(["", *TOWNS]),
    transport=st.frozensets(st.sampled_from(list(Transport))),
    gives_rides=st.booleans(),
    sex=st.sampled_from([None, *Sex]),
)
loads = st.builds(
    Load,
    asked_last=st.sampled_from(
        [None, *(TODAY - timedelta(days=days) for days in range(0, 200, 9))]
    ),
    refusals=st.integers(0, 4),
    current=st.integers(0, 4),
    times=st.integers(0, 5),
)
wanteds = st.builds(
    Wanted,
    today=st.just(TODAY),
    kinds=st.lists(st.sampled_from(list(KINDS)), unique=True).map(
        lambda keys: {key: KINDS[key] for key in keys}
    ),
    level=st.sampled_from([None, *LEVELS]),
    levels=st.just(LEVELS),
    week=st.one_of(st.just(0), _masks),
    any_part=st.booleans(),
    months=_months,
    times_a_month=st.integers(1, 4),
    district=st.sampled_from([None, 1, 2]),
    district_name=st.just("西部"),
    distances=st.sampled_from([{}, TOWNS]),
    distance_matters=st.booleans(),
    car_needed=st.booleans(),
    sex=st.sampled_from([None, *Sex]),
    hands=st.frozensets(st.integers(1, 10**6).map(SupporterId), max_size=2),
)
