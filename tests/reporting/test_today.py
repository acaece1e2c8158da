from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.contacts import commands as contacts
from app.contacts import queries as people
from app.contacts.organisation import AffiliationDraft, OrganisationDraft
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft, PersonId
from app.office import commands as masters
from app.office.masters import DistrictDraft, TownDraft
from app.reporting.today import backup_state, gather, is_new
from app.reporting.today_line import Line, Matter
from app.storage.store import Store
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import CourseId, CourseStatus
from tests.conftest import Clock
from tests.training.office import DAY, Office

FIRST = date(2026, 6, 3)
DAYS = tuple(FIRST + timedelta(weeks=week) for week in range(5))


@pytest.fixture
def office(store: Store, clock: Clock) -> Office:
    clock.now = datetime(2026, 8, 1, 9)
    store.do("種別", commands.seed_kinds)
    return Office(store)


def lines(office: Office, today: date, matter: Matter) -> list[Line]:
    return [line for line in office.ask(gather, today) if line.matter is matter]


def running(office: Office, trainees: int = 3) -> CourseId:
    course = office.course(status=CourseStatus.RUNNING, capacity=trainees, venue="会議室")
    office.plan(course, *DAYS)
    office.trainees(course, trainees)
    return course


def consent_of_all(office: Office, course: CourseId) -> None:
    given = ConsentDraft(ConsentItem.PURPOSE, DAY)
    for row in office.ask(queries.sheet, course).rows:
        office.store.do("同意", contacts.give_consent, row.person, given)


def hold(office: Office, course: CourseId, absent: int = 0) -> None:
    """Hold every session; the first so many trainees never come."""
    rows = office.ask(queries.sheet, course).rows
    marks = {
        row.enrollment: Mark.ABSENT if number < absent else Mark.PRESENT
        for number, row in enumerate(rows)
    }
    for session in office.sessions(course):
        office.store.do("出欠", commands.mark_attendance, session, marks)
        office.store.do("実施", commands.hold_session, session)


def test_that_a_new_office_has_nothing_to_do(office: Office) -> None:
    assert office.ask(is_new, FIRST)
    assert office.ask(gather, FIRST) == ()
    office.people(1)
    assert not office.ask(is_new, FIRST)


def test_that_the_sessions_of_today_and_of_the_week_are_told(office: Office) -> None:
    course = running(office)
    (today,) = lines(office, FIRST, Matter.TODAY)
    first, _second, *_ = office.sessions(course)
    assert (today.place, today.kind, today.key, today.urgent) == (
        "training",
        "session",
        first,
        True,
    )
    assert today.sentence.startswith("今日　第1回")
    assert "第1回" in today.sentence
    assert today.detail == "会議室　3名"
    assert lines(office, FIRST, Matter.WEEK) == []
    assert len(lines(office, FIRST + timedelta(days=1), Matter.WEEK)) == 1


def test_that_a_session_on_a_holiday_says_so_and_one_called_off_is_not_told(
    office: Office,
) -> None:
    course = office.course()
    office.plan(course, date(2026, 7, 20), date(2026, 7, 22))
    first, second = office.sessions(course)[:2]
    office.store.do("中止", commands.cancel_session, second, "大雪")
    told = lines(office, date(2026, 7, 18), Matter.WEEK)
    assert [line.key for line in told] == [first]
    assert told[0].detail.startswith("祝日（海の日）")


def test_that_a_session_with_blank_marks_is_told_until_it_is_held(office: Office) -> None:
    course = running(office)
    first = office.sessions(course)[0]
    later = FIRST + timedelta(days=1)
    assert lines(office, FIRST, Matter.UNMARKED) == []
    (line,) = lines(office, later, Matter.UNMARKED)
    assert "3名分" in line.sentence
    assert (line.kind, line.key) == ("session", first)
    office.store.do("出欠", commands.mark_all_present, first)
    (line,) = lines(office, later, Matter.UNMARKED)
    assert "「実施」にしていません" in line.sentence
    office.store.do("実施", commands.hold_session, first)
    assert lines(office, later, Matter.UNMARKED) == []


