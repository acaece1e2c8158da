from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.contacts.commands import bin_person
from app.contacts.person import ContactWay
from app.kernel.errors import Refusal
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import (
    ApplicationDraft,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
    HeardFrom,
    NumberOrder,
)
from app.training.lottery import draw
from tests.training.office import DAY, Office

RECEIVED, ACCEPTED = EnrollmentStatus.RECEIVED, EnrollmentStatus.ACCEPTED
WAITING, DECLINED = EnrollmentStatus.WAITING, EnrollmentStatus.DECLINED
WITHDREW = EnrollmentStatus.WITHDREW
APPLIED = ApplicationDraft(applied_on=DAY)


def rows(office: Office, course: CourseId, *statuses: EnrollmentStatus) -> list[object]:
    listing = queries.ApplicationListing(course, DAY, frozenset(statuses))
    keys = office.ask(listing.keys)
    found = office.ask(listing.rows, keys)
    return [found[key] for key in keys]


def status(office: Office, key: EnrollmentId) -> EnrollmentStatus:
    return office.ask(queries.application, key, DAY).status


def test_that_an_application_is_written_down_and_changed(office: Office) -> None:
    course = office.course()
    (person,) = office.people(1)
    draft = ApplicationDraft(DAY, ContactWay.FAX, HeardFrom.CITY_PAPER, "地域の役に立ちたい")
    key = office.do(commands.apply_for, course, person, draft)
    row = office.ask(queries.application, key, DAY)
    assert (row.status, row.status_on, row.draft) == (RECEIVED, DAY, draft)
    changed = ApplicationDraft(DAY, ContactWay.PHONE, group_name="A")
    office.do(commands.change_application, key, changed)
    assert office.ask(queries.application, key, DAY).draft == changed
    office.do(commands.remove_application, key)
    assert office.ask(queries.application, key, DAY) is None


def test_that_nobody_applies_twice(office: Office) -> None:
    course = office.course()
    (person,) = office.people(1)
    office.do(commands.apply_for, course, person, APPLIED)
    with pytest.raises(Refusal, match="すでに申し込んでいます（今は「受付」）"):
        office.do(commands.apply_for, course, person, APPLIED)


def test_that_people_in_the_bin_do_not_apply(office: Office) -> None:
    course = office.course()
    (person,) = office.people(1)
    office.do(bin_person, person)
    with pytest.raises(Refusal, match="ごみ箱"):
        office.do(commands.apply_for, course, person, APPLIED)


def test_that_step_up_asks_for_the_completed_basic_course(office: Office) -> None:
    step_up = office.course("ステップアップ研修")
    basic = office.course()
    (done,) = office.trainees(basic, 1)
    person = office.ask(queries.application, done, DAY).person.id
    with pytest.raises(Refusal) as refused:
        office.do(commands.apply_for, step_up, person, APPLIED)
    assert "養成研修を修了" in refused.value.fields["entry_exception"]
    office.do(commands.confirm_completion, basic, {done: True}, DAY)
    assert office.ask(queries.completed_kinds, person) == {office.kind("養成研修")}
    key = office.do(commands.apply_for, step_up, person, APPLIED)
    assert office.ask(queries.application, key, DAY).entry_exception == ""


def test_that_an_exception_is_recorded_with_its_reason(office: Office) -> None:
    step_up = office.course("ステップアップ研修")
    (person,) = office.people(1)
    key = office.do(commands.apply_for, step_up, person, APPLIED, " 他市で修了 ")
    assert office.ask(queries.application, key, DAY).entry_exception == "他市で修了"


def test_that_one_batch_is_numbered_in_kana_order_and_later_ones_after(office: Office) -> None:
    course = office.course()
    people = office.people(5)  # さとう あべ わたなべ いとう きむら
    first = office.apply(course, people[:3])
    office.do(commands.accept, first)
    later = office.apply(course, people[3:])
    office.do(commands.accept, later[::-1], NumberOrder.ASKED)
    numbers = {row.person.name: row.number for row in rows(office, course)}
    assert list(numbers.items()) == [
        ("あべ試　1号", 1),
        ("いとう試　3号", 5),
        ("きむら試　4号", 4),
        ("さとう試　0号", 2),
        ("わたなべ試　2号", 3),
    ]


def test_that_a_number_is_never_given_twice(office: Office) -> None:
    course = office.course()
    first, second, third = office.apply(course, office.people(3))
    office.do(commands.accept, [first, second], NumberOrder.ASKED)
    office.do(commands.decline, second, "都合がつかない")
    office.do(commands.accept, [third])
    office.do(commands.reinstate, second)
    office.do(commands.accept, [second])
    numbers = [office.ask(queries.application, key, DAY).number for key in (first, second, third)]
    assert numbers == [1, 2, 3]
    with pytest.raises(Refusal, match="受講番号"):
        office.do(commands.remove_application, third)


