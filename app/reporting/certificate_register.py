"""修了証交付台帳: every certificate of a fiscal year by its number, with its re-issues."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields
from app.training import queries as training
from app.training.course import CourseId
from app.training.queries import CertificateRow

COLUMNS = ("修了証番号", "氏名", "講座名")


def make(session: Session, request: Request) -> Content:
    """Return the register of a fiscal year, or of one course where that is named."""
    if request.course is not None:
        course = CourseId(request.course)
        rows = training.certificates(session, course)
        year = training.course(session, course).year
    else:
        year = request.need_year()
        rows = training.register(session, year)
    return Content(
        title=f"{year}　修了証交付台帳",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            "名簿の範囲": f"{year}・{len(rows)}件",
        },
        lists={"交付台帳": [_line(place, row) for place, row in enumerate(rows, start=1)]},
        form="certificate-register.xlsx",
        people=len({row.person for row in rows}),
        main_list="交付台帳",
        columns=COLUMNS,
        year=year,
    )


def _line(place: int, row: CertificateRow) -> dict[str, Any]:
    latest = row.reissues[-1] if row.reissues else None
    return {
        "No": place,
        "番号": row.number,
        "氏名": row.name,
        "講座名": row.title,
        "交付日": row.issued_on,
        "再交付日": latest.on if latest else None,
        "再交付理由": latest.reason if latest else "",
    }