def test_that_recruiting_that_ends_soon_is_told_and_what_is_past_is_urgent(
    office: Office,
) -> None:
    office.course(recruit_to=FIRST, status=CourseStatus.RECRUITING)
    assert lines(office, FIRST - timedelta(days=15), Matter.RECRUITING) == []
    (line,) = lines(office, FIRST - timedelta(days=5), Matter.RECRUITING)
    assert "あと5日" in line.sentence
    assert "今日まで" in lines(office, FIRST, Matter.RECRUITING)[0].sentence
    (line,) = lines(office, FIRST + timedelta(days=1), Matter.RECRUITING)
    assert line.urgent


def test_that_an_application_is_told_when_it_has_waited_a_week(office: Office) -> None:
    course = office.course()
    office.apply(course, office.people(2))
    assert lines(office, DAY + timedelta(days=6), Matter.RECRUITING) == []
    (line,) = lines(office, DAY + timedelta(days=7), Matter.RECRUITING)
    assert "2件" in line.sentence
    assert (line.kind, line.key) == ("course", course)


def test_that_a_free_place_is_told_while_somebody_waits(office: Office) -> None:
    course = office.course(capacity=1)
    taken, waits = office.apply(course, office.people(2))
    office.store.do("決定", commands.accept, [taken])
    office.store.do("待ち", commands.put_on_waiting, [waits])
    assert lines(office, DAY, Matter.RECRUITING) == []
    office.store.do("途中辞退", commands.withdraw, taken, DAY, "転居")
    (line,) = lines(office, DAY, Matter.RECRUITING)
    assert "空きが1名分" in line.sentence


def test_that_who_can_no_longer_complete_comes_first_with_their_number(office: Office) -> None:
    course = running(office)
    first, second = office.sessions(course)[:2]
    rows = office.ask(queries.sheet, course).rows
    one, two, three = (row.enrollment for row in rows)
    absent, present = Mark.ABSENT, Mark.PRESENT
    for session, marks in (
        (first, (absent, absent, present)),
        (second, (present, absent, present)),
    ):
        given = dict(zip((one, two, three), marks, strict=True))
        office.store.do("出欠", commands.mark_attendance, session, given)
        office.store.do("実施", commands.hold_session, session)
    told = lines(office, DAYS[1], Matter.AT_RISK)
    assert [line.key for line in told] == [rows[1].person, rows[0].person]
    assert [line.urgent for line in told] == [True, False]
    assert {(line.place, line.kind) for line in told} == {("contacts", "person")}
    assert "0138-22-" in told[0].detail


def test_that_a_course_is_followed_to_its_report(office: Office) -> None:
    course = running(office)
    hold(office, course, absent=1)
    after = DAYS[-1] + timedelta(days=1)
    (line,) = lines(office, after, Matter.CLOSING)
    assert "修了をまだ確定していません" in line.sentence
    proposed = office.ask(queries.propose_completion, course)
    decided = {one.enrollment: one.completes for one in proposed}
    office.store.do("確定", commands.confirm_completion, course, decided, DAYS[-1])
    (line,) = lines(office, after, Matter.CLOSING)
    assert "修了証書を2名分" in line.sentence
    office.store.do("交付", commands.issue_certificates, course, DAYS[-1])
    office.store.do("終了", commands.finish_course, course)
    (line,) = lines(office, after, Matter.CLOSING)
    assert (line.place, line.kind) == ("reporting", "document")
    assert line.key == f"course-report course={course}"
    office.store.do("報告済", commands.mark_reported, course)
    assert lines(office, after, Matter.CLOSING) == []


def test_that_nobody_is_asked_about_a_course_of_long_ago(office: Office) -> None:
    course = running(office)
    hold(office, course)
    assert lines(office, date(2028, 3, 31), Matter.CLOSING)[0].key == course
    assert lines(office, date(2028, 4, 1), Matter.CLOSING) == []


