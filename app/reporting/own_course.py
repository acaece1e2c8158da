"""A document of the office's own about a course: all there is of it, its trainees and sessions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.contacts.person import PersonDraft
from app.office import queries as office
from app.reporting import attendance_sheet
from app.reporting.catalogue import Content, Request
from app.reporting.heading import course_fields, lecturer, office_fields, session_time
from app.reporting.person_fields import Place, person_fields
from app.reporting.trainee_roster import age_day, application_fields, needs_in_words
from app.training import queries as training
from app.training.course import CourseId
from app.training.queries import (
    ApplicationListing,
    ApplicationRow,
    CertificateRow,
    CourseCard,
    Sheet,
    SheetRow,
)

TRAINEES, SESSIONS = "受講者", "回"


def content(name: str, session: Session, request: Request) -> Content:
    """Return a course with everybody on its roll and every session."""
    course = CourseId(request.need_course())
    card = training.course(session, course)
    sheet = training.sheet(session, course, request.sheet_order)
    trainees = _Trainees(session, request, card, sheet)
    rows = [trainees.row(one) for one in sheet.rows]
    return Content(
        title=f"{card.draft.title}　{name}",
        fields={
            **office_fields(session, request.today),
            **course_fields(card),
            "年齢基準日": trainees.day,
            "名簿の範囲": sheet.description,
        },
        lists={TRAINEES: rows, SESSIONS: _sessions(card, sheet)},
        form="",
        people=len(rows),
        main_list=TRAINEES,
        columns=tuple(f"{TRAINEES}.{one}" for one in rows[0]) if rows else (),
        year=card.year,
    )


class _Trainees:
    """What is asked once for all trainees of a course."""

    def __init__(self, session: Session, request: Request, card: CourseCard, sheet: Sheet) -> None:
        self.day = age_day(session, card, request.today)
        self._city = office.settings(session).city
        people = [row.person for row in sheet.rows]
        self._drafts: Mapping[Any, PersonDraft] = contacts.drafts(session, people)
        self._own_names, self._own_values = contacts.custom_columns(session, Subject.PERSON, people)
        keys = [row.enrollment for row in sheet.rows]
        self._applications: Mapping[int, ApplicationRow] = ApplicationListing(
            card.id, self.day
        ).rows(session, keys)
        self._needs = training.considerations(session, card.id)
        self._certificates: dict[Any, CertificateRow] = {
            one.person: one for one in training.certificates(session, card.id)
        }
        self._centres = {one.name: one.centre for one in office.districts(session)}

    def row(self, one: SheetRow) -> dict[str, Any]:
        """Return a trainee: the person, the application, the attendance, the certificate."""
        place = Place(one.district, self._centres.get(one.district, ""))
        certificate = self._certificates.get(one.person)
        return {
            **dict(zip(self._own_names, self._own_values[one.person], strict=True)),
            **person_fields(self._drafts[one.person], self.day, place),
            **attendance_sheet.trainee(one, self._city),
            **application_fields(self._applications[one.enrollment]),
            "グループ": one.group,
            "配慮事項": needs_in_words(self._needs.get(one.enrollment)),
            "修了証番号": certificate.number if certificate else "",
            "修了証の交付日": certificate.issued_on if certificate else None,
        }


def _sessions(card: CourseCard, sheet: Sheet) -> list[dict[str, Any]]:
    counted = attendance_sheet.sessions(sheet)
    return [
        {
            **counts,
            "時間": session_time(one),
            "会場": one.draft.venue or card.draft.venue,
            "講師": lecturer(one),
        }
        for counts, one in zip(counted, card.sessions, strict=True)
    ]