def test_that_acceptance_beyond_the_capacity_is_asked_about(office: Office) -> None:
    course = office.course(capacity=2)
    applied = office.apply(course, office.people(3))
    with pytest.raises(Refusal, match="定員2名に対して受講者が3名"):
        office.do(commands.accept, applied)
    assert office.ask(queries.counts, course).accepted == 0
    office.do(commands.accept, applied, over_capacity=True)
    assert office.ask(queries.counts, course).free == -1


def test_that_states_follow_each_other_only_where_that_makes_sense(office: Office) -> None:
    course = office.course()
    (key,) = office.apply(course, office.people(1))
    for command in (commands.withdraw, commands.reinstate, commands.accept_from_waiting):
        rest = (DAY,) if command is commands.withdraw else ()
        with pytest.raises(Refusal, match="今「受付」のため"):
            office.do(command, key, *rest)
    office.do(commands.accept, [key])
    for command in (commands.accept, commands.put_on_waiting):
        with pytest.raises(Refusal, match="今「受講決定」のため"):
            office.do(command, [key])
    with pytest.raises(Refusal, match="選んでください"):
        office.do(commands.accept, [])


def test_that_applications_of_two_courses_are_not_mixed(office: Office) -> None:
    people = office.people(1)
    (one,) = office.apply(office.course(), people)
    (other,) = office.apply(office.course("出前講座"), people)
    with pytest.raises(Refusal, match="この講座の申込ではない"):
        office.do(commands.accept, [one, other])


def test_that_who_leaves_midway_keeps_the_line_and_frees_the_place(office: Office) -> None:
    course = office.course(capacity=1)
    (key,) = office.trainees(course, 1)
    with pytest.raises(Refusal) as refused:
        office.do(commands.withdraw, key, date(2026, 1, 1))
    assert "on" in refused.value.fields
    office.do(commands.withdraw, key, date(2026, 7, 10), "入院")
    assert office.ask(queries.counts, course).free == 1
    (line,) = office.ask(queries.sheet, course).rows
    assert (line.left_on, line.status) == (date(2026, 7, 10), WITHDREW)
    office.do(commands.reinstate, key)
    assert status(office, key) is ACCEPTED


def test_that_taking_back_a_withdrawal_minds_the_capacity(office: Office) -> None:
    course = office.course(capacity=1)
    first, second = office.apply(course, office.people(2))
    office.do(commands.accept, [first])
    office.do(commands.withdraw, first, date(2026, 7, 10))
    office.do(commands.accept, [second])
    with pytest.raises(Refusal, match="定員1名"):
        office.do(commands.reinstate, first)
    office.do(commands.reinstate, first, over_capacity=True)


def test_that_who_attended_withdraws_instead_of_declining(office: Office) -> None:
    course = office.course()
    (key,) = office.trainees(course, 1)
    office.mark(office.sessions(course)[0], key, Mark.PRESENT)
    with pytest.raises(Refusal, match="途中辞退"):
        office.do(commands.decline, key)


def test_that_a_free_place_is_proposed_and_not_given(office: Office) -> None:
    course = office.course(capacity=1)
    first, second, third = office.apply(course, office.people(3))
    office.do(commands.accept, [first])
    office.do(commands.put_on_waiting, [third, second])
    assert office.ask(queries.promotions, course, DAY).candidates == ()
    office.do(commands.decline, first)
    proposed = office.ask(queries.promotions, course, DAY)
    assert (proposed.free, [row.id for row in proposed.candidates]) == (1, [third])
    assert status(office, third) is WAITING
    office.do(commands.accept_from_waiting, third)
    row = office.ask(queries.application, third, DAY)
    assert (row.status, row.waiting_order) == (ACCEPTED, None)


def test_that_lots_fill_the_places_and_the_others_wait_in_the_order_drawn(office: Office) -> None:
    course = office.course(capacity=5)
    applied = office.apply(course, office.people(8))
    drawn = office.do(commands.draw_lots, course, 42, DAY)
    order = draw(applied, 42)
    assert (drawn.accepted, drawn.waiting) == (order[:5], order[5:])
    waiting = rows(office, course, WAITING)
    assert [row.id for row in waiting] == list(order[5:])
    accepted = rows(office, course, ACCEPTED)
    assert [row.number for row in accepted] == [1, 2, 3, 4, 5]
    lots = {row.id: row.lottery_order for row in rows(office, course)}
    assert lots == {key: place for place, key in enumerate(order, start=1)}
    card = office.ask(queries.course, course)
    assert (card.lottery_seed, card.lottery_on) == (42, DAY)