def test_that_a_missing_consent_is_told_until_it_is_given(office: Office) -> None:
    course = running(office)
    (line,) = lines(office, FIRST, Matter.PEOPLE)
    assert "3名" in line.sentence
    consent_of_all(office, course)
    assert lines(office, FIRST, Matter.PEOPLE) == []


def test_that_a_withdrawn_consent_is_none(office: Office) -> None:
    person = office.people(1)[0]
    item = ConsentItem.PURPOSE
    given = office.store.do("同意", contacts.give_consent, person, ConsentDraft(item, DAY)).result
    assert office.ask(people.without_consent, [person], item) == []
    office.store.do("撤回", contacts.withdraw_consent, given, DAY)
    assert office.ask(people.without_consent, [person], item) == [person]


def test_that_guessed_readings_are_told_by_name_and_the_rest_counted(office: Office) -> None:
    drafts = [
        PersonDraft(family_name=f"試{n}", family_kana="ため", kana_guessed=True) for n in range(7)
    ]
    added = office.store.do("人", contacts.add_people, drafts).result
    told = lines(office, FIRST, Matter.PEOPLE)
    assert len(told) == 6
    assert "ほかに2名" in told[-1].sentence
    sure = replace(drafts[0], kana_guessed=False)
    office.store.do("人", contacts.change_person, PersonId(added[0]), sure)
    assert "ほかに1名" in lines(office, FIRST, Matter.PEOPLE)[-1].sentence


def test_that_towns_without_a_district_are_counted(office: Office) -> None:
    towns = [TownDraft("赤川町", "あかがわちょう"), TownDraft("青柳町", "", "西部")]
    office.store.do("町名", masters.seed_masters, [DistrictDraft("西部")], towns)
    (line,) = lines(office, FIRST, Matter.MASTERS)
    assert "1件" in line.sentence
    assert line.detail == "赤川町"
    assert (line.place, line.kind, line.key) == ("settings", "section", "towns")


NOW = datetime(2026, 6, 3, 9)


@pytest.mark.parametrize(
    ("newest", "changed", "due", "said"),
    [
        (None, False, True, "まだありません"),
        (NOW.replace(hour=8), True, False, "6月3日08:00（今日）です"),
        (NOW - timedelta(days=1), False, False, "6月2日09:00（きのう）です"),
        (NOW - timedelta(days=6), True, False, "5月28日09:00（6日前）です"),
        (NOW - timedelta(days=7), True, True, "（7日前）です。そのあとに変更があります"),
        (NOW - timedelta(days=300), False, False, "2025年8月7日09:00（300日前）です。"),
    ],
)
def test_that_the_newest_backup_is_told(
    newest: datetime | None, changed: bool, due: bool, said: str
) -> None:
    state = backup_state(newest, NOW, changed=changed)
    assert state.due is due
    assert said in state.sentence


def test_that_terms_that_end_within_sixty_days_lead_to_their_organisation(office: Office) -> None:
    store, today = office.store, date(2028, 10, 2)
    council, club = store.do(
        "団体",
        contacts.add_organisations,
        [OrganisationDraft("見本民児協", kana="みほん"), OrganisationDraft("見本町会")],
    ).result
    last = date(2028, 11, 30)
    for number, person in enumerate(office.people(7)):
        where = council if number < 6 else club
        ends = last if number < 6 else today + timedelta(days=61)
        draft = AffiliationDraft("民生委員", date(2025, 12, 1), ends)
        store.do("所属", contacts.affiliate, person, where, draft)
    (line,) = lines(office, today, Matter.TERMS)
    assert line.sentence == "11月30日（木）で任期が終わります（あと59日）　見本民児協"
    assert line.detail.endswith("さん ほか1名")
    assert (line.place, line.kind, line.key) == ("contacts", "organisation", council)
    assert lines(office, last, Matter.TERMS)[0].sentence.endswith("（今日）　見本民児協")
    assert len(lines(office, today + timedelta(days=1), Matter.TERMS)) == 2
    assert lines(office, last + timedelta(days=3), Matter.TERMS) == []
