from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.contacts.commands import change_person
from app.contacts.person import PersonDraft
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import CourseId, CourseStatus, EnrollmentId, EnrollmentStatus
from tests.training.office import Office

DAYS = [date(2026, 7, day) for day in (1, 8, 15, 22, 29)]
CLOSE = date(2026, 7, 29)
SIGNS = {"o": Mark.PRESENT, "x": Mark.ABSENT, "l": Mark.LATE}


def held_course(office: Office, *words: str, **changes: Any) -> tuple[CourseId, list[EnrollmentId]]:
    """Return a course whose trainees took its sessions as ``"oolxo"`` says, all held."""
    course = office.course(**changes)
    office.plan(course, *DAYS)
    trainees = office.trainees(course, len(words))
    for place, one in enumerate(office.sessions(course)):
        marks = {key: SIGNS[word[place]] for key, word in zip(trainees, words, strict=True)}
        office.store.do("出欠", commands.mark_attendance, one, marks)
        office.store.do("実施", commands.hold_session, one)
    return course, trainees


def decide(office: Office, course: CourseId) -> None:
    proposals = office.ask(queries.propose_completion, course)
    decisions = {one.enrollment: one.completes for one in proposals}
    office.do(commands.confirm_completion, course, decisions, CLOSE)


def test_that_completion_is_proposed_with_reasons_and_then_confirmed(office: Office) -> None:
    course, (good, tight, out) = held_course(office, "ooooo", "oolxo", "oxxoo")
    proposals = {one.enrollment: one for one in office.ask(queries.propose_completion, course)}
    assert [proposals[key].completes for key in (good, tight, out)] == [True, True, False]
    assert proposals[out].reasons == ("全5回のうち3回出席。修了に必要なのは4回です。",)
    assert all(one.decided is None for one in proposals.values())
    office.do(commands.confirm_completion, course, {good: True, tight: True, out: True}, CLOSE)
    row = office.ask(queries.application, out, CLOSE)
    assert row.status is EnrollmentStatus.COMPLETED
    assert row.status_reason.endswith("（提案と異なる判断）")
    office.do(commands.confirm_completion, course, {out: False}, CLOSE)
    proposals = {one.enrollment: one for one in office.ask(queries.propose_completion, course)}
    assert [proposals[key].decided for key in (good, tight, out)] == [True, True, False]


def test_that_a_made_up_session_is_told_in_the_reasons(office: Office) -> None:
    course, (one,) = held_course(office, "oooxx")
    missed = office.sessions(course)[3]
    office.do(commands.make_up, one, missed, confirmed_by="主任", made_up_on=CLOSE)
    (proposal,) = office.ask(queries.propose_completion, course)
    assert proposal.completes
    assert "4回出席（うち補講1回）" in proposal.reasons[0]


def test_that_who_left_is_neither_proposed_nor_decided(office: Office) -> None:
    course, (stays, leaves) = held_course(office, "ooooo", "ooxxx")
    office.do(commands.withdraw, leaves, DAYS[1])
    assert [one.enrollment for one in office.ask(queries.propose_completion, course)] == [stays]
    with pytest.raises(Refusal, match="「途中辞退」のため"):
        office.do(commands.confirm_completion, course, {leaves: True}, CLOSE)


def test_that_certificates_are_numbered_on_and_never_twice(office: Office) -> None:
    course, (first, second, out) = held_course(office, "ooooo", "ooooo", "oxxxo")
    with pytest.raises(Refusal, match="「修了を確定」"):
        office.do(commands.issue_certificates, course, CLOSE)
    decide(office, course)
    issued = office.do(commands.issue_certificates, course, CLOSE, [first])
    assert (len(issued.certificates), issued.skipped) == (1, ())
    issued = office.do(commands.issue_certificates, course, CLOSE)
    assert (len(issued.certificates), issued.skipped) == (1, ("さとう試　0号",))
    assert [one.number for one in office.ask(queries.certificates, course)] == [
        "令8養-0001",
        "令8養-0002",
    ]
    with pytest.raises(Refusal, match="修了していないため"):
        office.do(commands.issue_certificates, course, CLOSE, [second, out])
    with pytest.raises(Refusal, match="修了証書を交付しています"):
        office.do(commands.confirm_completion, course, {first: False}, CLOSE)


