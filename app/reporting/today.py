"""What needs doing today (今日): one line for each thing, and where its link leads.

The lines are gathered from the queries of the features; nothing is stored.  A course of a year
before the last is nobody's work of today any more, whatever is missing in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.person import ConsentItem
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.office import queries as office
from app.reporting.today_contacts import ending_terms, readings
from app.reporting.today_council import council_lines
from app.reporting.today_follow_ups import follow_ups
from app.reporting.today_issues import issue_lines
from app.reporting.today_line import Line, Matter
from app.reporting.today_log import log_lines
from app.reporting.today_matching import matching_lines
from app.reporting.today_resources import resource_lines
from app.reporting.today_retention import disposal
from app.reporting.today_supporters import supporter_lines
from app.reporting.today_year import year_lines
from app.storage.verify import is_old, newest_backup
from app.training import queries as training
from app.training.course import (
    NOT_YET_STARTED,
    OVER,
    TAKING_A_PLACE,
    CourseStatus,
    EnrollmentStatus,
    SessionStatus,
)
from app.training.queries import AtRisk, CourseListing, CourseRow, SessionOfDay
from app.training.scheduling import day_note

_DAY = "4月1日（水）"
_WEEK = timedelta(days=7)
_RECRUITING_ENDS = timedelta(days=14)
_NAMED = 5
_TAKES_PLACE = frozenset({SessionStatus.PLANNED, SessionStatus.HELD})


@dataclass(frozen=True, slots=True)
class BackupState:
    """What is said of the newest backup; ``due`` where one should be made now."""

    sentence: str
    due: bool


def is_new(session: Session, today: date) -> bool:
    """Return whether an office has neither people nor organisations nor courses yet."""
    listings = (contacts.PersonListing(today), contacts.OrganisationListing())
    found = (session.scalars(one.select_keys().limit(1)).first() for one in listings)
    return all(key is None for key in found) and not CourseListing().keys(session)


def gather(session: Session, today: date) -> tuple[Line, ...]:
    """Return everything that needs doing on a day, in the order of the page."""
    courses = _courses(session, today)
    lines = [
        *_coming(session, today),
        *follow_ups(session, today),
        *matching_lines(session, today),
        *council_lines(session, today),
        *log_lines(session, today),
        *issue_lines(session, today),
        *_unmarked(session, today, courses),
        *(line for row in courses for line in _of_course(session, today, row)),
        *ending_terms(session, today),
        *supporter_lines(session, today),
        *resource_lines(session, today),
        *year_lines(session, today),
        *readings(session),
        *_towns(session),
        *disposal(session, today),
    ]
    order = list(Matter)
    return tuple(sorted(lines, key=lambda line: order.index(line.matter)))


def backup_state(newest: datetime | None, now: datetime, *, changed: bool) -> BackupState:
    """Say when the newest backup was made; ``changed`` since then or since opening."""
    if newest is None:
        return BackupState("控えがまだありません。「今すぐ控えを作る」を押してください。", due=True)
    told = newest_backup(newest, now)
    if not changed:
        return BackupState(f"{told}そのあと変更はありません。", due=False)
    if is_old(newest, now):
        return BackupState(f"{told}そのあとに変更があります。控えを作ってください。", due=True)
    return BackupState(f"{told}そのあとの変更は、閉じるときに控えを取ります。", due=False)


def _courses(session: Session, today: date) -> list[CourseRow]:
    oldest = FiscalYear.of(today).previous
    listing = CourseListing()
    keys = listing.keys(session)
    rows = listing.rows(session, keys)
    return [_short(rows[key], today) for key in keys if rows[key].year >= oldest]


def _short(row: CourseRow, today: date) -> CourseRow:
    return replace(row, title=_without_year(row.title, today))


def _without_year(title: str, today: date) -> str:
    """Return a course's title without the year where that is the one it is now."""
    return title.removeprefix(str(FiscalYear.of(today))).strip()


def _coming(session: Session, today: date) -> Iterator[Line]:
    for one in training.sessions_between(session, today, today + _WEEK - timedelta(days=1)):
        if one.status not in _TAKES_PLACE:
            continue
        is_today = one.held_on == today
        day = "今日" if is_today else format_day(one.held_on, _DAY)
        note = day_note(one.held_on)
        yield Line(
            Matter.TODAY if is_today else Matter.WEEK,
            f"{day}{_hours(one)}　第{one.number}回　{_without_year(one.title, today)}",
            "　".join(part for part in (note, one.venue, f"{one.expected}名") if part),
            kind="session",
            key=one.id,
            urgent=is_today,
        )


def _hours(one: SessionOfDay) -> str:
    if one.starts_at is None:
        return ""
    until = f"～{one.ends_at:%H:%M}" if one.ends_at else ""
    return f" {one.starts_at:%H:%M}{until}"


def _unmarked(session: Session, today: date, courses: list[CourseRow]) -> Iterator[Line]:
    """Sessions whose day is over, but not written down as held with everybody marked."""
    closed = {row.id for row in courses if row.status in OVER}
    first = FiscalYear.of(today).previous.first_day
    for one in training.sessions_between(session, first, today - timedelta(days=1)):
        if one.course in closed or one.status not in _TAKES_PLACE or not one.expected:
            continue
        left = one.expected - one.marked
        title = _without_year(one.title, today)
        number = f"第{one.number}回（{format_day(one.held_on, '4月1日')}）"
        line = Line(Matter.UNMARKED, "", title, kind="session", key=one.id, urgent=True)
        if left > 0:
            yield replace(line, sentence=f"{number}の出席が{left}名分まだ記入されていません")
        elif one.status is SessionStatus.PLANNED:
            yield replace(line, sentence=f"{number}は出席を記入済みですが「実施」にしていません")