def test_that_a_second_draw_is_asked_for_and_takes_no_place_away(office: Office) -> None:
    course = office.course(capacity=3)
    applied = office.apply(course, office.people(6))
    drawn = office.do(commands.draw_lots, course, 1, DAY)
    with pytest.raises(Refusal, match="再抽選する"):
        office.do(commands.draw_lots, course, 2, DAY)
    office.do(commands.decline, drawn.accepted[0])
    again = office.do(commands.draw_lots, course, 2, DAY, again=True)
    assert len(again.accepted) == 1
    assert set(again.accepted) | set(again.waiting) == set(drawn.waiting)
    counted = office.ask(queries.counts, course)
    assert (counted.accepted, counted.waiting, counted.applicants) == (3, 2, len(applied))
    places = [row.lottery_order for row in rows(office, course)]
    assert len(set(places)) == len(places)


def test_that_lots_are_refused_where_there_is_nothing_to_draw(office: Office) -> None:
    course = office.course()
    with pytest.raises(Refusal, match="申込（受付）がありません"):
        office.do(commands.draw_lots, course, 1, DAY)
    with pytest.raises(Refusal) as refused:
        office.do(commands.draw_lots, course, 10**12, DAY)
    assert "seed" in refused.value.fields


def test_that_lots_for_a_full_course_put_everyone_on_the_list(office: Office) -> None:
    course = office.course(capacity=1)
    office.trainees(course, 1)
    late = office.apply(course, office.people(2))
    drawn = office.do(commands.draw_lots, course, 7, DAY)
    assert (drawn.accepted, set(drawn.waiting)) == ((), set(late))


STEPS = (
    commands.accept,
    commands.put_on_waiting,
    commands.decline,
    commands.withdraw,
    commands.reinstate,
    commands.accept_from_waiting,
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 4)), min_size=3, max_size=14),
    capacity=st.integers(1, 4),
)
def test_that_every_applicant_stands_in_exactly_one_list(
    office: Office, steps: list[tuple[Callable[..., None], int]], capacity: int
) -> None:
    term = office.ask(queries.next_term, office.kind("養成研修"), 2026)
    course = office.course(capacity=capacity, term=term)
    applied = office.apply(course, office.people(5))
    for command, place in steps:
        key = applied[place]
        many = command in {commands.accept, commands.put_on_waiting}
        rest = (date(2026, 7, 10),) if command is commands.withdraw else ()
        with suppress(Refusal):
            office.store.do("試す", command, [key] if many else key, *rest)
    lists = [
        office.ask(queries.ApplicationListing(course, DAY, frozenset({one})).keys)
        for one in EnrollmentStatus
    ]
    assert sorted(key for some in lists for key in some) == sorted(applied)
    counted = office.ask(queries.counts, course)
    assert counted.applicants == len(applied)
    assert counted.free >= 0
    on_roll = [row.enrollment for row in office.ask(queries.sheet, course).rows]
    assert len(set(on_roll)) == len(on_roll) == counted.on_roll
    every = rows(office, course)
    numbers = [row.number for row in every if row.number is not None]
    assert len(set(numbers)) == len(numbers)
    assert all((row.waiting_order is not None) is (row.status is WAITING) for row in every)


def test_that_the_list_finds_people_and_says_its_filter(office: Office) -> None:
    course = office.course()
    office.apply(course, office.people(3))
    listing = queries.ApplicationListing(course, DAY, frozenset({RECEIVED}), "ワタナベ")
    keys = office.ask(listing.keys)
    assert [row.person.kana for row in office.ask(listing.rows, keys).values()] == [
        "わたなべ　たろう"
    ]
    assert office.ask(listing.description).endswith("養成研修　受付　「ワタナベ」を含む")
    every = queries.ApplicationListing(course, DAY)
    assert office.ask(every.description).endswith("すべての申込")
    assert "enrollment" in every.tables


def test_that_a_closed_course_is_not_changed(office: Office) -> None:
    course = office.course()
    (key,) = office.trainees(course, 1)
    for one in office.sessions(course):
        office.do(commands.cancel_session, one, "大雪")
    office.do(commands.confirm_completion, course, {key: False}, DAY)
    office.do(commands.finish_course, course)
    with pytest.raises(Refusal, match="「終了を取り消す」"):
        office.do(commands.apply_for, course, office.people(1)[0], APPLIED)
    office.do(commands.reopen, course)
    office.do(commands.apply_for, course, office.people(1)[0], APPLIED)
