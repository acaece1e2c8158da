"""当日受付簿 (section 3.2): one session's sheet at the door, with blank lines for walk-ins."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.reporting.catalogue import Content, Request
from app.reporting.heading import course_fields, lecturer, office_fields, one_session, session_time
from app.training import queries as training
from app.training.course import CourseId, EnrollmentStatus
from app.training.sheet import SheetRow

COLUMNS = ("受講番号", "ふりがな", "氏名")
_BLANK_LINES = 5
_BLANK: tuple[dict[str, Any], ...] = (
    {"No": "", "受講番号": None, "ふりがな": "", "氏名": "", "備考": ""},
)


def make(session: Session, request: Request) -> Content:
    """Return the reception sheet of one session; who has left is not on it."""
    course = CourseId(request.need_course())
    card = training.course(session, course)
    held = one_session(card, request.need_session())
    if held is None:
        raise Refusal(f"この研修には、第{request.session}回がありません。回を選び直してください。")
    sheet = training.sheet(session, course, request.sheet_order)
    rows = [row for row in sheet.rows if row.status is not EnrollmentStatus.WITHDREW]
    place = [one.id for one in sheet.sessions].index(held.id)
    return Content(
        title=f"{sheet.title}　{held.label}　当日受付簿",
        fields={
            **office_fields(session, request.today),
            **course_fields(card),
            "回次": held.label,
            "月日": held.draft.held_on,
            "時間": session_time(held),
            "回の会場": held.draft.venue or card.draft.venue,
            "テーマ": held.draft.theme,
            "講師": lecturer(held),
            "名簿の範囲": f"受講者{len(rows)}名・{sheet.order.label}",
        },
        lists={"受講者": [*(_expected(row, place) for row in rows), *_BLANK * _BLANK_LINES]},
        form="reception-sheet.xlsx",
        people=len(rows),
        main_list="受講者",
        columns=COLUMNS,
        year=card.year,
    )


def _expected(row: SheetRow, place: int) -> dict[str, Any]:
    return {
        "No": row.row,
        "受講番号": row.number,
        "ふりがな": row.kana,
        "氏名": row.name,
        "備考": "欠席連絡あり" if row.cells[place].planned else "",
    }