def _of_course(session: Session, today: date, row: CourseRow) -> Iterator[Line]:
    if row.status not in OVER:
        yield from _recruiting(session, today, row)
        yield from _applications(session, today, row)
        if row.last_day is None or row.last_day >= today:
            yield from _at_risk(session, row)
        yield from _consents(session, row)
    if row.last_day is not None and row.last_day < today:
        yield from _closing(session, row)


def _recruiting(session: Session, today: date, row: CourseRow) -> Iterator[Line]:
    until = training.course(session, row.id).draft.recruit_to
    if row.status not in NOT_YET_STARTED - {CourseStatus.CLOSED} or until is None:
        return
    line = Line(
        Matter.RECRUITING, "", f"申込 {row.applicants}名／定員 {row.capacity}名", key=row.id
    )
    day = format_day(until, _DAY)
    if until < today:
        yield replace(line, sentence=f"募集の締切（{day}）を過ぎました　{row.title}", urgent=True)
    elif until <= today + _RECRUITING_ENDS:
        left = (until - today).days
        when = "今日まで" if left == 0 else f"あと{left}日"
        yield replace(line, sentence=f"募集は{when}（{day}締切）　{row.title}")


def _applications(session: Session, today: date, row: CourseRow) -> Iterator[Line]:
    received = training.ApplicationListing(row.id, today, frozenset({EnrollmentStatus.RECEIVED}))
    rows = received.rows(session, received.keys(session)).values()
    old = [one.applied_on for one in rows if one.applied_on <= today - _WEEK]
    if old:
        yield Line(
            Matter.RECRUITING,
            f"受付から1週間決めていない申込が{len(old)}件　{row.title}",
            f"いちばん古い申込は{format_day(min(old), '4月1日')}",
            key=row.id,
            urgent=True,
        )
    places = training.promotions(session, row.id, today)
    if places.candidates:
        yield Line(
            Matter.RECRUITING,
            f"空きが{places.free}名分、キャンセル待ちが{row.waiting}名　{row.title}",
            "次の人：" + "、".join(one.person.name for one in places.candidates[:_NAMED]),
            key=row.id,
        )


def _at_risk(session: Session, row: CourseRow) -> Iterator[Line]:
    found = sorted(training.at_risk(session, row.id), key=lambda one: not one.too_late)
    for one in found[: 2 * _NAMED]:
        yield Line(
            Matter.AT_RISK,
            f"{one.name}さん　{_standing(one)}",
            "　".join(part for part in (one.phone, one.sentence, row.title) if part),
            "contacts",
            "person",
            one.person,
            urgent=one.too_late,
        )
    if rest := found[2 * _NAMED :]:
        yield Line(Matter.AT_RISK, f"ほかに{len(rest)}名います", row.title, key=row.id)


def _standing(one: AtRisk) -> str:
    if one.too_late:
        return "このままでは修了できません"
    return f"もう休めません（残り{one.standing.open}回）"


def _consents(session: Session, row: CourseRow) -> Iterator[Line]:
    taking = [one for one in training.sheet(session, row.id).rows if one.status in TAKING_A_PLACE]
    missing = set(
        contacts.without_consent(session, [one.person for one in taking], ConsentItem.PURPOSE)
    )
    if missing:
        names = [one.name for one in taking if one.person in missing]
        more = f" ほか{len(names) - _NAMED}名" if len(names) > _NAMED else ""
        yield Line(
            Matter.PEOPLE,
            f"「{ConsentItem.PURPOSE.label}」の同意の記録がない受講者{len(names)}名　{row.title}",
            "、".join(names[:_NAMED]) + more,
            key=row.id,
        )


def _closing(session: Session, row: CourseRow) -> Iterator[Line]:
    numbers = training.counts(session, row.id)
    issued = len(training.certificates(session, row.id))
    line = Line(Matter.CLOSING, "", key=row.id)
    if numbers.accepted:
        yield replace(
            line,
            sentence=f"修了をまだ確定していません　{row.title}",
            detail=f"判定を待っている人 {numbers.accepted}名",
            urgent=True,
        )
    elif numbers.completed > issued:
        yield replace(
            line,
            sentence=f"{row.title}の修了証書を{numbers.completed - issued}名分まだ交付していません",
            detail=f"修了 {numbers.completed}名",
            urgent=True,
        )
    elif row.status is CourseStatus.FINISHED:
        yield replace(
            line,
            sentence=f"実施報告書を出して「報告済」にする　{row.title}",
            detail="報告書を見る",
            place="reporting",
            kind="document",
            key=f"course-report course={row.id}",
        )


def _towns(session: Session) -> Iterator[Line]:
    unknown = [town.name for town in office.towns(session) if town.district_id is None]
    if unknown:
        yield Line(
            Matter.MASTERS,
            f"圏域の決まっていない町名が{len(unknown)}件あります",
            "、".join(unknown[:_NAMED]) + ("など" if len(unknown) > _NAMED else ""),
            "settings",
            "section",
            "towns",
        )
