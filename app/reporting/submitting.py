"""Handing a document in (提出): frozen with its values and files, numbered, and compared later.

A submission is one step: the letter's number, the values and the files are kept together, or
nothing is.  What the facts say later is told beside it (訂正) and never changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.resources import resources
from app.office import commands as office
from app.office import queries as office_queries
from app.reporting.catalogue import Ask, Content, Document, Request
from app.reporting.documents import document as find_document
from app.reporting.form_choice import ChosenForm, choose_form
from app.reporting.heading import addressee, office_fields
from app.reporting.produce import Both, both, export_of, plain_values
from app.reporting.resource_choice import ResourceChoice
from app.reporting.shown_values import shown_values, told_labels
from app.storage.store import Store
from app.submissions import commands, queries
from app.submissions.commands import SubmittedFile
from app.submissions.corrections import Correction, corrections
from app.submissions.submission import (
    Direction,
    LetterDraft,
    LetterId,
    LetterWay,
    SubmissionId,
)

NUMBER = "文書番号"
_FORMATS = ("pdf", "xlsx")
_CHOICES = {
    Ask.COURSE: "course",
    Ask.SESSION: "session",
    Ask.NAMES: "names",
    Ask.COUNCIL: "council",
    Ask.MEETING: "meeting",
    Ask.MINUTES: "minutes",
    Ask.DAY: "day",
    Ask.SPAN: "span",
    Ask.RESOURCES: "resources",
}
_READ: Mapping[str, Callable[[Any], Any]] = {
    "day": date.fromisoformat,
    "resources": ResourceChoice.of,
}
"""How choices that are not kept as they are are read."""
_PERIOD = frozenset({Ask.YEAR, Ask.MONTH})


@dataclass(frozen=True, slots=True)
class SubmitDraft:
    """How a document goes to the city; without ``numbered`` the register gets no entry."""

    way: LetterWay = LetterWay.EMAIL
    partner: str = ""
    numbered: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of it: the submission, its number, and what was remarkable."""

    id: SubmissionId
    number: str
    warnings: tuple[str, ...]
    missing: tuple[str, ...]


def can_be_submitted(document: Document) -> bool:
    """Return whether a document is asked for by nothing but a period and plain choices."""
    return not document.own and set(document.asks) <= _PERIOD | set(_CHOICES)


def submit(store: Store, document: Document, request: Request, draft: SubmitDraft) -> Submitted:
    """Make a document in both formats and keep it as it is handed in.

    Refuses documents that go to people one by one, such as labels and letters.
    """
    if not can_be_submitted(document):
        raise Refusal(f"「{document.name}」は、提出版として保存する書類ではありません。")
    number = store.ask(_next_number, request.today) if draft.numbered else ""
    made = both(store, numbered(document, number), request)
    kept = store.do(f"{made.made.title}を提出", _keep, document, request, draft, made, number)
    key, number = kept.result
    return Submitted(key, number, made.made.warnings, made.made.missing)


def numbered(document: Document, number: str) -> Document:
    """Return a document that bears a number wherever its form asks for one."""

    def make(session: Session, request: Request) -> Content:
        content = document.make(session, request)
        return replace(content, fields={**content.fields, NUMBER: number})

    return replace(document, make=make)


def differences(session: Session, submission: SubmissionId) -> tuple[Correction, ...]:
    """Return what the facts of today say otherwise than a submission.

    The document is gathered as on the day it was handed in, so that only what was changed since
    in the records shows, and not that time went by.  A fact that several values tell is told by
    those that its form shows.  The letterhead is left out: another mayor makes no old report wrong.
    """
    row = queries.submission(session, submission)
    document = find_document(session, row.document)
    content = numbered(document, row.letter_number).make(session, request_of(row))
    labels = told_labels(_form(session, document, content, row).labels, content.retold)
    labels -= office_fields(session, row.submitted_at.date()).keys()
    was, now = queries.submitted_values(session, submission), plain_values(content)
    return corrections(shown_values(was, labels), shown_values(now, labels))


def _form(
    session: Session, document: Document, content: Content, row: queries.SubmissionRow
) -> ChosenForm:
    """Return the edition it was handed in with, or our form."""
    if row.edition is None:
        return ChosenForm(content.drawn or resources() / "forms" / content.form, "")
    request = replace(request_of(row), edition=row.edition)
    return choose_form(session, document, content, request, None)


def request_of(row: queries.SubmissionRow) -> Request:
    """Return what a submission was asked with, as on its day."""
    chosen = {
        name: _READ[name](value) if name in _READ else value for name, value in row.asked.items()
    }
    return Request(row.submitted_at.date(), year=row.year, month=row.month, **chosen)


def _next_number(session: Session, today: date) -> str:
    return queries.free_number(session, FiscalYear.of(today))


def _keep(
    session: Session,
    document: Document,
    request: Request,
    draft: SubmitDraft,
    made: Both,
    number: str,
) -> tuple[SubmissionId, str]:
    content = made.made.content
    letter = _enter(session, draft, request.today, content.title, number) if number else None
    key = commands.keep_submission(session, _file(document, request, made), letter, draft.note)
    if content.people:
        for kind in _FORMATS:
            office.record_export(session, export_of(document, made.made, kind, "市への提出"))
    return key, number


def _enter(session: Session, draft: SubmitDraft, on: date, title: str, number: str) -> LetterId:
    partner = draft.partner or addressee(office_queries.settings(session))
    return commands.add_letter(
        session,
        LetterDraft(Direction.SENT, on, title, number, partner, way=draft.way, enclosures=title),
    )


def _file(document: Document, request: Request, made: Both) -> SubmittedFile:
    content = made.made.content
    has_month = Ask.MONTH in document.asks
    return SubmittedFile(
        document=document.id,
        title=content.title,
        year=(content.year or request.need_year()).start,
        month=request.need_month()[0].month if has_month else None,
        asked=_asked(document, request),
        values=plain_values(content),
        files={"xlsx": made.xlsx, "pdf": made.pdf},
        edition=made.made.edition,
        form_digest=made.made.form_digest,
    )


def _asked(document: Document, request: Request) -> Mapping[str, Any]:
    chosen = {
        name: getattr(request, name) for ask, name in _CHOICES.items() if ask in document.asks
    }
    if Ask.DAY in document.asks:
        chosen["day"] = request.need_day().isoformat()
    if Ask.RESOURCES in document.asks:
        chosen["resources"] = request.resources.plain()
    return chosen
