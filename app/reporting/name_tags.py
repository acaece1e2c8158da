"""名札 (section 3.2): ten to a sheet of A4, 91 x 55 mm each."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.reporting.catalogue import Content, Request
from app.reporting.heading import course_fields, office_fields
from app.training import queries as training
from app.training.course import CourseId, EnrollmentStatus

COLUMNS = ("受講番号", "ふりがな", "氏名")


def make(session: Session, request: Request) -> Content:
    """Return the name tags of a course, or of one trainee where a person is named."""
    course = CourseId(request.need_course())
    card = training.course(session, course)
    sheet = training.sheet(session, course, request.sheet_order)
    rows = [
        row
        for row in sheet.rows
        if row.status is not EnrollmentStatus.WITHDREW and request.person in {None, row.person}
    ]
    return Content(
        title=f"{sheet.title}　名札",
        fields={**office_fields(session, request.today), **course_fields(card)},
        lists={
            "名札": [
                {
                    "講座名": sheet.title,
                    "受講番号": row.number,
                    "ふりがな": row.kana,
                    "氏名": row.name,
                    "グループ": row.group,
                }
                for row in rows
            ]
        },
        form="name-tags.xlsx",
        people=len(rows),
        main_list="名札",
        columns=COLUMNS,
        year=card.year,
    )
