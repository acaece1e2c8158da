"""Three fiscal years of the sample office's courses, held as a real office would hold them.

Past years are closed and certified; in the last year 養成研修 is over and ステップアップ研修 is
half-way, so every page has something to show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from app.contacts.person import ContactWay, PersonId
from app.kernel.fiscal_year import FiscalYear
from app.kernel.progress import Progress
from app.sample.kept import rows_kept
from app.storage.store import Store
from app.training import commands, queries, scheduling
from app.training.completion import Mark, SessionId
from app.training.course import (
    ApplicationDraft,
    CourseDraft,
    CourseId,
    CourseStatus,
    EnrollmentId,
    EnrollmentStatus,
    HeardFrom,
    SessionStatus,
)

_THEMES = {
    "養成研修": (
        ("地域の支え合いとくらしのサポーター", "函館市地域包括ケア推進課", "見本　一"),
        ("高齢期のくらしとこころの理解", "地域包括支援センター", "見本　二"),
        ("傾聴と見守りの実際", "傾聴ボランティア", "見本　三"),
        ("生活支援の実習", "訪問介護事業所", "見本　四"),
        ("活動の場を知る・これからの一歩", "第１層生活支援コーディネーター", "見本　五"),
    ),
    "ステップアップ研修": (
        ("ふり返りと仲間づくり", "第１層生活支援コーディネーター", "見本　五"),
        ("地域の困りごとを見つける", "地域包括支援センター", "見本　二"),
        ("話し合いの進め方", "大学准教授", "見本　六"),
        ("活動の場の見学", "通いの場代表", "見本　七"),
        ("活動を企画する", "第１層生活支援コーディネーター", "見本　五"),
        ("発表と修了式", "函館市地域包括ケア推進課", "見本　一"),
    ),
}
_PURPOSE = {
    "養成研修": "地域における住民主体の助け合い活動の担い手を養成する。",
    "ステップアップ研修": "地域で助け合い活動を実践するリーダーと、共に活動する仲間をつくる。",
}
_DRAWN_BEFORE = timedelta(days=12)
_REASONS = ("通院のため", "家族の介護のため", "体調不良", "")


@dataclass(frozen=True, slots=True)
class SampleCourse:
    """One course of the sample, and whether it is over."""

    id: CourseId
    finished: bool


class _Year:
    """Holds the courses of one year, with people drawn from the office's contacts."""

    def __init__(
        self, store: Store, random: Random, people: Sequence[PersonId], today: date
    ) -> None:
        self._store = store
        self._random = random
        self._people = people
        self._today = today

    def hold(self, kind: str, year: FiscalYear, first: date, applicants: int) -> SampleCourse:
        """Open a course, take applications, hold what is past, and close it if all is."""
        course = self._open(kind, year, first)
        self._apply(course, first, applicants)
        card = self._store.ask(queries.course, course)
        for one in card.sessions:
            if one.draft.held_on is not None and one.draft.held_on <= self._today:
                self._mark(course, one.id)
        finished = all(
            one.status in {SessionStatus.HELD, SessionStatus.CANCELLED}
            for one in self._store.ask(queries.sessions, course)
        )
        if finished:
            self._close(course)
        return SampleCourse(course, finished)

    def _open(self, kind: str, year: FiscalYear, first: date) -> CourseId:
        known = {one.draft.name: one.id for one in self._store.ask(queries.kinds)}
        draft = replace(
            self._store.ask(queries.draft_for, known[kind], year),
            venue="函館市総合福祉センター 会議室",
            recruit_from=first - timedelta(days=50),
            recruit_to=first - timedelta(days=14),
            recruit_way="市政はこだて、チラシ、町会回覧",
            hosts="函館市（受託：くらしサポート見本）",
            purpose=_PURPOSE[kind],
            status=CourseStatus.RUNNING,
        )
        course = self._store.do("研修を開設", commands.open_course, draft).result
        sessions = self._store.ask(queries.sessions, course)
        days = [one.day for one in scheduling.propose(first, len(sessions)).days]
        self._store.do("日程を決定", commands.plan_sessions, course, days, time(10), time(12))
        for one, (theme, title, name) in zip(
            self._store.ask(queries.sessions, course), _THEMES[kind], strict=False
        ):
            changed = replace(one.draft, theme=theme, lecturer=name, lecturer_title=title)
            self._store.do("回を変更", commands.change_session, one.id, changed)
        return course

    def _apply(self, course: CourseId, first: date, applicants: int) -> None:
        card = self._store.ask(queries.course, course)
        drafts = {
            person: ApplicationDraft(
                applied_on=first - timedelta(days=self._random.randint(15, 45)),
                applied_by=self._random.choice(
                    [ContactWay.PHONE, ContactWay.FAX, ContactWay.VISIT]
                ),
                heard_from=self._random.choice(list(HeardFrom)),
            )
            for person in self._candidates(card.draft, applicants)
        }
        self._store.do("申込を受付", _apply_all, course, drafts)
        seed = self._random.randint(1, 9999)
        self._store.do("抽選", commands.draw_lots, course, seed, first - _DRAWN_BEFORE)

    def _candidates(self, draft: CourseDraft, wanted: int) -> list[PersonId]:
        people = list(self._people)
        if draft.requires_kind_id is not None:
            people = self._store.ask(_completed, people, draft.requires_kind_id)
        self._random.shuffle(people)
        return people[:wanted]

    def _mark(self, course: CourseId, session: SessionId) -> None:
        rows = self._store.ask(queries.sheet, course).rows
        trainees = [row.enrollment for row in rows if row.status is EnrollmentStatus.ACCEPTED]
        marks = {one: self._one_mark() for one in trainees}
        self._store.do("出席の記録", commands.mark_attendance, session, marks)
        for key, mark in marks.items():
            if mark is Mark.ABSENT and (reason := self._random.choice(_REASONS)):
                self._store.do("欠席の理由", commands.set_reason, session, key, reason)
        self._store.do("回を実施", commands.hold_session, session)

    def _one_mark(self) -> Mark:
        return self._random.choices(
            [Mark.PRESENT, Mark.ABSENT, Mark.LATE, Mark.LEFT_EARLY, Mark.EXCUSED],
            [88, 7, 2, 1, 2],
        )[0]

    def _close(self, course: CourseId) -> None:
        last = max(
            one.draft.held_on
            for one in self._store.ask(queries.sessions, course)
            if one.draft.held_on is not None
        )
        proposals = self._store.ask(queries.propose_completion, course)
        decisions = {EnrollmentId(one.enrollment): one.completes for one in proposals}
        self._store.do("修了を確定", commands.confirm_completion, course, decisions, last)
        if any(decisions.values()):
            self._store.do("修了証書を交付", commands.issue_certificates, course, last)
        self._store.do("研修を終了", commands.finish_course, course)


def _apply_all(
    session: Session, course: CourseId, drafts: Mapping[PersonId, ApplicationDraft]
) -> None:
    with rows_kept(session):
        for person, draft in drafts.items():
            commands.apply_for(session, course, person, draft)


def _completed(session: Session, people: Sequence[PersonId], kind: int) -> list[PersonId]:
    return [one for one in people if kind in queries.completed_kinds(session, one)]


def hold_courses(
    store: Store,
    random: Random,
    people: Sequence[PersonId],
    years: Sequence[FiscalYear],
    progress: Progress,
    today: date,
) -> list[SampleCourse]:
    """Hold 養成研修 in June and ステップアップ研修 in October, if lots are drawn by today."""
    held = []
    plan = [
        (kind, year, date(year.start, *day), applicants)
        for year in years
        for kind, day, applicants in (
            ("養成研修", (6, 3), 46),
            ("ステップアップ研修", (10, 21), 33),
        )
        if date(year.start, *day) - _DRAWN_BEFORE <= today
    ]
    for done, (kind, year, first, applicants) in enumerate(plan):
        progress.step(done, len(plan))
        held.append(_Year(store, random, people, today).hold(kind, year, first, applicants))
    progress.step(len(plan), len(plan))
    return held
