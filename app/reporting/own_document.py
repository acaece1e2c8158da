"""Documents that the office added itself (自分の書類): whatever the city asks a form for.

They have no form of ours: what they hold is every field there is of a person, of a course with
its trainees and sessions, or of the office, and the registered form takes what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import CustomFieldDraft, CustomFieldRow, FieldKind, Subject
from app.contacts.person import PersonId
from app.forms.edition import Basis, OwnDocument
from app.office import queries as office
from app.reporting import own_course
from app.reporting.catalogue import Ask, Content, Document, Request
from app.reporting.examples import OWN
from app.reporting.heading import office_fields
from app.reporting.person_fields import Place, person_characters, person_fields
from app.reporting.trainee_roster import needs_in_words

_EXAMPLES: Mapping[FieldKind, Any] = {
    FieldKind.TEXT: "見本",
    FieldKind.NUMBER: 12,
    FieldKind.DAY: date(2026, 4, 1),
    FieldKind.YES_NO: "はい",
}
_ASKS = {
    Basis.PERSON: (Ask.PERSON,),
    Basis.COURSE: (Ask.COURSE,),
    Basis.OFFICE: (Ask.YEAR,),
}


def own_document(own: OwnDocument, fields: Sequence[CustomFieldRow] = ()) -> Document:
    """Return an own document as an entry of the catalogue.

    ``fields`` are the office's own ones of people: documents about people may use them.
    """
    about_course = own.basis is Basis.COURSE
    return Document(
        own.document,
        own.name,
        _ASKS[own.basis],
        partial(_MAKERS[own.basis], own.name),
        _example(own.basis, fields),
        has_list=about_course,
        has_order=about_course,
        own=True,
    )


def _of_person(name: str, session: Session, request: Request) -> Content:
    card = contacts.person_card(session, PersonId(request.need_person()), request.today)
    centres = {one.id: one.centre for one in office.districts(session)}
    place = Place(card.district, centres.get(card.draft.district_id or 0, ""))
    fields = {
        **_own_fields(session, card.id),
        **_affiliation(session, card.id, request.today),
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


def _affiliation(session: Session, person: PersonId, day: date) -> Mapping[str, str]:
    main = contacts.main_affiliations(session, [person], day).get(person)
    if main is None:
        return {"所属": "", "役職": ""}
    return {"所属": main.organisation_name, "役職": main.role}


def _own_fields(session: Session, person: PersonId) -> Mapping[str, Any]:
    names, rows = contacts.custom_columns(session, Subject.PERSON, [person])
    return dict(zip(names, rows[person], strict=True))


def _example(basis: Basis, fields: Sequence[CustomFieldRow]) -> Mapping[str, Any]:
    plain = OWN[basis]
    own = {field.name: _example_of(field.draft) for field in fields}
    if basis is Basis.PERSON:
        return {**own, **plain}
    if basis is Basis.COURSE:
        rows = [{**own, **row} for row in plain[own_course.TRAINEES]]
        return {**plain, own_course.TRAINEES: rows}
    return plain


def _example_of(field: CustomFieldDraft) -> Any:
    return field.choices[0] if field.choices else _EXAMPLES[field.kind]


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
