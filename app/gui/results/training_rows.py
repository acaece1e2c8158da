"""Sessions and applications of courses, and supporters, behind a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.gui.framework.search import Target
from app.gui.results.figure_row import DAY, FigureRow
from app.kernel.wareki import format_day
from app.supporters.queries import SupporterListing
from app.training import queries
from app.training.completion import SessionId
from app.training.course import CourseId
from app.training.queries import ApplicationListing, CourseListing, CourseRow

TABLES = frozenset({"course", "course_session", "enrollment", "person"})
ATTENDANCE_TABLES = TABLES | {"attendance"}
SUPPORTER_TABLES = SupporterListing(date.min).tables


def sessions(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these sessions, with their course."""
    of = {key: queries.course_of(session, SessionId(key)) for key in keys}
    titles = _courses(session, list(dict.fromkeys(of.values())))
    cards = {
        one.id: one for course in titles for one in queries.sessions(session, CourseId(course))
    }
    found = []
    for key in keys:
        card = cards[SessionId(key)]
        when = format_day(card.draft.held_on, DAY) if card.draft.held_on else ""
        what = f"{titles[of[key]].title}　{card.label}"
        found.append(
            FigureRow(
                key, when, what, card.draft.lecturer, card.draft.theme,
                Target("training", "session", key),
            )
        )  # fmt: skip
    return found


def applications(session: Session, keys: Sequence[int], day: date) -> list[FigureRow]:
    """Return these applications, with who made them and where they stand."""
    rows = ApplicationListing(CourseId(0), day).rows(session, keys)
    courses = _courses(session, list({row.course for row in rows.values()}))
    return [
        FigureRow(
            row.id,
            format_day(row.applied_on, DAY),
            courses[row.course].title,
            row.person.name,
            row.status.label,
            Target("contacts", "person", row.person.id),
        )
        for row in rows.values()
    ]


def attendances(session: Session, keys: Sequence[int], day: date) -> list[FigureRow]:
    """Return these marks: who was at which session."""
    came = queries.attendances(session, keys)
    who = ApplicationListing(CourseId(0), day).rows(session, [one.enrollment for one in came])
    titles = _courses(session, list({one.course for one in came}))
    return [
        FigureRow(
            one.id,
            format_day(one.held_on, DAY) if one.held_on else "",
            f"{titles[one.course].title}　第{one.number}回",
            who[one.enrollment].person.name,
            one.mark.label,
            Target("training", "session", one.session),
        )
        for one in came
    ]


def supporters(session: Session, keys: Sequence[int], day: date) -> list[FigureRow]:
    """Return these supporters, with their number, district and level."""
    return [
        FigureRow(
            row.id,
            format_day(row.registered_on, DAY) if row.registered_on else "",
            "　".join(part for part in (row.number, row.level) if part),
            row.name,
            "　".join(part for part in (row.district, "・".join(row.skills)) if part),
            Target("supporters", "supporter", row.id),
        )
        for row in SupporterListing(day).rows(session, keys).values()
    ]


def _courses(session: Session, keys: Sequence[int]) -> Mapping[int, CourseRow]:
    return CourseListing().rows(session, keys)
