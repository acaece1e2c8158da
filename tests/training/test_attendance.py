from __future__ import annotations

from datetime import date

import pytest

from app.kernel.errors import Refusal
from app.training import commands, queries
from app.training.completion import Mark, SessionId
from app.training.course import (
    CourseId,
    CourseStatus,
    EnrollmentId,
    EnrollmentStatus,
    SessionStatus,
    SheetOrder,
)
from tests.training.office import DAY, Office, draft

DAYS = [date(2026, 7, day) for day in (1, 8, 15, 22, 29)]


@pytest.fixture
def course(office: Office) -> CourseId:
    key = office.course()
    office.plan(key, *DAYS)
    return key


@pytest.fixture
def trainees(office: Office, course: CourseId) -> list[EnrollmentId]:
    return office.trainees(course, 4)


@pytest.fixture
def sessions(office: Office, course: CourseId) -> list[SessionId]:
    return office.sessions(course)


def cell(office: Office, course: CourseId, enrollment: EnrollmentId, place: int) -> queries.Cell:
    taken = office.ask(queries.sheet, course)
    return next(row for row in taken.rows if row.enrollment == enrollment).cells[place]


def test_that_one_key_marks_the_blank_and_leaves_what_is_there(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    office.do(commands.plan_absence, trainees[0], sessions[0], Mark.EXCUSED, "通院")
    office.mark(sessions[0], trainees[1], Mark.LATE)
    office.do(commands.withdraw, trainees[2], DAY)
    assert office.do(commands.mark_all_present, sessions[0]) == 1
    assert office.do(commands.mark_all_present, sessions[0]) == 0
    signs = [cell(office, course, key, 0).sign for key in trainees]
    assert signs == ["公", "△", "", "○"]
    summary = office.ask(queries.session_summary, sessions[0])
    assert (summary.expected, summary.came, summary.excused, summary.unmarked) == (3, 2, 1, 0)
    assert (summary.told_ahead, summary.late, summary.present) == (1, 1, 1)
    assert queries.summary_of(office.ask(queries.sheet, course), sessions[0]) == summary


def test_that_a_reason_stays_while_the_mark_can_have_one(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    one = trainees[0]
    office.do(commands.plan_absence, one, sessions[0], Mark.ABSENT, " 通院 ")
    assert cell(office, course, one, 0).planned
    office.mark(sessions[0], one, Mark.EXCUSED)
    assert (cell(office, course, one, 0).planned, cell(office, course, one, 0).reason) == (
        True,
        "通院",
    )
    office.mark(sessions[0], one, Mark.LATE)
    assert not cell(office, course, one, 0).planned
    office.do(commands.set_reason, sessions[0], one, "バスの遅れ")
    office.mark(sessions[0], one, Mark.PRESENT)
    assert cell(office, course, one, 0).reason == ""
    with pytest.raises(Refusal, match="「出席」には理由"):
        office.do(commands.set_reason, sessions[0], one, "寝坊")
    office.do(commands.clear_mark, sessions[0], one)
    assert cell(office, course, one, 0).mark is None
    with pytest.raises(Refusal, match="まだ出欠が入力されていません"):
        office.do(commands.clear_mark, sessions[0], one)


def test_that_an_absence_told_ahead_does_not_undo_a_presence(
    office: Office, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    office.mark(sessions[0], trainees[0], Mark.PRESENT)
    with pytest.raises(Refusal, match="すでに「出席」"):
        office.do(commands.plan_absence, trainees[0], sessions[0])
    with pytest.raises(Refusal, match="「欠席」か「公欠」"):
        office.do(commands.plan_absence, trainees[1], sessions[0], Mark.LATE)


def test_that_only_trainees_are_marked(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    (applicant,) = office.apply(course, office.people(1))
    with pytest.raises(Refusal, match="「受付」のため"):
        office.mark(sessions[0], applicant, Mark.PRESENT)
    (stranger,) = office.trainees(office.course("出前講座"), 1)
    with pytest.raises(Refusal, match="この講座の申込ではない"):
        office.mark(sessions[0], stranger, Mark.PRESENT)
    office.do(commands.withdraw, trainees[0], DAYS[1])
    office.mark(sessions[1], trainees[0], Mark.PRESENT)
    with pytest.raises(Refusal, match="第3回より前に途中辞退"):
        office.mark(sessions[2], trainees[0], Mark.PRESENT)
    assert [one.struck for one in _row(office, course, trainees[0]).cells] == [
        False,
        False,
        True,
        True,
        True,
    ]


def _row(office: Office, course: CourseId, key: EnrollmentId) -> queries.SheetRow:
    return next(row for row in office.ask(queries.sheet, course).rows if row.enrollment == key)


def test_that_a_cancelled_session_takes_no_marks(
    office: Office, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    office.do(commands.cancel_session, sessions[3], "大雪")
    with pytest.raises(Refusal, match="中止のため"):
        office.mark(sessions[3], trainees[0], Mark.PRESENT)
    with pytest.raises(Refusal, match="中止です"):
        office.do(commands.hold_session, sessions[3])


def test_that_a_make_up_says_when_and_who_confirmed_it(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    one = trainees[0]
    office.mark(sessions[0], one, Mark.ABSENT)
    with pytest.raises(Refusal) as refused:
        office.do(commands.make_up, one, sessions[0], confirmed_by=" ")
    assert set(refused.value.fields) == {"made_up_on", "confirmed_by"}
    with pytest.raises(Refusal) as refused:
        office.do(
            commands.make_up, one, sessions[0], confirmed_by="主任", made_up_on=date(2099, 1, 1)
        )
    assert set(refused.value.fields) == {"made_up_on"}
    office.do(commands.make_up, one, sessions[0], confirmed_by="主任", made_up_in=sessions[1])
    made_up = cell(office, course, one, 0)
    assert (made_up.sign, made_up.made_up_in, made_up.made_up_on, made_up.confirmed_by) == (
        "補",
        sessions[1],
        DAYS[1],
        "主任",
    )
    assert _row(office, course, one).standing.attended == 1
    office.mark(sessions[0], one, Mark.ABSENT)
    assert cell(office, course, one, 0).confirmed_by == ""


def test_that_a_make_up_is_refused_where_it_makes_no_sense(
    office: Office, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    one = trainees[0]
    with pytest.raises(Refusal, match="「補講」（M）"):
        office.mark(sessions[0], one, Mark.MADE_UP)
    for other in (sessions[0], SessionId(999)):
        with pytest.raises(Refusal) as refused:
            office.do(commands.make_up, one, sessions[0], confirmed_by="主任", made_up_in=other)
        assert set(refused.value.fields) == {"made_up_in"}
    office.mark(sessions[0], one, Mark.PRESENT)
    with pytest.raises(Refusal, match="出席しているため"):
        office.do(commands.make_up, one, sessions[0], confirmed_by="主任", made_up_on=DAYS[1])


def test_that_a_course_without_make_ups_takes_none(office: Office) -> None:
    course = office.course(make_up_allowed=False)
    (one,) = office.trainees(course, 1)
    with pytest.raises(Refusal, match="補講を認めない"):
        office.do(
            commands.make_up, one, office.sessions(course)[0], confirmed_by="主任", made_up_on=DAY
        )


def test_that_a_session_others_made_up_in_is_not_removed(
    office: Office, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    office.do(
        commands.make_up, trainees[0], sessions[0], confirmed_by="主任", made_up_in=sessions[1]
    )
    with pytest.raises(Refusal, match="第2回"):
        office.do(commands.remove_session, sessions[1])


def test_that_a_walk_in_is_accepted_and_present_in_one_step(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    key = office.do(commands.add_walk_in, course, sessions[2], draft(6))
    row = _row(office, course, key)
    assert (row.walk_in, row.number, row.cells[2].sign) == (True, len(trainees) + 1, "○")
    with pytest.raises(Refusal, match="すでに受講者の名簿"):
        office.do(commands.add_walk_in, course, sessions[2], row.person)


def test_that_who_had_applied_walks_in_with_that_application(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    (person,) = office.people(1)
    (waiting,) = office.apply(course, [person])
    office.do(commands.decline, waiting)
    assert office.do(commands.add_walk_in, course, sessions[0], person) == waiting
    assert _row(office, course, waiting).status is EnrollmentStatus.ACCEPTED


def test_that_a_walk_in_minds_capacity_and_course(office: Office) -> None:
    full = office.course(capacity=1)
    office.trainees(full, 1)
    first = office.sessions(full)[0]
    with pytest.raises(Refusal, match="定員1名"):
        office.do(commands.add_walk_in, full, first, draft(5))
    office.do(commands.add_walk_in, full, first, draft(5), over_capacity=True)
    (person,) = office.people(1)
    office.apply(full, [person])
    office.do(commands.add_walk_in, full, first, person, over_capacity=True)
    with pytest.raises(Refusal, match="別の講座"):
        office.do(commands.add_walk_in, office.course("出前講座"), first, draft(6))


def test_that_a_session_with_blanks_is_not_closed_unless_told(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    office.mark(sessions[0], trainees[0], Mark.PRESENT)
    with pytest.raises(Refusal, match="3名の出欠がまだ"):
        office.do(commands.hold_session, sessions[0])
    office.do(commands.hold_session, sessions[0], leave_blanks=True)
    card = office.ask(queries.course, course)
    assert card.sessions[0].status is SessionStatus.HELD
    assert card.draft.status is CourseStatus.RUNNING
    assert _row(office, course, trainees[1]).standing.open == 4
    office.do(commands.restore_session, sessions[0])
    assert _row(office, course, trainees[1]).standing.open == 5


def test_that_a_session_is_not_closed_before_its_day(office: Office) -> None:
    course = office.course()
    first = office.sessions(course)[0]
    with pytest.raises(Refusal) as refused:
        office.do(commands.hold_session, first)
    assert "held_on" in refused.value.fields
    office.plan(course, date(2099, 6, 1))
    with pytest.raises(Refusal, match="まだ来ていません"):
        office.do(commands.hold_session, first)


def test_that_the_warning_comes_with_the_second_absence(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    for one in sessions[:2]:
        office.mark(one, trainees[0], Mark.ABSENT)
    office.mark(sessions[0], trainees[1], Mark.ABSENT)
    late, tight = sorted(office.ask(queries.at_risk, course), key=lambda risk: not risk.too_late)
    assert (late.enrollment, late.too_late) == (trainees[0], True)
    assert late.sentence.startswith("残り3回をすべて出席しても3回で")
    assert late.phone == "0138-22-0000"
    assert tight.enrollment == trainees[1]
    assert "もう休めません" in tight.sentence


def test_that_nobody_is_warned_before_anything_was_missed(
    office: Office, trainees: list[EnrollmentId]
) -> None:
    strict = office.course("出前講座")
    office.trainees(strict, 2)
    assert office.ask(queries.at_risk, strict) == ()


def test_that_absentees_are_listed_with_their_numbers(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    office.mark(sessions[0], trainees[0], Mark.ABSENT)
    office.mark(sessions[0], trainees[1], Mark.PRESENT)
    assert [one.enrollment for one in office.ask(queries.absentees, sessions[0])] == [trainees[0]]
    office.do(commands.hold_session, sessions[0], leave_blanks=True)
    away = office.ask(queries.absentees, sessions[0])
    assert {one.enrollment for one in away} == {trainees[0], trainees[2], trainees[3]}
    assert all(one.phone.startswith("0138-") for one in away)
    rows = {row.enrollment: row.row for row in office.ask(queries.sheet, course).rows}
    assert all(one.row == rows[one.enrollment] for one in away)


def test_that_the_sheet_has_one_order_and_its_row_numbers(office: Office) -> None:
    course = office.course()
    trainees = office.trainees(course, 8)
    kana = [row.kana for row in office.ask(queries.sheet, course).rows]
    assert kana == sorted(kana)
    for place, key in enumerate(trainees):
        row = office.ask(queries.application, key, DAY)
        change = row.draft.__class__(DAY, group_name=f"{10 - place}班" if place else "")
        office.do(commands.change_application, key, change)
    groups = [row.group for row in office.ask(queries.sheet, course, SheetOrder.GROUP).rows]
    assert groups == ["3班", "4班", "5班", "6班", "7班", "8班", "9班", ""]
    for order in SheetOrder:
        taken = office.ask(queries.sheet, course, order)
        assert [row.row for row in taken.rows] == list(range(1, 9))
        assert taken.description == f"受講決定者8名・{order.label}"
    numbers = [row.number for row in office.ask(queries.sheet, course, SheetOrder.NUMBER).rows]
    assert numbers == list(range(1, 9))


def test_that_the_sheet_leaves_out_who_was_not_accepted(
    office: Office, course: CourseId, trainees: list[EnrollmentId]
) -> None:
    extra = office.apply(course, office.people(2))
    office.do(commands.put_on_waiting, extra[:1])
    office.do(commands.decline, trainees[0])
    taken = office.ask(queries.sheet, course)
    assert [one.label for one in taken.sessions] == [f"第{n}回" for n in range(1, 6)]
    on_it = {row.enrollment for row in taken.rows}
    assert on_it == set(trainees[1:])


def test_that_sessions_of_a_week_come_with_their_counts(
    office: Office, course: CourseId, trainees: list[EnrollmentId], sessions: list[SessionId]
) -> None:
    office.mark(sessions[1], trainees[0], Mark.PRESENT)
    (one,) = office.ask(queries.sessions_between, date(2026, 7, 6), date(2026, 7, 12))
    assert (one.number, one.expected, one.marked) == (2, 4, 1)
    office.do(commands.bin_course, course)
    assert office.ask(queries.sessions_between, DAYS[0], DAYS[-1]) == ()
