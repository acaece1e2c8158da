from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import (
    CourseDraft,
    CourseStatus,
    KindDraft,
    SessionDraft,
    SessionStatus,
)
from tests.training.office import DAY, Office

JULY = [date(2026, 7, day) for day in (1, 8, 15, 22, 29)]
R8 = FiscalYear(2026)


def test_that_the_kinds_are_seeded_once_with_their_rules(office: Office) -> None:
    office.do(commands.seed_kinds)
    basic, step_up, *others = office.ask(queries.kinds)
    assert [
        (k.draft.capacity, k.draft.sessions, k.draft.minimum_attended) for k in (basic, step_up)
    ] == [
        (40, 5, 4),
        (30, 6, 5),
    ]
    assert (basic.draft.sign, step_up.draft.sign) == ("養", "ス")
    assert step_up.draft.requires_kind_id == basic.id
    assert [kind.draft.name for kind in others] == [
        "フォローアップ研修",
        "出前講座",
        "第2層SC勉強会",
    ]


def test_that_a_kind_can_be_added_and_changed(office: Office) -> None:
    key = office.do(commands.add_kind, KindDraft("傾聴講座", sign="聴"))
    office.do(commands.change_kind, key, KindDraft("傾聴講座", sign="聴", capacity=12))
    kind = office.ask(queries.kinds)[-1]
    assert (kind.draft.title, kind.draft.capacity) == ("傾聴講座", 12)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (KindDraft("養成研修"), "name"),
        (KindDraft("別の研修", sign="養"), "sign"),
        (KindDraft(" "), "name"),
    ],
)
def test_that_kinds_do_not_share_name_or_sign(office: Office, draft: KindDraft, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        office.do(commands.add_kind, draft)
    assert set(refused.value.fields) == {field}


def test_that_a_kind_cannot_ask_for_itself(office: Office) -> None:
    key = office.kind("養成研修")
    with pytest.raises(Refusal) as refused:
        office.do(commands.change_kind, key, KindDraft("養成研修", requires_kind_id=key))
    assert set(refused.value.fields) == {"requires_kind_id"}


def test_that_an_opened_course_takes_its_blanks_from_the_kind(office: Office) -> None:
    key = office.do(commands.open_course, CourseDraft(office.kind("ステップアップ研修"), 2026))
    card = office.ask(queries.course, key)
    assert card.draft.title == "令和8年度 函館市くらしのサポーターステップアップ研修"
    assert (card.draft.capacity, card.draft.minimum_attended) == (30, 5)
    assert [one.label for one in card.sessions] == [f"第{n}回" for n in range(1, 7)]
    assert card.requires == "養成研修"
    assert card.counts.free == 30


def test_that_what_the_draft_says_is_kept(office: Office) -> None:
    key = office.course(capacity=3, planned_sessions=2, minimum_attended=1, title="春の講座")
    card = office.ask(queries.course, key)
    assert (card.draft.title, card.draft.capacity, len(card.sessions)) == ("春の講座", 3, 2)


def test_that_a_kind_has_one_course_a_term(office: Office) -> None:
    office.course()
    with pytest.raises(Refusal) as refused:
        office.course()
    assert "第1クール" in refused.value.fields["term"]
    offered = office.ask(queries.draft_for, office.kind("養成研修"), R8)
    assert offered.term == 2
    assert offered.title.endswith("養成研修（第2クール）")
    office.do(commands.open_course, offered)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"capacity": 0}, "capacity"),
        ({"planned_sessions": 3, "minimum_attended": 4}, "minimum_attended"),
        ({"status": CourseStatus.FINISHED}, "status"),
        ({"kind_id": 999}, "kind_id"),
        ({"requires_kind_id": 999}, "requires_kind_id"),
    ],
)
def test_that_impossible_courses_are_refused_by_field(
    office: Office, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        office.course(**changes)
    assert field in refused.value.fields
    assert office.ask(queries.CourseListing().keys) == []


def test_that_changing_the_number_of_sessions_adds_and_removes_them(office: Office) -> None:
    key = office.course()
    draft = office.ask(queries.course, key).draft
    office.do(commands.change_course, key, replace(draft, planned_sessions=7))
    assert len(office.sessions(key)) == 7
    office.do(commands.change_course, key, replace(draft, planned_sessions=4))
    assert len(office.sessions(key)) == 4


def test_that_the_entry_rule_can_be_set_and_lifted(office: Office) -> None:
    basic = office.kind("養成研修")
    key = office.course("フォローアップ研修", requires_kind_id=basic)
    card = office.ask(queries.course, key)
    assert card.requires == "養成研修"
    office.do(commands.change_course, key, replace(card.draft, requires_kind_id=None))
    assert office.ask(queries.course, key).requires == ""


def test_that_sessions_with_attendance_are_not_taken_away(office: Office) -> None:
    key = office.course()
    (trainee,) = office.trainees(key, 1)
    office.mark(office.sessions(key)[4], trainee, Mark.PRESENT)
    draft = office.ask(queries.course, key).draft
    with pytest.raises(Refusal, match="第5回"):
        office.do(commands.change_course, key, replace(draft, planned_sessions=4))
    assert len(office.sessions(key)) == 5


def test_that_a_copy_keeps_the_plan_and_drops_the_days(office: Office) -> None:
    key = office.course()
    office.plan(key, *JULY)
    first = office.sessions(key)[0]
    theme = SessionDraft(
        1, held_on=JULY[0], theme="助け合いのまち", starts_at=time(10), required=True
    )
    office.do(commands.change_session, first, theme)
    copy = office.do(commands.copy_course, key, 2027)
    card = office.ask(queries.course, copy)
    assert card.draft.title == "令和9年度 函館市くらしのサポーター養成研修"
    assert card.sessions[0].draft == replace(theme, held_on=None)
    assert card.draft.status is CourseStatus.PLANNING
    second = office.do(commands.copy_course, key, 2026)
    assert office.ask(queries.course, second).draft.title.endswith("（第2クール）")


def test_that_a_copy_keeps_a_title_of_its_own(office: Office) -> None:
    key = office.course(title="令和8年度 西部地区の集い")
    copy = office.do(commands.copy_course, key, 2027)
    assert office.ask(queries.course, copy).draft.title == "令和9年度 西部地区の集い"


def test_that_a_binned_course_leaves_the_list_and_comes_back(office: Office) -> None:
    key = office.course()
    office.do(commands.bin_course, key)
    assert office.ask(queries.CourseListing(R8).keys) == []
    assert office.ask(queries.CourseListing(binned=True).keys) == [key]
    with pytest.raises(Refusal, match="ごみ箱"):
        office.do(commands.plan_sessions, key, JULY)
    office.do(commands.restore_course, key)
    assert office.ask(queries.CourseListing(R8).keys) == [key]
    with pytest.raises(Refusal, match="ごみ箱にありません"):
        office.do(commands.restore_course, key)


def test_that_a_course_whose_term_was_taken_stays_in_the_bin(office: Office) -> None:
    key = office.course()
    office.do(commands.bin_course, key)
    office.course()
    with pytest.raises(Refusal, match="第1クール"):
        office.do(commands.restore_course, key)


def test_that_sessions_are_planned_in_order(office: Office) -> None:
    key = office.course()
    office.do(commands.plan_sessions, key, JULY, time(10), time(12))
    assert [one.draft.held_on for one in office.ask(queries.sessions, key)] == JULY
    with pytest.raises(Refusal, match="6日分"):
        office.do(commands.plan_sessions, key, [*JULY, DAY])
    with pytest.raises(Refusal, match="前後"):
        office.do(commands.plan_sessions, key, JULY[::-1])


def test_that_a_session_is_postponed_for_snow_and_put_back(office: Office) -> None:
    key = office.course()
    office.plan(key, *JULY)
    third = office.sessions(key)[2]
    office.do(commands.postpone_session, third, date(2026, 8, 5), "大雪のため")
    card = office.ask(queries.sessions, key)[2]
    assert (card.status, card.first_planned_on) == (SessionStatus.POSTPONED, JULY[2])
    office.do(commands.postpone_session, third, None, "会場の都合")
    office.do(commands.restore_session, third)
    card = office.ask(queries.sessions, key)[2]
    assert (card.status, card.draft.held_on, card.change_reason) == (
        SessionStatus.PLANNED,
        JULY[2],
        "",
    )
    with pytest.raises(Refusal, match="予定どおり"):
        office.do(commands.restore_session, third)


def test_that_a_cancelled_session_that_had_been_moved_stays_moved(office: Office) -> None:
    key = office.course()
    office.plan(key, *JULY)
    third = office.sessions(key)[2]
    office.do(commands.postpone_session, third, date(2026, 8, 5), "大雪のため")
    office.do(commands.cancel_session, third, "会場閉鎖")
    with pytest.raises(Refusal, match="すでに中止"):
        office.do(commands.cancel_session, third, "会場閉鎖")
    office.do(commands.restore_session, third)
    card = office.ask(queries.sessions, key)[2]
    assert (card.status, card.draft.held_on) == (SessionStatus.POSTPONED, date(2026, 8, 5))


def test_that_moving_or_cancelling_asks_for_a_reason_and_a_new_day(office: Office) -> None:
    key = office.course()
    office.plan(key, *JULY)
    first = office.sessions(key)[0]
    with pytest.raises(Refusal) as refused:
        office.do(commands.cancel_session, first, " ")
    assert "reason" in refused.value.fields
    with pytest.raises(Refusal) as refused:
        office.do(commands.postpone_session, first, JULY[0], "大雪")
    assert "held_on" in refused.value.fields


def test_that_a_session_people_came_to_is_not_cancelled(office: Office) -> None:
    key = office.course()
    (trainee,) = office.trainees(key, 1)
    first = office.sessions(key)[0]
    office.mark(first, trainee, Mark.LATE)
    with pytest.raises(Refusal, match="中止にできません"):
        office.do(commands.cancel_session, first, "大雪")


def test_that_removing_a_session_closes_the_gap(office: Office) -> None:
    key = office.course(minimum_attended=5)
    sessions = office.sessions(key)
    office.do(commands.remove_session, sessions[1])
    cards = office.ask(queries.sessions, key)
    assert [(card.id, card.number) for card in cards] == [
        (sessions[0], 1),
        (sessions[2], 2),
        (sessions[3], 3),
        (sessions[4], 4),
    ]
    draft = office.ask(queries.course, key).draft
    assert (draft.planned_sessions, draft.minimum_attended) == (4, 4)
    office.do(commands.add_session, key, SessionDraft(99, theme="補講日"))
    assert office.ask(queries.sessions, key)[-1].number == 5


def test_that_the_last_session_stays(office: Office) -> None:
    key = office.course("出前講座")
    with pytest.raises(Refusal, match="1回以上"):
        office.do(commands.remove_session, office.sessions(key)[0])


def test_that_a_session_does_not_end_before_it_begins(office: Office) -> None:
    key = office.course()
    wrong = SessionDraft(1, starts_at=time(12), ends_at=time(10))
    with pytest.raises(Refusal) as refused:
        office.do(commands.change_session, office.sessions(key)[0], wrong)
    assert set(refused.value.fields) == {"ends_at"}


def test_that_the_list_counts_and_says_its_filter(office: Office) -> None:
    key = office.course(capacity=2)
    office.course("出前講座", title="町会の出前講座")
    office.plan(key, *JULY)
    office.apply(key, office.people(3))
    listing = queries.CourseListing(R8, office.kind("養成研修"), "養成")
    (row,) = office.ask(lambda s: listing.rows(s, listing.keys(s))).values()
    assert (row.applicants, row.accepted, row.sessions, row.held) == (3, 0, 5, 0)
    assert (row.first_day, row.last_day) == (JULY[0], JULY[-1])
    assert office.ask(listing.description) == "令和8年度・養成研修・「養成」を含む"
    assert office.ask(queries.CourseListing(binned=True).description) == "全年度・全種別・ごみ箱"
    assert office.ask(queries.CourseListing(FiscalYear(2025)).keys) == []
    assert "course_session" in listing.tables
    assert office.ask(queries.course, key).year == R8


def test_that_unknown_rows_are_refused_in_words(office: Office) -> None:
    for command, *rest in (
        (commands.bin_course,),
        (commands.remove_session,),
        (commands.decline,),
        (commands.restore_course,),
    ):
        with pytest.raises(Refusal):
            office.do(command, 999, *rest)
    for query in (queries.course, queries.sheet, queries.session_summary, queries.absentees):
        with pytest.raises(Refusal):
            office.ask(query, 999)
    with pytest.raises(Refusal):
        office.ask(queries.draft_for, 999, R8)
