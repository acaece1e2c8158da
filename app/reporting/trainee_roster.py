"""受講者名簿 (section 3.3): for the office itself, with addresses; handle with care."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.card import one_line_address
from app.contacts.person import Consideration, PersonDraft
from app.kernel.ages import age_on
from app.office import queries as office
from app.office.settings import AgeReference
from app.reporting.catalogue import Content, Request
from app.reporting.heading import course_fields, office_fields
from app.training import queries as training
from app.training.course import CourseId
from app.training.queries import ApplicationListing, ApplicationRow, CourseCard, SheetRow

COLUMNS = (
    "受講番号", "ふりがな", "氏名", "性別", "年齢", "郵便番号", "住所", "電話", "携帯", "圏域",
    "申込日", "申込方法", "きっかけ", "配慮事項",
)  # fmt: skip


def make(session: Session, request: Request) -> Content:
    """Return everyone on the roll of a course, with what the office needs to reach them."""
    course = CourseId(request.need_course())
    card = training.course(session, course)
    sheet = training.sheet(session, course, request.sheet_order)
    day = age_day(session, card, request.today)
    keys = [row.enrollment for row in sheet.rows]
    applications = ApplicationListing(course, day).rows(session, keys)
    drafts = contacts.drafts(session, [row.person for row in sheet.rows])
    needs = training.considerations(session, course)
    return Content(
        title=f"{sheet.title}　受講者名簿",
        fields={
            **office_fields(session, request.today),
            **course_fields(card),
            "年齢基準日": day,
            "名簿の範囲": sheet.description,
        },
        lists={
            "受講者": [
                {
                    **_person(drafts[row.person], day),
                    **application_fields(applications[row.enrollment]),
                    "No": row.row,
                    "受講番号": row.number,
                    "圏域": row.district,
                    "配慮事項": needs_in_words(needs.get(row.enrollment)),
                    "備考": _remark(row),
                }
                for row in sheet.rows
            ]
        },
        form="trainee-roster.xlsx",
        people=len(sheet.rows),
        main_list="受講者",
        columns=COLUMNS,
        year=card.year,
    )


def age_day(session: Session, card: CourseCard, today: date) -> date:
    """Return the day on which ages are counted, as the office has settled it."""
    reference = office.settings(session).age_reference
    if reference is AgeReference.YEAR_END:
        return card.year.last_day
    days = [one.draft.held_on for one in card.sessions if one.draft.held_on]
    if reference is AgeReference.FIRST_DAY and days:
        return min(days)
    return today


def needs_in_words(needs: Consideration | None) -> str:
    """Return what somebody needs to take part, or nothing."""
    if needs is None:
        return ""
    words = (
        "聴こえ" if needs.hearing else "",
        "車いす" if needs.wheelchair else "",
        "送迎" if needs.pickup else "",
        needs.detail,
    )
    return "・".join(word for word in words if word)


def application_fields(row: ApplicationRow) -> dict[str, Any]:
    """Return when, how and through what somebody applied."""
    return {
        "申込日": row.applied_on,
        "申込方法": row.applied_by.label if row.applied_by else "",
        "きっかけ": row.heard_from.label if row.heard_from else "",
    }


def _person(draft: PersonDraft, day: date) -> dict[str, Any]:
    return {
        "ふりがな": draft.kana,
        "氏名": draft.name,
        "性別": draft.sex.label if draft.sex else "",
        "年齢": age_on(draft.birth_date, day) if draft.birth_date else None,
        "郵便番号": draft.postal_code,
        "住所": one_line_address(draft),
        "電話": draft.phone,
        "携帯": draft.mobile,
    }


def _remark(row: SheetRow) -> str:
    left = f"{row.left_on.month}/{row.left_on.day}辞退" if row.left_on else ""
    return "　".join(word for word in (left, row.note) if word)
