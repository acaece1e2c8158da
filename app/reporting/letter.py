"""案内状 (section 3.16): a letter to each of a mailing, with a slip to send back by FAX.

What the letter says is typed by the user; who is told which number and which day comes from the
records, where a course is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.kernel.wareki import format_day
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import punctuate, session_time
from app.reporting.labels import COLUMNS, letter_fields, mailing_content
from app.reporting.mailing import Letter, mailing
from app.training import queries as training
from app.training.course import CourseId, EnrollmentStatus, SessionStatus

TEXTS: Final = (
    "件名", "本文", "日時", "会場", "内容", "申込方法", "締切", "返信先FAX",
)  # fmt: skip
"""What the user types."""
_TYPED: Final = ("日時", "会場", "内容", "申込方法", "締切")
_KNOWN: Final = ("次回日程", "受講番号")


@dataclass(frozen=True, slots=True)
class _Course:
    """What a course says to those who take part in it; who has no number yet has a blank one."""

    numbers: Mapping[PersonId, str]
    next_day: str = ""


def make(session: Session, request: Request) -> Content:
    """Return a letter for each addressee."""
    found = mailing(session, request)
    course = _course(session, request)
    keys = [key for letter in found.letters for key in letter.people]
    drafts = contacts.drafts(session, keys)
    firms = [one.organisation for one in found.letters if one.organisation is not None]
    called = {key: one.name for key, one in contacts.organisation_drafts(session, firms).items()}
    known = office.settings(session)
    texts = {name: punctuate(request.mailing.texts.get(name, ""), known) for name in TEXTS}
    rows = [_row(letter, drafts, called, course) for letter in found.letters]
    content = mailing_content(
        session,
        request,
        found,
        title="　".join(part for part in ("案内状", texts["件名"]) if part),
        rows=[{**row, **_details(texts, row)} for row in rows],
        fields=texts,
        form="letter.xlsx",
        columns=(*COLUMNS, "受講番号") if course.numbers else COLUMNS,
    )
    others = 0 if request.course is None else len(set(keys) - set(course.numbers))
    if not others:
        return content
    told = f"次回日程と受講番号は、この講座の受講者でない{others}名には書きません。"
    return replace(content, remarks=(*content.remarks, told))


def _row(
    letter: Letter,
    drafts: Mapping[PersonId, PersonDraft],
    called: Mapping[OrganisationId, str],
    course: _Course,
) -> dict[str, Any]:
    """Return one letter's fields; 氏名 says on the slip who answers, be it an organisation."""
    people = [drafts[key] for key in letter.people]
    takes_part = [key for key in letter.people if key in course.numbers]
    numbers = [course.numbers[key] for key in takes_part if course.numbers[key]]
    return {
        **letter_fields(letter),
        "氏名": called[letter.organisation]
        if letter.organisation is not None
        else "・".join(one.name for one in people),
        "敬称": people[0].honorific if people else "",
        "受講番号": "・".join(numbers),
        "次回日程": course.next_day if takes_part else "",
    }


def _details(texts: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands below 記, line for line, without those that say nothing."""
    found = [(name, str(texts[name])) for name in _TYPED if texts[name]]
    found += [(name, row[name]) for name in _KNOWN if row[name]]
    found += [("", "")] * (len(_TYPED) + len(_KNOWN) - len(found))
    details: dict[str, str] = {}
    for number, (name, text) in enumerate(found, start=1):
        details |= {f"記{number}の見出し": name, f"記{number}": text}
    return details


def _course(session: Session, request: Request) -> _Course:
    if request.course is None:
        return _Course({})
    course = CourseId(request.course)
    rows = training.sheet(session, course).rows
    numbers = {
        row.person: str(row.number or "")
        for row in rows
        if row.status is not EnrollmentStatus.WITHDREW
    }
    return _Course(numbers, _next_day(session, course, request.today))


def _next_day(session: Session, course: CourseId, today: date) -> str:
    """Return day, time and place of the first session to come."""
    coming = [
        one
        for one in training.sessions(session, course)
        if one.status is SessionStatus.PLANNED
        and one.draft.held_on is not None
        and one.draft.held_on >= today
    ]
    if not coming:
        return ""
    first = min(coming, key=lambda one: one.draft.held_on or today)
    day = format_day(first.draft.held_on or today, "令和8年4月1日(水)")
    venue = first.draft.venue or training.course(session, course).draft.venue
    parts = (first.label, day, session_time(first), venue)
    return "　".join(part for part in parts if part)
