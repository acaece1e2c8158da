"""Steps of a course in orders nobody plans: after the fact, out of the history, from the bin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.contacts.commands import bin_person as put_in_bin
from app.contacts.commands import restore_person
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import (
    ApplicationDraft,
    CourseDraft,
    CourseId,
    EnrollmentId,
    SessionDraft,
)
from tests.training.office import DAY, Office

DAYS = (date(2026, 6, 3), date(2026, 6, 10), date(2026, 6, 17), date(2026, 6, 24), date(2026, 7, 1))


def planned(office: Office, count: int) -> tuple[CourseId, list[EnrollmentId]]:
    course = office.course()
    office.plan(course, *DAYS)
    return course, office.trainees(course, count)


def person_of(office: Office, enrollment: EnrollmentId) -> PersonId:
    row = office.ask(queries.application, enrollment, DAY)
    assert row is not None
    return PersonId(row.person.id)


@pytest.mark.parametrize(
    ("become", "word"),
    [
        (None, "受付"),
        (commands.accept, "受講決定"),
        (commands.put_on_waiting, "キャンセル待ち"),
    ],
)
def test_that_nobody_on_a_running_course_goes_to_the_bin(
    office: Office, become: Callable[..., Any] | None, word: str
) -> None:
    course = office.course()
    (person,) = office.people(1)
    applied = office.apply(course, [person])
    if become is not None:
        office.do(become, applied)
    with pytest.raises(Refusal) as refused:
        office.do(commands.bin_person, person)
    title = office.ask(queries.course, course).draft.title
    assert f"「{title}」（{word}）" in refused.value.text
    office.do(commands.decline, applied[0])
    office.do(commands.bin_person, person)


def test_that_who_left_or_was_on_a_course_that_is_over_or_binned_may_go(office: Office) -> None:
    course, (left, stayed) = planned(office, 2)
    office.do(commands.withdraw, left, DAYS[0])
    office.do(commands.bin_person, person_of(office, left))
    office.do(commands.bin_course, course)
    office.do(commands.bin_person, person_of(office, stayed))


def test_that_nobody_gets_a_place_out_of_the_bin(office: Office) -> None:
    course = office.course()
    session = office.sessions(course)[0]
    (person,) = office.people(1)
    (applied,) = office.apply(course, [person])
    office.do(put_in_bin, person)
    for command, given in (
        (commands.accept, ([applied],)),
        (commands.add_walk_in, (course, session, person)),
        (commands.put_on_waiting, ([applied],)),
        (commands.draw_lots, (course, 1, DAY)),
    ):
        with pytest.raises(Refusal, match="ごみ箱"):
            office.do(command, *given)
    office.do(restore_person, person)
    office.do(commands.accept, [applied])
    office.do(commands.withdraw, applied, DAY)
    office.do(put_in_bin, person)
    with pytest.raises(Refusal, match="ごみ箱"):
        office.do(commands.reinstate, applied)
    assert office.ask(queries.course_figures, course).accepted.count == 1


def test_that_nobody_leaves_before_a_session_they_attended(office: Office) -> None:
    course, (trainee,) = planned(office, 1)
    third = office.sessions(course)[2]
    office.mark(third, trainee, Mark.PRESENT)
    with pytest.raises(Refusal, match="第3回") as refused:
        office.do(commands.withdraw, trainee, DAYS[1])
    assert "on" in refused.value.fields
    office.do(commands.withdraw, trainee, DAYS[2])


def test_that_an_absence_told_ahead_is_struck_out_once_the_trainee_has_left(
    office: Office,
) -> None:
    course, (trainee,) = planned(office, 1)
    office.do(commands.plan_absence, trainee, office.sessions(course)[3])
    office.do(commands.withdraw, trainee, DAYS[1])
    (row,) = office.ask(queries.sheet, course).rows
    assert [cell.struck for cell in row.cells] == [False, False, True, True, True]
    figures = office.ask(queries.course_figures, course)
    assert figures.sessions[3].away.count == 0


def test_that_who_made_a_session_up_withdraws_and_does_not_decline(office: Office) -> None:
    course, (trainee,) = planned(office, 1)
    first = office.sessions(course)[0]
    office.mark(first, trainee, Mark.ABSENT)
    office.do(commands.make_up, trainee, first, confirmed_by="見本", made_up_on=DAYS[1])
    with pytest.raises(Refusal, match="途中辞退"):
        office.do(commands.decline, trainee)


def test_that_a_session_somebody_made_up_in_is_not_called_off(office: Office) -> None:
    course, (trainee,) = planned(office, 1)
    first, second, *_ = office.sessions(course)
    office.mark(first, trainee, Mark.ABSENT)
    office.do(commands.make_up, trainee, first, confirmed_by="見本", made_up_in=second)
    with pytest.raises(Refusal, match="出席の記録"):
        office.do(commands.cancel_session, second, "大雪のため")


@pytest.mark.parametrize("day", [None, date(2027, 1, 1)])
def test_that_a_session_that_was_held_keeps_a_day_that_has_been(
    office: Office, day: date | None
) -> None:
    course, (trainee,) = planned(office, 1)
    first = office.sessions(course)[0]
    office.mark(first, trainee, Mark.PRESENT)
    office.do(commands.hold_session, first)
    with pytest.raises(Refusal) as refused:
        office.do(commands.change_session, first, SessionDraft(1, held_on=day))
    assert "held_on" in refused.value.fields
    office.do(commands.change_session, first, SessionDraft(1, held_on=DAYS[1]))


def test_that_an_application_with_attendance_is_not_removed(office: Office) -> None:
    course, (trainee,) = planned(office, 1)
    accepted = office.store.history()[0].id
    office.mark(office.sessions(course)[0], trainee, Mark.PRESENT)
    office.store.undo(accepted)
    with pytest.raises(Refusal, match="出欠の記録"):
        office.do(commands.remove_application, trainee)
    office.do(commands.accept, [trainee])
    office.do(commands.withdraw, trainee, DAYS[0])


def test_that_the_sign_of_issued_certificates_stays(office: Office) -> None:
    course, trainees = planned(office, 1)
    office.do(commands.confirm_completion, course, dict.fromkeys(trainees, True), DAYS[-1])
    office.do(commands.issue_certificates, course, DAYS[-1])
    kind = next(one for one in office.ask(queries.kinds) if one.draft.name == "養成研修")
    with pytest.raises(Refusal) as refused:
        office.do(commands.change_kind, kind.id, replace(kind.draft, sign="成"))
    assert "sign" in refused.value.fields
    office.do(commands.change_kind, kind.id, replace(kind.draft, capacity=50))


def test_that_who_holds_a_certificate_does_not_withdraw(office: Office) -> None:
    course, trainees = planned(office, 1)
    office.do(commands.confirm_completion, course, dict.fromkeys(trainees, True), DAYS[-1])
    confirmed = office.store.history()[0].id
    confirmed = next(
        one.id for one in office.store.history() if one.undoable and one.id <= confirmed
    )
    office.do(commands.issue_certificates, course, DAYS[-1])
    office.store.undo(confirmed)
    with pytest.raises(Refusal, match="修了証書"):
        office.do(commands.withdraw, trainees[0], DAYS[-1])


def test_that_a_course_is_renumbered_and_brought_back_in_any_order(office: Office) -> None:
    course, _ = planned(office, 1)
    second = office.sessions(course)[1]
    office.do(commands.remove_session, second)
    removed = next(one.id for one in office.store.history() if one.undoable)
    office.do(commands.add_session, course, SessionDraft(9, theme="追加"))
    with pytest.raises(Refusal):
        office.store.undo(removed)
    office.store.undo()
    office.store.undo(removed)
    assert [one.draft.number for one in office.ask(queries.sessions, course)] == [1, 2, 3, 4, 5]


def test_that_a_course_brought_back_by_undo_does_not_stand_twice(office: Office) -> None:
    course = office.course()
    office.store.do("ごみ箱へ", commands.bin_course, course)
    binned = office.store.history()[0].id
    office.course()
    office.store.undo(binned)
    draft = CourseDraft(kind_id=office.kind("養成研修"), fiscal_year=2026)
    with pytest.raises(Refusal, match="第1クール"):
        office.do(commands.open_course, draft)
    assert office.ask(queries.course, course).deleted_at is None


def test_that_an_application_removed_and_made_again_is_there_once(office: Office) -> None:
    course = office.course()
    (person,) = office.people(1)
    (first,) = office.apply(course, [person])
    office.store.do("削除", commands.remove_application, first)
    removed = office.store.history()[0].id
    office.apply(course, [person])
    with pytest.raises(Refusal):
        office.store.undo(removed)
    with pytest.raises(Refusal, match="すでに申し込んで"):
        office.do(commands.apply_for, course, person, ApplicationDraft(applied_on=DAY))
