"""The rules of registrations, over any history and any day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.contacts.person import ConsentItem
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.running_number import next_numbers, running_number, serial_of
from app.supporters.figures import cross
from app.supporters.insurance import cover
from app.supporters.lacking import CONSENTS, Held, Lack, lacks, warnings
from app.supporters.registration import (
    STANDING,
    STEPS,
    Movement,
    StateSince,
    movement,
    state_on,
)
from app.supporters.supporter import SupporterId, SupporterState
from app.supporters.validity import valid_until

DAYS = some.dates(date(2018, 1, 1), date(2040, 12, 31))
HISTORIES = some.lists(some.builds(StateSince, some.sampled_from(SupporterState), DAYS), max_size=8)
HELD = some.builds(
    Held,
    some.sampled_from(SupporterState),
    some.none() | DAYS,
    some.none() | DAYS,
    some.none() | DAYS,
    some.none() | DAYS,
    some.none() | some.integers(1, 5),
    some.frozensets(some.integers(2018, 2041)),
    some.frozensets(some.sampled_from(ConsentItem)),
    some.lists(DAYS, max_size=3).map(tuple),
)


@given(HISTORIES, DAYS, DAYS)
def test_that_movements_add_up_and_join(history: list[StateSince], one: date, other: date) -> None:
    first, last = sorted((one, other))
    whole = movement(history, first, last)
    assert whole.before + whole.new - whole.cancelled - whole.expired == whole.after
    assert whole.after == (state_on(history, last) in STANDING)
    assert whole.paused == (state_on(history, last) is SupporterState.PAUSED)
    middle = first + (last - first) // 2
    if middle < last:
        early, late = movement(history, first, middle), movement(history, middle + _DAY, last)
        assert early.after == late.before
        assert (early.new + late.new, early.cancelled + late.cancelled) == (
            whole.new,
            whole.cancelled,
        )


def test_that_every_state_can_be_reached_and_left() -> None:
    assert STEPS.keys() == set(SupporterState)
    assert all(STEPS.values())
    reached = {state for after in STEPS.values() for state in after}
    assert reached == set(SupporterState) - {SupporterState.PLANNED}
    assert all(state not in after for state, after in STEPS.items())
    assert Movement(1, 2, 3, 4, 5, 6) + Movement() == Movement(1, 2, 3, 4, 5, 6)


@given(DAYS, some.integers(1, 10))
def test_that_a_registration_holds_at_least_its_years_and_until_a_march(
    day: date, years: int
) -> None:
    until = valid_until(day, years)
    assert until is not None
    assert (until.month, until.day) == (3, 31)
    over = date(day.year + years, day.month, min(day.day, 28))
    assert over - timedelta(days=4) <= until < date(over.year + 1, 12, 31)
    assert until >= over - _DAY
    assert FiscalYear.of(until).start in (
        FiscalYear.of(day).start + years - 1,
        FiscalYear.of(day).start + years,
    )


def test_that_years_pass_the_day_before_their_anniversary() -> None:
    assert valid_until(date(2026, 4, 1), 3) == date(2029, 3, 31)
    assert valid_until(date(2026, 4, 2), 3) == date(2030, 3, 31)
    assert valid_until(date(2028, 2, 29), 1) == date(2029, 3, 31)
    assert valid_until(date(2026, 4, 1), 0) is None
    assert valid_until(date(2026, 4, 2), 9999) == date(2077, 3, 31)


@given(some.integers(2018, 2040).map(FiscalYear), DAYS)
def test_that_cover_begins_after_joining_and_ends_in_march(year: FiscalYear, day: date) -> None:
    if year.previous.first_day <= day < year.last_day:
        first, last = cover(year, day)
        assert year.first_day <= first <= last == year.last_day
        assert first > day
        assert first == year.first_day or first == day + _DAY
    else:
        with pytest.raises(Refusal, match="加入日が") as refused:
            cover(year, day)
        assert set(refused.value.fields) == {"joined_on"}


@given(HELD, DAYS)
def test_that_whatever_is_lacking_is_said_and_mended_by_what_it_names(
    held: Held, day: date
) -> None:
    found = lacks(held, day)
    assert len(warnings(held, day)) == len(found)
    if held.state in (SupporterState.CANCELLED, SupporterState.EXPIRED):
        assert found == ()
        return
    for lack, item in CONSENTS.items():
        assert (lack in found) is (item not in held.consents)
    complete = Held(
        held.state, day, day, day, day, 1, frozenset({FiscalYear.of(day).start}),
        frozenset(ConsentItem), (day,),
    )  # fmt: skip
    assert lacks(complete, day) == ()


def test_that_registering_counts_as_the_confirmation_of_its_year() -> None:
    held = Held(SupporterState.REGISTERED, registered_on=date(2026, 6, 1))
    assert Lack.CONFIRMATION not in lacks(held, date(2027, 3, 31))
    assert Lack.CONFIRMATION in lacks(held, date(2027, 4, 1))


@given(some.integers(2018, 2040).map(FiscalYear), some.lists(some.integers(1, 99999)))
def test_that_numbers_follow_the_highest_of_their_year(
    year: FiscalYear, serials: list[int]
) -> None:
    known = [running_number(year, one) for one in serials]
    others = ["", "旧12", "R8-", running_number(year.next, 500), "養-0001"]
    given_out = next_numbers(year, [*known, *others], 2)
    assert [serial_of(year, one) for one in given_out] == [
        max(serials, default=0) + 1,
        max(serials, default=0) + 2,
    ]
    assert not set(given_out) & set(known)


@given(some.lists(some.tuples(some.sampled_from("abcd"), some.sampled_from("xyz"))))
def test_that_everybody_is_in_one_cell_of_a_cross_table(members: list[tuple[str, str]]) -> None:
    keyed = [(SupporterId(key), *one) for key, one in enumerate(members)]
    table = cross(keyed, lambda one: one[0], ("ab", lambda one: one[1]), ("xy", lambda one: one[2]))
    cells = [key for row in table.rows for cell in row.cells for key in cell.who]
    assert sorted(cells) == sorted(key for key, *_ in keyed)
    assert table.total.total.count == len(members)
    assert [cell.count for cell in table.total.cells] == [
        sum(row.cells[place].count for row in table.rows) for place in range(len(table.columns))
    ]


_DAY = timedelta(days=1)
