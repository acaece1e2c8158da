"""The fields a form of a document may use, each with what would stand there today.

The examples are of the office's newest course or person.  Where nothing is entered yet, an
invented value says what it looks like.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.queries import PersonListing
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.matching.queries import MatchListing, RequestListing
from app.reporting.catalogue import Ask, Content, Document, Request, first_values
from app.reporting.mailing_choice import MailingChoice
from app.reporting.supporter_choice import InsuredOf, SupporterChoice
from app.training import queries as training
from app.training.course import CourseId
from app.training.queries import CourseListing

_COURSES_TRIED = 8
_INVENTED = "例："


@dataclass(frozen=True, slots=True)
class PaletteField:
    """A field: what stands between the braces, and what that would give.

    ``list`` fields repeat their row, or stand in several cells of one; ``required`` ones must
    not be missing in a form.
    """

    tag: str
    example: str
    list: bool
    required: bool


def palette(session: Session, document: Document, today: date) -> tuple[PaletteField, ...]:
    """Return the fields of a document: those that stand once, then those of its lists."""
    content = example_content(session, document, today)
    found = first_values(content.values()) if content else {}
    invented = first_values(document.example)
    return tuple(
        PaletteField(
            name,
            _text(found.get(name)) or _INVENTED + _text(invented[name]),
            "." in name,
            name in document.required,
        )
        for name in document.names
    )


def example_content(session: Session, document: Document, today: date) -> Content | None:
    """Return a document of the newest course or person, or nothing where none can be made."""
    best = None
    for request in _requests(session, document, today):
        try:
            content = document.make(session, request)
        except Refusal:
            continue
        if not content.main_list or content.lists[content.main_list]:
            return content
        best = best or content
    return best


def _requests(session: Session, document: Document, today: date) -> Iterator[Request]:
    """Yield what may be asked for, the likeliest to hold something first."""
    if Ask.PERSON in document.asks:
        newest = max(PersonListing(today).keys(session), default=None)
        if newest is not None:
            yield Request(today, person=newest)
    elif Ask.PEOPLE in document.asks:
        newest = max(PersonListing(today).keys(session), default=None)
        if newest is not None:
            choice = MailingChoice(need_consent=False)
            yield Request(today, people=(PersonId(newest),), mailing=choice)
    elif Ask.COURSE in document.asks:
        for course in CourseListing().keys(session)[:_COURSES_TRIED]:
            first = next(iter(training.sessions(session, CourseId(course))), None)
            yield Request(today, course=course, session=first.number if first else None)
    else:
        yield _newest(session, today)
        yield Request(today)


def _newest(session: Session, today: date) -> Request:
    """Ask for the newest help request and match, and for everybody who is insured."""
    return Request(
        today,
        help_request=max(RequestListing().keys(session), default=None),
        match=max(MatchListing().keys(session), default=None),
        supporters=SupporterChoice(insured=InsuredOf.EVERYBODY),
    )


def _text(value: object) -> str:
    if value is None or isinstance(value, Enum):
        return ""
    return format_day(value) if isinstance(value, date) else str(value)
