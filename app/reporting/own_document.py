"""Documents that the office added itself (自分の書類): whatever the city asks a form for.

They have no form of ours: what they hold is every field there is of a person, of a course with
its trainees and sessions, or of the office, and the registered form takes what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.person import PersonId
from app.forms.edition import Basis, OwnDocument
from app.office import queries as office
from app.reporting import own_course
from app.reporting.catalogue import Ask, Content, Document, Request
from app.reporting.examples import OWN
from app.reporting.heading import office_fields
from app.reporting.person_fields import Place, person_characters, person_fields
from app.reporting.trainee_roster import needs_in_words

_ASKS = {
    Basis.PERSON: (Ask.PERSON,),
    Basis.COURSE: (Ask.COURSE,),
    Basis.OFFICE: (Ask.YEAR,),
}


def own_document(own: OwnDocument) -> Document:
    """Return an own document as an entry of the catalogue."""
    about_course = own.basis is Basis.COURSE
    return Document(
        own.document,
        own.name,
        _ASKS[own.basis],
        partial(_MAKERS[own.basis], own.name),
        OWN[own.basis],
        has_list=about_course,
        has_order=about_course,
        own=True,
    )


def _of_person(name: str, session: Session, request: Request) -> Content:
    card = contacts.person_card(session, PersonId(request.need_person()), request.today)
    centres = {one.id: one.centre for one in office.districts(session)}
    place = Place(card.district, centres.get(card.draft.district_id or 0, ""))
    fields = {
        **person_fields(card.draft, request.today, place),
        "配慮事項": needs_in_words(card.consideration),
    }
    characters = person_characters(card.draft)
    return Content(
        title=f"{name}　{card.draft.name}",
        fields={**_office(session, request), **fields},
        lists=characters,
        form="",
        people=1,
        columns=(*fields, *characters),
        year=request.need_year(),
    )


def _of_office(name: str, session: Session, request: Request) -> Content:
    year = request.need_year()
    return Content(
        title=f"{year}　{name}",
        fields=_office(session, request),
        lists={},
        form="",
        year=year,
    )


def _office(session: Session, request: Request) -> Mapping[str, Any]:
    return {**office_fields(session, request.today), "年度": str(request.need_year())}


_MAKERS: Mapping[Basis, Callable[[str, Session, Request], Content]] = {
    Basis.PERSON: _of_person,
    Basis.COURSE: own_course.content,
    Basis.OFFICE: _of_office,
}
