"""What the form of a request holds, and which field shows which part of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonId
from app.gui.compiled.matching.ui_request_form import Ui_RequestForm
from app.local_resources import commands as places
from app.local_resources.local_resource import LocalResourceDraft, LocalResourceId
from app.matching import commands
from app.matching.request import RequestDraft, RequestId

_EDITORS = (
    ("received_on", "receivedEdit"),
    ("number", "numberEdit"),
    ("received_by", "wayCombo"),
    ("organisation", "organisationEdit"),
    ("contact_name", "contactEdit"),
    ("contact_phone", "phoneEdit"),
    ("place", "resourceEdit"),
    ("person", "personEdit"),
    ("title", "titleEdit"),
    ("kinds", "kindsEdit"),
    ("content", "contentEdit"),
    ("rhythm", "rhythmCombo"),
    ("on_day", "dayEdit"),
    ("starts_at", "startTimeEdit"),
    ("ends_at", "endTimeEdit"),
    ("week", "weekGrid"),
    ("months", "monthGrid"),
    ("times", "timesSpin"),
    ("schedule", "scheduleEdit"),
    ("starts_on", "startEdit"),
    ("ends_on", "endEdit"),
    ("venue", "venueEdit"),
    ("address_town", "townEdit"),
    ("address_number", "streetEdit"),
    ("district_id", "districtCombo"),
    ("car_needed", "carCheck"),
    ("people_wanted", "peopleSpin"),
    ("level_id", "levelCombo"),
    ("wanted_sex", "sexCombo"),
    ("bring", "bringEdit"),
    ("costs", "costsEdit"),
    ("reward", "rewardEdit"),
    ("insurance", "insuranceEdit"),
    ("meeting_wanted", "meetingCheck"),
    ("due_on", "dueEdit"),
    ("note", "noteEdit"),
)
RENAMED = {
    "organisation_id": "organisation",
    "local_resource_id": "place",
    "person_id": "person",
    "times_a_month": "times",
}
"""The fields of the record that the form has under another name."""


@dataclass(frozen=True, slots=True)
class RequestEntry(RequestDraft):
    """A ``RequestDraft`` in which who asks, and where, may be the name of something new.

    ``times`` is nought where nobody said how often.
    """

    organisation: int | str | None = None
    place: int | str | None = None
    person: int | None = None
    times: int = 0


def entry_of(draft: RequestDraft) -> RequestEntry:
    """Return a stored request as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(RequestDraft)}
    return RequestEntry(
        **values,
        organisation=draft.organisation_id,
        place=draft.local_resource_id,
        person=draft.person_id,
        times=draft.times_a_month or 0,
    )


def enter_request(session: Session, request: RequestId | None, entry: RequestEntry) -> RequestId:
    """Write a request down as the form has it, new or known, with who asks where they are new."""
    organisation, place = entry.organisation, entry.place
    if isinstance(organisation, str):
        organisation = contacts.add_organisation(session, OrganisationDraft(name=organisation))
    owner = None if organisation is None else OrganisationId(organisation)
    if isinstance(place, str):
        new = LocalResourceDraft(name=place, organisation_id=owner, takes_supporters=True)
        place = places.add_resource(session, new)
    values = {field.name: getattr(entry, field.name) for field in fields(RequestDraft)}
    draft = replace(
        RequestDraft(**values),
        organisation_id=owner,
        local_resource_id=None if place is None else LocalResourceId(place),
        person_id=None if entry.person is None else PersonId(entry.person),
        times_a_month=entry.times or None,
    )
    if request is None:
        return commands.add_request(session, draft)
    commands.change_request(session, request, draft)
    return request


def fields_of(ui: Ui_RequestForm) -> Iterable[tuple[str, QWidget]]:
    """Return every field with its editor, in the order of the paper."""
    return tuple((name, getattr(ui, editor)) for name, editor in _EDITORS)
