"""The words of a course: kinds of state, of application, and what a course is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import NewType

from app.contacts.person import ContactWay
from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled

CourseId = NewType("CourseId", int)
EnrollmentId = NewType("EnrollmentId", int)


class CourseStatus(Labelled):
    """状態 of a course."""

    PLANNING = "planning", "企画"
    RECRUITING = "recruiting", "募集中"
    CLOSED = "closed", "締切"
    RUNNING = "running", "実施中"
    FINISHED = "finished", "終了"
    REPORTED = "reported", "報告済"


class SessionStatus(Labelled):
    """Whether a session takes place."""

    PLANNED = "planned", "予定"
    HELD = "held", "実施"
    POSTPONED = "postponed", "延期"
    CANCELLED = "cancelled", "中止"


class SessionForm(Labelled):
    """形式 of a session."""

    LECTURE = "lecture", "講義"
    GROUP_WORK = "group_work", "グループワーク"
    PRACTICE = "practice", "実習"
    VISIT = "visit", "見学"
    TRIAL = "trial", "体験"


class EnrollmentStatus(Labelled):
    """How far an application has come."""

    RECEIVED = "received", "受付"
    ACCEPTED = "accepted", "受講決定"
    WAITING = "waiting", "キャンセル待ち"
    DECLINED = "declined", "辞退"
    WITHDREW = "withdrew", "途中辞退"
    COMPLETED = "completed", "修了"
    NOT_COMPLETED = "not_completed", "未修了"


ON_ROLL = frozenset(
    {
        EnrollmentStatus.ACCEPTED,
        EnrollmentStatus.WITHDREW,
        EnrollmentStatus.COMPLETED,
        EnrollmentStatus.NOT_COMPLETED,
    }
)
"""Those who have a line on the attendance sheet; who withdrew is struck out there."""

TAKING_A_PLACE = ON_ROLL - {EnrollmentStatus.WITHDREW}
"""Those who count against the capacity."""

OVER = frozenset({CourseStatus.FINISHED, CourseStatus.REPORTED})
"""States in which a course is closed for changes until it is reopened."""

NOT_YET_STARTED = frozenset({CourseStatus.PLANNING, CourseStatus.RECRUITING, CourseStatus.CLOSED})


class HeardFrom(Labelled):
    """きっかけ: how an applicant came to know of the course."""

    CITY_PAPER = "city_paper", "市政はこだて"
    LEAFLET = "leaflet", "チラシ"
    CIRCULAR = "circular", "町会回覧"
    WEB = "web", "HP・SNS"
    NEWSPAPER = "newspaper", "新聞"
    FRIEND = "friend", "知人"
    CENTRE = "centre", "包括"
    OTHER = "other", "その他"


class NumberOrder(Labelled):
    """In which order a batch of accepted applicants is given 受講番号."""

    KANA = "kana", "五十音順"
    ASKED = "asked", "選んだ順"


class SheetOrder(Labelled):
    """Order of the attendance grid and of the printed sheet: always the same for both."""

    KANA = "kana", "五十音順"
    NUMBER = "number", "受講番号順"
    DISTRICT = "district", "圏域別"
    GROUP = "group", "グループ別"


@dataclass(frozen=True, slots=True)
class KindDraft:
    """What the master of course kinds says about one kind (種別)."""

    name: str
    title: str = ""
    sign: str = ""
    capacity: int = 40
    sessions: int = 1
    minimum_attended: int = 1
    make_up_allowed: bool = True
    excused_counts: bool = False
    requires_kind_id: int | None = None


@dataclass(frozen=True, slots=True)
class CourseDraft:
    """Everything the edit form says about a course.

    An empty title and the values that are ``None`` are filled from the kind when the course
    is opened.  When it is changed, ``requires_kind_id`` of ``None`` means no entry rule.
    """

    kind_id: int
    fiscal_year: int
    term: int = 1
    title: str = ""
    capacity: int | None = None
    planned_sessions: int | None = None
    minimum_attended: int | None = None
    make_up_allowed: bool | None = None
    excused_counts: bool | None = None
    requires_kind_id: int | None = None
    venue: str = ""
    recruit_from: date | None = None
    recruit_to: date | None = None
    recruit_way: str = ""
    fee: int = 0
    hosts: str = ""
    staff: str = ""
    status: CourseStatus = CourseStatus.PLANNING
    purpose: str = ""
    outcome: str = ""
    improvement: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """Everything the edit form says about one session (回)."""

    number: int
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str = ""
    theme: str = ""
    content: str = ""
    form: SessionForm = SessionForm.LECTURE
    lecturer: str = ""
    lecturer_title: str = ""
    materials: str = ""
    required: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationDraft:
    """How and why somebody applied (受講申込)."""

    applied_on: date
    applied_by: ContactWay | None = None
    heard_from: HeardFrom | None = None
    motive: str = ""
    group_name: str = ""
    note: str = ""


def default_title(fiscal_year: int, kind_title: str, term: int) -> str:
    """Return the title 令和8年度 函館市くらしのサポーター養成研修, with the term if not 1."""
    suffix = "" if term == 1 else f"（第{term}クール）"
    return f"{FiscalYear(fiscal_year)} {kind_title}{suffix}"
