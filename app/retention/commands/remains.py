"""What stays of rows that figures count: the row, without anything said about a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonStatus
from app.contacts.tables import Person
from app.kernel.fiscal_year import FiscalYear
from app.retention.anonymous import stand_in
from app.retention.rule import DISPOSED
from app.storage.base import moment
from app.storage.changes import Image, shape_of
from app.supporters.tables import Supporter, SupporterStateChange
from app.training.course import SessionStatus
from app.training.tables import Course, CourseSession, Enrollment

KEPT: Mapping[str, Image] = {
    "enrollment": {"motive": "", "status_reason": "", "entry_exception": "", "note": ""},
    "attendance": {"reason": "", "confirmed_by": "", "note": ""},
    "certificate": {"name": DISPOSED},
    "certificate_reissue": {"name": DISPOSED, "reason": ""},
    "supporter": {
        **dict.fromkeys(("interviewer", "interview", "motive", "availability"), ""),
        **dict.fromkeys(("wishes", "considerations", "other_programmes", "note"), ""),
    },
    "supporter_state_change": {"note": ""},
    "level_change": {"decided_by": "", "reason": ""},
    "match": {
        **dict.fromkeys(("decline_reason", "end_reason", "supporter_words", "place_words"), ""),
        "note": "",
    },
    "match_step": {"note": ""},
    "activity_slip": {"note": ""},
    "activity": {"note": ""},
    "incident": {"content": DISPOSED, "response": ""},
    "help_request": {
        "title": DISPOSED,
        **dict.fromkeys(("contact_name", "contact_phone", "content", "schedule", "venue"), ""),
        **dict.fromkeys(("address_town", "address_number", "bring", "costs", "reward"), ""),
        **dict.fromkeys(("insurance", "note", "search_text"), ""),
    },
    "request_kind": {},
    "need": {
        "content": DISPOSED,
        **dict.fromkeys(("age_band", "town", "handed_to", "result", "note", "search_text"), ""),
    },
    "need_kind": {},
    "issue_evidence": {"note": ""},
    "council_member": {"post": "", "appointment_number": "", "note": ""},
    "attendee": {"post": "", "proxy_name": "", "note": ""},
    "log_contact": {},
    "staff_member": {"concurrent_post": "", "reason": "", "note": ""},
    "staff_training": {"content": "", "learnt": "", "certificate": ""},
}
"""Tables whose rows stay, and what is written over in them."""

MENTIONS = frozenset(
    {
        ("answer_sheet", "organisation_id"),
        ("council", "organisation_id"),
        ("council_member", "organisation_id"),
        ("log_entry", "staff_id"),
        ("resolution", "person_id"),
    }
)
"""Columns that only mention somebody: their rows stay as they are, and mention nobody."""

OWNERS = frozenset({"person", "organisation"})
"""Tables nothing that stays refers to any more, where it can do without."""


def anonymous_person(session: Session, key: int) -> Image:
    """Return what is written over somebody who took part in courses."""
    row = session.execute(
        select(Person.birth_date, Person.birth_year, Person.age_band).where(Person.id == key)
    ).one()
    birth, band = stand_in(*row, days=_reference_days(session, key))
    blank = {column.name: "" for column in Person.__table__.columns if not column.nullable}
    values: dict[str, Any] = {
        **dict.fromkeys(_EMPTIED),
        **{name: text for name, text in blank.items() if name not in _SET},
        "family_name": DISPOSED,
        "kana_guessed": False,
        "unenterable": False,
        "district_fixed": True,
        "no_mail": True,
        "birth_date": birth,
        "age_band": band,
        "status": PersonStatus.WITHDRAWN,
        "sort_key": "z",
        "merged_into_id": key,
        "deleted_at": moment(session),
    }
    return shape_of(inspect(Person)).image(values)


_SET = frozenset({"id"})
_EMPTIED = ("birth_year", "contact_by")


def _reference_days(session: Session, person: int) -> list[date]:
    """Return the days on which figures ask for ages: of their courses, of their registration."""
    query = (
        select(Course.fiscal_year, func.min(CourseSession.held_on))
        .join(Enrollment, Enrollment.course_id == Course.id)
        .outerjoin(
            CourseSession,
            (CourseSession.course_id == Course.id)
            & (CourseSession.status != SessionStatus.CANCELLED),
        )
        .where(Enrollment.person_id == person)
        .group_by(Course.id)
        .order_by(Course.id)
    )
    states = (
        select(SupporterStateChange.starts_on)
        .join(Supporter, Supporter.id == SupporterStateChange.supporter_id)
        .where(Supporter.person_id == person)
        .order_by(SupporterStateChange.starts_on, SupporterStateChange.id)
    )
    courses = [day or FiscalYear(year).first_day for year, day in session.execute(query)]
    return [*courses, *session.scalars(states)]
