"""地域ケア会議: written down from the log, and the share the coordinator was at."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from app.council import commands, queries
from app.council.council import Tier
from app.council.meeting import MeetingState
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from tests.council.chamber import Chamber


def test_that_a_care_meeting_is_written_down_once(chamber: Chamber) -> None:
    district = chamber.district()
    day = date(2026, 10, 5)
    write = commands.write_down_care_meeting
    first = chamber.store.do("地域ケア会議", write, district, day, venue="会館").result
    assert chamber.store.ask(queries.care_meeting_of, district, day) == first
    assert chamber.store.do("地域ケア会議", write, district, day, venue="別").result == first
    assert chamber.store.ask(queries.meeting_card, first).draft.venue == "会館"
    chamber.store.do("地域ケア会議", write, district, date(2026, 10, 6))
    rows = chamber.store.ask(queries.councils, chamber.store.ask(queries.CouncilListing().keys))
    assert [(row.name, row.tier) for row in rows] == [("港西部圏域 地域ケア会議", Tier.CARE)]
    with pytest.raises(Refusal, match="今日まで"):
        chamber.store.do("地域ケア会議", write, district, date(2026, 11, 2))


def test_that_the_share_counts_held_ones_of_both_sorts_by_district(chamber: Chamber) -> None:
    west, north = chamber.district("西部", "包括にし"), chamber.district("北部", "包括きた")
    both = chamber.council("西部協議体", Tier.SECOND, district_id=west, care_too=True)
    plain = chamber.council("北部協議体", Tier.SECOND, district_id=north)
    held = MeetingState.HELD
    there = chamber.meeting(both, date(2026, 4, 10), state=held)
    missed = chamber.meeting(both, date(2027, 3, 31), state=MeetingState.PLANNED)
    away = chamber.meeting(both, date(2026, 6, 10), state=held, attended=False)
    chamber.meeting(plain, date(2026, 6, 11), state=held)
    found = chamber.store.ask(queries.care_meetings, FiscalYear(2026))
    assert [(line.district, line.centre) for line in found.districts] == [
        ("西部", "包括にし"), ("北部", "包括きた"),
    ]  # fmt: skip
    line, other = found.districts
    assert line.year.held.keys == (there, away)
    assert line.year.attended.keys == (there,)
    assert missed not in line.year.held.keys
    assert line.year.rate == Fraction(1, 2)
    assert [month.held.count for month in line.months][:3] == [1, 0, 1]
    assert other.year.rate is None
    assert found.total.year.held.count == 2
    known = commands.write_down_care_meeting
    assert chamber.store.do("会議", known, west, date(2026, 6, 10)).result == away
    assert chamber.store.ask(queries.care_meetings, FiscalYear(2026)).total.year.rate == 1
