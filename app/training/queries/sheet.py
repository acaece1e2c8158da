"""The attendance sheet (出席簿): the grid on the page and the printed sheet are this one query.

So both have the same order and the same row numbers.  It holds everyone who was accepted:
applicants declined, waiting or not yet decided are left out, and who left is struck out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office.tables import District
from app.training.completion import Mark, Requirement, SessionId, Standing, standing
from app.training.course import (
    ON_ROLL,
    CourseId,
    CourseStatus,
    EnrollmentId,
    EnrollmentStatus,
    SessionStatus,
    SheetOrder,
)
from app.training.tables import Attendance, Course, CourseSession, Enrollment

_Person = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One column of the sheet."""

    id: SessionId
    number: int
    held_on: date | None
    theme: str
    status: SessionStatus
    required: bool

    @property
    def label(self) -> str:
        return f"第{self.number}回"


@dataclass(frozen=True, slots=True)
class Cell:
    """How one trainee took, or will take, one session; ``struck`` after they left."""

    mark: Mark | None = None
    planned: bool = False
    reason: str = ""
    made_up_in: SessionId | None = None
    made_up_on: date | None = None
    confirmed_by: str = ""
    note: str = ""
    struck: bool = False

    @property
    def sign(self) -> str:
        """What stands in the cell: ○ × △ 公 補, or nothing."""
        return self.mark.sign if self.mark else ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One trainee; ``row`` is the number at the left of grid and print."""

    row: int
    enrollment: EnrollmentId
    person: PersonId
    number: int | None
    name: str
    kana: str
    town: str
    district: str
    group: str
    status: EnrollmentStatus
    left_on: date | None
    walk_in: bool
    note: str
    cells: tuple[Cell, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet; ``cells`` of a row are in the order of ``sessions``."""

    course: CourseId
    title: str
    year: FiscalYear
    venue: str
    status: CourseStatus
    capacity: int
    requirement: Requirement
    order: SheetOrder
    sessions: tuple[SheetSession, ...]
    rows: tuple[SheetRow, ...]

    @property
    def description(self) -> str:
        """Say who is on the sheet, in which order and how many, for its head and its prints."""
        return f"受講決定者{len(self.rows)}名・{self.order.label}"

    @property
    def counting(self) -> tuple[SheetSession, ...]:
        """Return the sessions that were not called off."""
        return tuple(one for one in self.sessions if one.status is not SessionStatus.CANCELLED)

    @property
    def numbers(self) -> dict[SessionId, int]:
        """Return the numbers (回次) of the sessions that count."""
        return {one.id: one.number for one in self.counting}


