"""The figures of a course for its report, each with the applications behind it.

延べ counts every attendance, 実 every person once; both are always given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.card import PersonRow
from app.contacts.person import Sex
from app.contacts.queries import people
from app.kernel.ages import AGE_BANDS, UNKNOWN
from app.office.tables import District
from app.training.completion import IN_PERSON, Mark, SessionId
from app.training.course import (
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
    HeardFrom,
    SessionStatus,
)
from app.training.queries.sheet import sheet
from app.training.sheet import Sheet, SheetSession
from app.training.tables import Enrollment

_UNKNOWN = "未記入"
_NO_DISTRICT = "圏域不明"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and whom it counts."""

    label: str
    who: tuple[EnrollmentId, ...]

    @property
    def count(self) -> int:
        return len(self.who)


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """The figures of one session; ``came`` are those who were in the room."""

    id: SessionId
    number: int
    held_on: date | None
    status: SessionStatus
    came: Figure
    away: Figure
    made_up: Figure


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One line of the cross table 性別×年代; ``cells`` are in the order of the bands."""

    label: str
    cells: tuple[Figure, ...]
    total: Figure


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """All figures of a course.  Attributes are those of the accepted, on ``reference_day``."""

    capacity: int
    applicants: Figure
    accepted: Figure
    withdrew: Figure
    completed: Figure
    attendances: int
    attendees: Figure
    made_up: int
    completion_rate: Fraction | None
    sessions: tuple[SessionFigures, ...]
    reference_day: date
    bands: tuple[str, ...]
    sex_and_age: tuple[CrossRow, ...]
    by_district: tuple[Figure, ...]
    by_heard_from: tuple[Figure, ...]
    note: str


@dataclass(frozen=True, slots=True)
class _Trainee:
    key: EnrollmentId
    person: PersonRow
    heard_from: HeardFrom | None


def course_figures(session: Session, course_id: CourseId) -> CourseFigures:
    """Return the figures of a course; refuse where there is no such course."""
    taken = sheet(session, course_id)
    rows = list(session.scalars(select(Enrollment).where(Enrollment.course_id == course_id)))
    sessions = tuple(_session(taken, place) for place in range(len(taken.sessions)))
    counting = [one for one in sessions if one.status is not SessionStatus.CANCELLED]
    day = min((one.held_on for one in counting if one.held_on), default=taken.year.first_day)
    trainees = _trainees(session, taken, rows, day)
    accepted = Figure("受講決定者", tuple(one.key for one in trainees))
    completed = _with_status(rows, EnrollmentStatus.COMPLETED)
    came = dict.fromkeys(key for one in counting for key in one.came.who)
    return CourseFigures(
        capacity=taken.capacity,
        applicants=Figure("申込者", tuple(EnrollmentId(row.id) for row in rows)),
        accepted=accepted,
        withdrew=_with_status(rows, EnrollmentStatus.WITHDREW),
        completed=completed,
        attendances=sum(one.came.count for one in counting),
        attendees=Figure("出席実人数", tuple(came)),
        made_up=sum(one.made_up.count for one in counting),
        completion_rate=Fraction(completed.count, accepted.count) if accepted.count else None,
        sessions=sessions,
        reference_day=day,
        bands=tuple(AGE_BANDS),
        sex_and_age=_sex_and_age(trainees),
        by_district=_by_district(session, trainees),
        by_heard_from=_grouped(
            trainees,
            [*(way.label for way in HeardFrom), _UNKNOWN],
            lambda one: one.heard_from.label if one.heard_from else _UNKNOWN,
        ),
        note=(
            "出席延べ人数は各回の出席者数（遅刻・早退を含み、補講を含まない）の合計、"
            "出席実人数は1回以上出席した人の数です。属性は受講決定者について数えました。"
        ),
    )


def _with_status(rows: Iterable[Enrollment], status: EnrollmentStatus) -> Figure:
    return Figure(status.label, tuple(EnrollmentId(row.id) for row in rows if row.status is status))


def _trainees(
    session: Session, taken: Sheet, rows: Iterable[Enrollment], day: date
) -> list[_Trainee]:
    """Return the accepted in the order of the sheet."""
    heard = {row.id: row.heard_from for row in rows}
    persons = {one.id: one for one in people(session, [row.person for row in taken.rows], day)}
    return [
        _Trainee(row.enrollment, persons[row.person], heard[row.enrollment]) for row in taken.rows
    ]


def _session(taken: Sheet, place: int) -> SessionFigures:
    column: SheetSession = taken.sessions[place]

    def those(label: str, marks: Iterable[Mark]) -> Figure:
        wanted = set(marks)
        return Figure(
            label, tuple(row.enrollment for row in taken.rows if row.cells[place].mark in wanted)
        )

    return SessionFigures(
        id=column.id,
        number=column.number,
        held_on=column.held_on,
        status=column.status,
        came=those("出席", IN_PERSON),
        away=those("欠席", {Mark.ABSENT, Mark.EXCUSED}),
        made_up=those("補講", {Mark.MADE_UP}),
    )


def _sex_and_age(trainees: Sequence[_Trainee]) -> tuple[CrossRow, ...]:
    def row(label: str, some: Sequence[_Trainee]) -> CrossRow:
        cells = tuple(
            Figure(band, tuple(one.key for one in some if _band(one) == band)) for band in AGE_BANDS
        )
        return CrossRow(label, cells, Figure(label, tuple(one.key for one in some)))

    sexes: list[Sex | None] = [*Sex, None]
    rows = [
        row(
            sex.label if sex else _UNKNOWN,
            [one for one in trainees if one.person.sex is sex],
        )
        for sex in sexes
    ]
    return (*rows, row("計", trainees))


def _band(trainee: _Trainee) -> str:
    """Return the band; a text of an old roster that is none (70代) counts as 不明."""
    band = trainee.person.age_band
    return band if band in AGE_BANDS else UNKNOWN


def _by_district(session: Session, trainees: Sequence[_Trainee]) -> tuple[Figure, ...]:
    names = session.scalars(select(District.name).order_by(District.position, District.id))
    return _grouped(
        trainees, [*names, _NO_DISTRICT], lambda one: one.person.district or _NO_DISTRICT
    )


def _grouped(
    trainees: Sequence[_Trainee], labels: Iterable[str], label_of: Callable[[_Trainee], str]
) -> tuple[Figure, ...]:
    """Count the trainees under each label; labels nobody stands under are kept with none."""
    found: Mapping[str, list[EnrollmentId]] = {label: [] for label in labels}
    for one in trainees:
        found[label_of(one)].append(one.key)
    return tuple(Figure(label, tuple(who)) for label, who in found.items())