def test_that_the_serial_counts_on_within_year_and_kind(office: Office) -> None:
    for term, year in ((1, 2026), (2, 2026), (1, 2027)):
        course, _ = held_course(office, "ooooo", term=term, fiscal_year=year)
        decide(office, course)
        office.do(commands.issue_certificates, course, CLOSE)
    of_year = office.ask(queries.register, FiscalYear(2026))
    assert [one.number for one in of_year] == ["令8養-0001", "令8養-0002"]
    (next_year,) = office.ask(queries.register, FiscalYear(2027), office.kind("養成研修"))
    assert next_year.number == "令9養-0001"
    assert office.ask(queries.register, FiscalYear(2026), office.kind("出前講座")) == ()


def test_that_certificates_of_one_issue_are_in_kana_order(office: Office) -> None:
    course, _ = held_course(office, "ooooo", "ooooo", "ooooo")
    decide(office, course)
    office.do(commands.issue_certificates, course, CLOSE)
    names = [one.name for one in office.ask(queries.certificates, course)]
    assert names == ["あべ試　1号", "さとう試　0号", "わたなべ試　2号"]


def test_that_a_reissue_keeps_number_and_day_and_takes_the_new_name(office: Office) -> None:
    course, _ = held_course(office, "ooooo")
    decide(office, course)
    office.do(commands.issue_certificates, course, CLOSE)
    (row,) = office.ask(queries.certificates, course)
    with pytest.raises(Refusal) as refused:
        office.do(commands.reissue_certificate, row.id, date(2026, 1, 1), " ")
    assert set(refused.value.fields) == {"on", "reason"}
    office.do(change_person, row.person, PersonDraft(family_name="髙﨑", given_name="試"))
    office.do(commands.reissue_certificate, row.id, date(2027, 3, 3), "紛失のため")
    (again,) = office.ask(queries.certificates, course)
    assert (again.number, again.issued_on, again.name) == (row.number, CLOSE, row.name)
    assert [(one.name, one.reason) for one in again.reissues] == [("髙﨑　試", "紛失のため")]
    with pytest.raises(Refusal, match="交付台帳にありません"):
        office.do(commands.reissue_certificate, 999, CLOSE, "紛失")


def test_that_a_course_is_finished_when_all_is_decided(office: Office) -> None:
    course, trainees = held_course(office, "ooooo", "oxxxo")
    with pytest.raises(Refusal, match="受講者が2名"):
        office.do(commands.finish_course, course)
    with pytest.raises(Refusal, match="終了した講座だけ"):
        office.do(commands.mark_reported, course)
    decide(office, course)
    office.do(commands.restore_session, office.sessions(course)[2])
    with pytest.raises(Refusal, match="第3回がまだ"):
        office.do(commands.finish_course, course)
    office.do(commands.hold_session, office.sessions(course)[2])
    office.do(commands.finish_course, course)
    with pytest.raises(Refusal, match="終了です"):
        office.mark(office.sessions(course)[0], trainees[0], Mark.ABSENT)
    assert office.do(commands.issue_certificates, course, CLOSE).certificates
    office.do(commands.mark_reported, course)
    assert office.ask(queries.course, course).draft.status is CourseStatus.REPORTED
    office.do(commands.reopen, course)
    with pytest.raises(Refusal, match="終了していません"):
        office.do(commands.reopen, course)


def test_that_a_person_shows_the_courses_they_took(office: Office) -> None:
    course, (one,) = held_course(office, "ooooo")
    decide(office, course)
    office.do(commands.issue_certificates, course, CLOSE)
    person = office.ask(queries.application, one, CLOSE).person.id
    (taken,) = office.ask(queries.trainings_of, person)
    assert (taken.status, taken.certificate) == (EnrollmentStatus.COMPLETED, "令8養-0001")
    office.do(commands.bin_course, course)
    assert office.ask(queries.trainings_of, person) == ()
    assert office.ask(queries.completed_kinds, person) == frozenset()
