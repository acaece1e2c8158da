"""出席簿 (section 3.1): the whole course on one sheet, passed around and filled in by pen.

It shows no birth date and no telephone number.  Order and row numbers are those of the grid
in the window, because both are the same query.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.documents.form.values import STRIKE
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import course_fields, office_fields
from app.training import queries as training
from app.training.completion import IN_PERSON, Mark
from app.training.course import CourseId, EnrollmentStatus, SessionStatus
from app.training.queries import Sheet, SheetRow

COLUMNS = ("受講番号", "ふりがな", "氏名", "町名", "圏域", "出欠")
_MOST_DRAWN_FOR_FIVE = 5


def make(session: Session, request: Request) -> Content:
    """Return the attendance sheet of a course, in the order asked for."""
    course = CourseId(request.need_course())
    sheet = training.sheet(session, course, request.sheet_order)
    card = training.course(session, course)
    city = office.settings(session).city
    wide = len(sheet.sessions) > _MOST_DRAWN_FOR_FIVE
    return Content(
        title=f"{sheet.title}　出席簿",
        fields={
            **office_fields(session, request.today),
            **course_fields(card),
            "名簿の範囲": sheet.description,
        },
        lists={"回": sessions(sheet), "受講者": [trainee(row, city) for row in sheet.rows]},
        form="attendance-sheet-6.xlsx" if wide else "attendance-sheet.xlsx",
        people=len(sheet.rows),
        main_list="受講者",
        columns=COLUMNS,
        year=card.year,
    )


def sessions(sheet: Sheet) -> list[dict[str, Any]]:
    """Return one entry a session: its day, its theme, and how many came."""
    entries = []
    for place, one in enumerate(sheet.sessions):
        marks = [row.cells[place].mark for row in sheet.rows]
        held = one.status is SessionStatus.HELD
        present = sum(mark in IN_PERSON for mark in marks)
        absent = sum(mark in {Mark.ABSENT, Mark.EXCUSED, Mark.MADE_UP} for mark in marks)
        entries.append(
            {
                "回次": one.label,
                "月日": one.held_on,
                "テーマ": "中止" if one.status is SessionStatus.CANCELLED else one.theme,
                "出席者数": present if held else None,
                "欠席者数": absent if held else None,
                "出席率": percent(present, present + absent) if held else "",
            }
        )
    return entries


def trainee(row: SheetRow, city: str) -> dict[str, Any]:
    """Return one line of the sheet; after somebody left, their cells are struck out."""
    return {
        "No": row.row,
        "受講番号": row.number,
        "ふりがな": row.kana,
        "氏名": row.name,
        "町名圏域": _place(row, city),
        "回": [{"印": STRIKE if cell.struck else cell.sign} for cell in row.cells],
        "出席回数": row.standing.attended or None,
        "修了": _completed(row),
        "備考": _remark(row),
    }


def percent(part: int, whole: int) -> str:
    """Return a whole percentage, rounded down as the forms ask, or nothing for 0 of 0."""
    return f"{100 * part // whole}％" if whole else ""


def _place(row: SheetRow, city: str) -> str:
    """Return town and district; the office's own city goes without saying."""
    district = f"（{row.district}）" if row.district else ""
    return f"{row.town.removeprefix('北海道').removeprefix(city)}{district}"


def _completed(row: SheetRow) -> str:
    return {EnrollmentStatus.COMPLETED: "修了", EnrollmentStatus.NOT_COMPLETED: "未修了"}.get(
        row.status, ""
    )


def _remark(row: SheetRow) -> str:
    left = f"{row.left_on.month}/{row.left_on.day}辞退" if row.left_on else ""
    return "　".join(_words(left, "当日参加" if row.walk_in else "", row.note))


def _words(*words: str) -> Sequence[str]:
    return [word for word in words if word]