def sheet(session: Session, course_id: CourseId, order: SheetOrder = SheetOrder.KANA) -> Sheet:
    """Return the attendance sheet of a course; refuse where there is no such course."""
    course = session.get(Course, course_id)
    if course is None:
        raise Refusal("この講座は見つかりません。一覧から選び直してください。")
    columns = _columns(session, course_id)
    requirement = Requirement(
        course.minimum_attended,
        frozenset(one.id for one in columns if one.required),
        course.make_up_allowed,
        course.excused_counts,
    )
    judge = _Judge(columns, requirement, _cells(session, course_id))
    people = sorted(_people(session, course_id), key=_ORDERS[order])
    return Sheet(
        course=course_id,
        title=course.title,
        year=FiscalYear(course.fiscal_year),
        venue=course.venue,
        status=course.status,
        capacity=course.capacity,
        requirement=requirement,
        order=order,
        sessions=columns,
        rows=tuple(judge.row(place, one) for place, one in enumerate(people, start=1)),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """What is the same for every row."""

    columns: tuple[SheetSession, ...]
    requirement: Requirement
    cells: Mapping[int, Mapping[SessionId, Cell]]

    def row(self, place: int, person: _Person) -> SheetRow:
        left_on = person.status_on if person.status is EnrollmentStatus.WITHDREW else None
        given = self.cells.get(person.id, {})
        counting = [one for one in self.columns if one.status is not SessionStatus.CANCELLED]
        return SheetRow(
            row=place,
            enrollment=EnrollmentId(person.id),
            person=PersonId(person.person_id),
            number=person.number,
            name=_joined(person.family_name, person.given_name),
            kana=_joined(person.family_kana, person.given_kana),
            town=person.address_town,
            district=person.district or "",
            group=person.group_name,
            status=person.status,
            left_on=left_on,
            walk_in=person.walk_in,
            note=person.note,
            cells=tuple(_cell(one, given.get(one.id), left_on) for one in self.columns),
            standing=standing(
                self.requirement,
                [one.id for one in counting],
                {key: cell.mark for key, cell in given.items() if cell.mark is not None},
                {one.id for one in counting if one.status is SessionStatus.HELD},
            ),
        )


def _cell(column: SheetSession, cell: Cell | None, left_on: date | None) -> Cell:
    if cell is not None:
        return cell
    over = left_on is not None and (column.held_on is None or column.held_on > left_on)
    return Cell(struck=over)


def _columns(session: Session, course_id: CourseId) -> tuple[SheetSession, ...]:
    query = (
        select(
            CourseSession.id,
            CourseSession.number,
            CourseSession.held_on,
            CourseSession.theme,
            CourseSession.status,
            CourseSession.required,
        )
        .where(CourseSession.course_id == course_id)
        .order_by(CourseSession.number)
    )
    return tuple(
        SheetSession(SessionId(key), number, day, theme, status, required)
        for key, number, day, theme, status, required in session.execute(query)
    )


def _cells(session: Session, course_id: CourseId) -> Mapping[int, Mapping[SessionId, Cell]]:
    query = (
        select(
            Attendance.enrollment_id,
            Attendance.session_id,
            Attendance.mark,
            Attendance.planned,
            Attendance.reason,
            Attendance.made_up_in_id,
            Attendance.made_up_on,
            Attendance.confirmed_by,
            Attendance.note,
        )
        .join(CourseSession, CourseSession.id == Attendance.session_id)
        .where(CourseSession.course_id == course_id)
    )
    cells: dict[int, dict[SessionId, Cell]] = defaultdict(dict)
    rows: Iterable[Sequence[Any]] = session.execute(query)
    for enrollment, held, *rest in rows:
        cells[enrollment][held] = Cell(*rest)
    return cells


def _people(session: Session, course_id: CourseId) -> Sequence[_Person]:
    """Return the trainees in 五十音 order, with what the other orders need."""
    query = (
        select(
            Enrollment.id,
            Enrollment.person_id,
            Enrollment.number,
            Enrollment.status,
            Enrollment.status_on,
            Enrollment.group_name,
            Enrollment.walk_in,
            Enrollment.note,
            Person.family_name,
            Person.given_name,
            Person.family_kana,
            Person.given_kana,
            Person.address_town,
            District.name.label("district"),
            District.position.label("district_position"),
        )
        .join(Person, Person.id == Enrollment.person_id)
        .outerjoin(District, District.id == Person.district_id)
        .where(Enrollment.course_id == course_id, Enrollment.status.in_(ON_ROLL))
        .order_by(Person.sort_key, Person.id)
    )
    return session.execute(query).all()


# Sorting is stable and the rows come in 五十音 order, so that is the order within each.
_ORDERS: dict[SheetOrder, Callable[[_Person], tuple[Any, ...]]] = {
    SheetOrder.KANA: lambda _one: (),
    SheetOrder.NUMBER: lambda one: (one.number is None, one.number or 0),
    SheetOrder.DISTRICT: lambda one: (
        one.district_position is None,
        one.district_position or 0,
    ),
    SheetOrder.GROUP: lambda one: (one.group_name == "", len(one.group_name), one.group_name),
}


def _joined(family: str, given: str) -> str:
    return "　".join(part for part in (family, given) if part)
