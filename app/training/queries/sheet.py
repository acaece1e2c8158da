"""The attendance sheet (出席簿): the grid on the page and the printed sheet are this one query.

So both have the same order and the same row numbers.  It holds everyone who was accepted:
applicants declined, waiting or not yet decided are left out, and who left is struck out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.orm import Session

from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office.tables import District
from app.training.completion import Requirement, SessionId, standing
from app.training.course import (
    ON_ROLL,
    CourseId,
    EnrollmentStatus,
    SessionStatus,
    SheetOrder,
)
from app.training.sheet import Cell, Sheet, SheetRow, SheetSession
from app.training.tables import Attendance, Course, CourseSession, Enrollment

_Person = Row[*tuple[Any, ...]]


def sheet(session: Session, course_id: CourseId, order: SheetOrder = SheetOrder.KANA) -> Sheet:
    """Return the attendance sheet of a course; refuse where there is no such course."""
    of = {"course": course_id}
    course = session.execute(_COURSE, of).one_or_none()
    if course is None:
        raise Refusal("この講座は見つかりません。一覧から選び直してください。")
    columns = tuple(SheetSession(*row) for row in _rows(session, _COLUMNS, of))
    requirement = Requirement(
        course.minimum_attended,
        frozenset(one.id for one in columns if one.required),
        course.make_up_allowed,
        course.excused_counts,
    )
    judge = _Judge(columns, requirement, _cells(session, course_id))
    people = sorted(session.execute(_PEOPLE, of), key=_ORDERS[order])
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


class _Judge:
    """What is the same for every row."""

    def __init__(
        self,
        columns: tuple[SheetSession, ...],
        requirement: Requirement,
        cells: Mapping[int, Mapping[SessionId, Cell]],
    ) -> None:
        counting = [one for one in columns if one.status is not SessionStatus.CANCELLED]
        self._columns = columns
        self._requirement = requirement
        self._cells = cells
        self._counting = [one.id for one in counting]
        self._held = {one.id for one in counting if one.status is SessionStatus.HELD}

    def row(self, place: int, person: _Person) -> SheetRow:
        left_on = person.status_on if person.status is EnrollmentStatus.WITHDREW else None
        given = self._cells.get(person.id, {})
        marks = {key: cell.mark for key, cell in given.items() if cell.mark is not None}
        return SheetRow(
            row=place,
            enrollment=person.id,
            person=person.person_id,
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
            cells=tuple(given.get(one.id) or _blank(one, left_on) for one in self._columns),
            standing=standing(self._requirement, self._counting, marks, self._held),
        )


def _blank(column: SheetSession, left_on: date | None) -> Cell:
    if left_on is not None and (column.held_on is None or column.held_on > left_on):
        return _STRUCK
    return _BLANK


_BLANK = Cell()
_STRUCK = Cell(struck=True)


def _cells(session: Session, course_id: CourseId) -> Mapping[int, Mapping[SessionId, Cell]]:
    """Return the marks by enrolment and session; most cells are alike and are one object."""
    alike: dict[tuple[Any, ...], Cell] = {}
    cells: dict[int, dict[SessionId, Cell]] = defaultdict(dict)
    for enrollment, held, *rest in _rows(session, _CELLS, {"course": course_id}):
        values = tuple(rest)
        cell = alike.get(values)
        if cell is None:
            cell = alike[values] = Cell(*values)
        cells[enrollment][held] = cell
    return cells


def _rows(
    session: Session, query: Select[*tuple[Any, ...]], of: Mapping[str, int]
) -> Iterable[Sequence[Any]]:
    return session.execute(query, of)


# The statements are built once: while attendance is taken the sheet is read after every key.
_COURSE = select(
    Course.title,
    Course.fiscal_year,
    Course.venue,
    Course.status,
    Course.capacity,
    Course.minimum_attended,
    Course.make_up_allowed,
    Course.excused_counts,
).where(Course.id == bindparam("course"))

_COLUMNS = (
    select(
        CourseSession.id,
        CourseSession.number,
        CourseSession.held_on,
        CourseSession.theme,
        CourseSession.status,
        CourseSession.required,
    )
    .where(CourseSession.course_id == bindparam("course"))
    .order_by(CourseSession.number)
)

_CELLS = (
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
    .where(CourseSession.course_id == bindparam("course"))
)

_PEOPLE = (
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
    .where(Enrollment.course_id == bindparam("course"), Enrollment.status.in_(ON_ROLL))
    .order_by(Person.sort_key, Person.id)
)

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
