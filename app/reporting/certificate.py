"""修了証書 (section 3.4): one page a trainee, no punctuation, as certificates are written.

The name is the one entered in the register on the day of issue; a re-issue keeps number and
original date and says 再交付.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.kanji_number import kanji_number
from app.kernel.wareki import format_day
from app.reporting.catalogue import Content, Request
from app.reporting.heading import course_fields, office_fields
from app.training import queries as training
from app.training.course import CourseId
from app.training.queries import CertificateRow, CourseCard

COLUMNS = ("氏名", "修了証番号")
_KANJI_DAY = "令和八年四月一日"


def make(session: Session, request: Request) -> Content:
    """Return the certificates of a course, or one person's.  Refuses where none was issued."""
    course = CourseId(request.need_course())
    card = training.course(session, course)
    rows = [
        row
        for row in training.certificates(session, course)
        if request.person in {None, row.person}
    ]
    if not rows:
        raise Refusal(
            "この研修では、まだ修了証書を交付していません。"
            "修了を確定し、「修了証書を交付」を行ってから、もう一度お試しください。"
        )
    return Content(
        title=f"{card.draft.title}　修了証書",
        fields={**office_fields(session, request.today), **course_fields(card)},
        lists={"修了証書": [_certificate(row, card) for row in rows]},
        form="certificate.xlsx",
        people=len(rows),
        main_list="修了証書",
        columns=COLUMNS,
        year=card.year,
    )


def _certificate(row: CertificateRow, card: CourseCard) -> dict[str, Any]:
    sessions = kanji_number(card.draft.planned_sessions or len(card.sessions))
    year = format_day(card.year.first_day, _KANJI_DAY).partition("年")[0]
    title = card.draft.title.replace(str(card.year), "").strip()
    latest = row.reissues[-1] if row.reissues else None
    return {
        "番号": f"第 {row.number} 号",
        "氏名": latest.name if latest else row.name,
        "本文1": f"あなたは{year}年度{title}の",
        "本文2": f"全課程（全{sessions}回）を修了したことを証します",
        "交付日": format_day(row.issued_on, _KANJI_DAY),
        "再交付": f"再交付　{format_day(latest.on, _KANJI_DAY)}" if latest else "",
    }
