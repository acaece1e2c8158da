"""What is doubtful before a report is handed in, each with the place to put it right."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.council import commands as council
from app.council.council import CouncilDraft, Tier
from app.council.meeting import MeetingDraft
from app.daily_log import commands as daily_log
from app.kernel.holidays import holiday_name
from app.matching import commands as matching
from app.matching.match import MatchState
from app.reporting.checks import checks_before
from app.reporting.doubt import Doubt
from app.storage.store import Store
from app.submissions import commands as submissions
from app.submissions.submission import TextPart
from app.training import commands as training
from tests.conftest import Clock
from tests.daily_log.office import duty, seeded
from tests.matching.desk import Desk
from tests.reporting.reported_office import R8, entry
from tests.training.office import Office

OCTOBER = date(2026, 10, 1)
TODAY = date(2026, 11, 9)
REPORT = "monthly-report"


@pytest.fixture
def office(store: Store, clock: Clock) -> Store:
    """An office with entries on every working day of October but those of one week."""
    clock.now = datetime(2026, 11, 9, 9)
    seeded(store)
    days = [OCTOBER + timedelta(days=number) for number in range(31)]
    drafts = [
        entry(day, duty(store))
        for day in days
        if day.weekday() < 5 and not holiday_name(day) and not 19 <= day.day <= 23
    ]
    store.do("日報", daily_log.add_entries, drafts)
    return store


def doubts(store: Store, document: str = REPORT, month: int | None = 10) -> tuple[Doubt, ...]:
    return store.ask(checks_before, document, R8, month, TODAY)


def about(store: Store, place: str) -> list[Doubt]:
    return [one for one in doubts(store) if one.place == place]


def test_that_a_week_without_entries_is_told(office: Store) -> None:
    (gap,) = about(office, "log")
    assert gap.sentence == "10月19日（月）から10月23日（金）まで、日報の記録がありません。"
    assert (gap.kind, gap.key) == ("new", "2026-10-19")
    office.do("日報", daily_log.add_entry, entry(date(2026, 10, 21), duty(office)))
    assert about(office, "log") == []


def test_that_a_period_that_goes_on_is_told(office: Store) -> None:
    rest = "この期間は11月30日（月）まで続きます。いま提出すると、今日までの報告です。"
    assert doubts(office, month=11)[0].sentence == rest
    assert "3月31日" in doubts(office, "annual-report", None)[0].sentence


def test_that_texts_are_asked_for_until_they_are_written(office: Store) -> None:
    empty = about(office, "reporting")
    assert [one.key for one in empty] == ["problems", "proposals", "next"]
    for part in (TextPart.PROBLEMS, TextPart.PROPOSALS, TextPart.NEXT):
        office.do("文", submissions.set_report_text, REPORT, OCTOBER, part, "なし")
    assert about(office, "reporting") == []


def test_that_sessions_without_marks_and_meetings_left_behind_are_told(office: Store) -> None:
    office.do("種別", training.seed_kinds)
    built = Office(office)
    course = built.course()
    built.plan(course, date(2026, 10, 7), date(2026, 10, 14))
    built.trainees(course, 2)
    first, second, *_ = built.sessions(course)
    office.do("実施", training.hold_session, first, leave_blanks=True)
    key = office.do("協議体", council.add_council, CouncilDraft("協議体", Tier.FIRST)).result
    meeting = office.do("会議", council.add_meeting, MeetingDraft(key, date(2026, 10, 9))).result
    assert [(one.kind, one.key) for one in about(office, "training")] == [
        ("session", first), ("session", second),
    ]  # fmt: skip
    assert "2名分まだ" in about(office, "training")[0].sentence
    assert [(one.kind, one.key) for one in about(office, "council")] == [("meeting", meeting)]
    office.do("開催", council.hold_meeting, meeting)
    office.do("出席", training.mark_all_present, first)
    office.do("出席", training.mark_all_present, second)
    office.do("実施", training.hold_session, second)
    assert about(office, "council") == about(office, "training") == []
    assert "記録していない活動が3件あります（" in about(office, "log")[1].sentence


def test_that_undecided_matches_and_missing_slips_are_told(office: Store) -> None:
    desk = Desk(office)
    desk.masters()
    request = desk.request(people_wanted=2)
    helper = desk.supporter(1)
    asked = {"request": request, "on": date(2026, 10, 1)}
    (match,) = office.do("打診", matching.propose, [helper], **asked).result
    (waiting,) = about(office, "matching")
    assert (waiting.kind, waiting.key) == ("match", match)
    assert "打診の結果がまだ" in waiting.sentence
    for state, day in ((MatchState.AGREED, 5), (MatchState.ACTIVE, 6)):
        office.do("段階", matching.step, match, state, on=date(2026, 10, day))
    (slip,) = about(office, "matching")
    assert (slip.kind, slip.key) == ("slips", "2026-10-01")


def test_that_the_year_asks_for_words_and_reviews(office: Store) -> None:
    found = doubts(office, "annual-report", None)
    assert [one for one in found if one.place == "plan"][:3] == [
        Doubt(f"令和8年度の「{name}」がまだ書かれていません。", "plan", "year", 2026)
        for name in ("総括", "今後の課題", "次年度の提案")
    ]
    assert doubts(office, "labels", None) == ()
