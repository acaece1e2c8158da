"""The documents there are, in the order of the catalogue."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.documents.form.check import Expected, check
from app.kernel.errors import Refusal
from app.kernel.resources import resources
from app.reporting import (
    attendance_sheet,
    certificate,
    certificate_register,
    course_report,
    name_tags,
    reception_sheet,
    trainee_roster,
)
from app.reporting.catalogue import Ask, Document
from app.reporting.heading import COURSE_FIELDS, OFFICE_FIELDS
from app.training.queries import CourseListing

_COURSE = (Ask.COURSE,)

DOCUMENTS = (
    Document("attendance-sheet", "出席簿", _COURSE, attendance_sheet.make),
    Document("reception-sheet", "当日受付簿", (Ask.COURSE, Ask.SESSION), reception_sheet.make),
    Document("trainee-roster", "受講者名簿", _COURSE, trainee_roster.make),
    Document("name-tags", "名札", _COURSE, name_tags.make),
    Document("certificate", "修了証書", _COURSE, certificate.make, has_order=False),
    Document(
        "certificate-register",
        "修了証交付台帳",
        (Ask.YEAR,),
        certificate_register.make,
        has_order=False,
    ),
    Document("course-report", "研修実施報告書", _COURSE, course_report.make, has_order=False),
)


def document(wanted: str) -> Document:
    """Return the document with this id.  Refuses one that is not in the catalogue."""
    for one in DOCUMENTS:
        if one.id == wanted:
            return one
    known = "、".join(one.id for one in DOCUMENTS)
    raise Refusal(f"「{wanted}」という書類はありません。使えるのは {known} です。")


def expected_fields(one: Document) -> Expected:
    """Return the names that a form of this document may use: those of our own forms, and ours.

    Every form may name the office; the forms of a course may name the course.
    """
    common = OFFICE_FIELDS | (COURSE_FIELDS if Ask.COURSE in one.asks else frozenset())
    variants = (one.id, f"{one.id}-[0-9]")
    folder = resources() / "forms"
    forms = [check(form) for name in variants for form in folder.glob(f"{name}.xlsx")]
    return Expected(
        fields=common.union(*(form.fields for form in forms)),
        lists=frozenset().union(*(form.lists for form in forms)),
    )


def years(session: Session) -> list[int]:
    """Return the fiscal years there is anything for, oldest first."""
    listing = CourseListing()
    rows = listing.rows(session, listing.keys(session)).values()
    return sorted({row.year.start for row in rows})
