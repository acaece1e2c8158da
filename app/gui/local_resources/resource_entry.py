"""What the form of a resource holds, and which field shows which part of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.gui.compiled.local_resources.ui_resource_form import Ui_ResourceForm
from app.gui.contacts.entry import AUTOMATIC
from app.gui.local_resources.opening_edit import Days
from app.local_resources import commands
from app.local_resources.local_resource import (
    ConfirmationDraft,
    LocalResourceDraft,
    LocalResourceId,
)
from app.local_resources.opening import Opening

_EDITORS = (
    ("name", "nameEdit"),
    ("kana", "kanaEdit"),
    ("kind_id", "kindCombo"),
    ("organisation", "organisationEdit"),
    ("status", "statusCombo"),
    ("content", "contentEdit"),
    ("days", "openingEdit"),
    ("winter_break", "winterEdit"),
    ("target", "targetEdit"),
    ("fee", "feeEdit"),
    ("application", "applicationEdit"),
    ("places", "capacitySpin"),
    ("usually", "usualSpin"),
    ("venue", "venueEdit"),
    ("postal_code", "postalEdit"),
    ("address_town", "townEdit"),
    ("address_number", "numberEdit"),
    ("address_building", "buildingEdit"),
    ("district", "districtCombo"),
    ("city_wide", "cityWideCheck"),
    ("position", "positionEdit"),
    ("barrier_free", "barrierCombo"),
    ("parking", "parkingCombo"),
    ("view", "viewCombo"),
    ("public_consent_on", "consentEdit"),
    ("representative", "representativeEdit"),
    ("public_contact", "publicContactEdit"),
    ("public_phone", "publicPhoneEdit"),
    ("internal_contact", "internalContactEdit"),
    ("internal_phone", "internalPhoneEdit"),
    ("website", "websiteEdit"),
    ("takes_supporters", "takesCheck"),
    ("wanted", "wantedSpin"),
    ("supporters_work", "workEdit"),
    ("payment", "paymentCombo"),
    ("programme", "programmeCombo"),
    ("started_on", "startedEdit"),
    ("ended_on", "endedEdit"),
    ("source", "sourceEdit"),
    ("note", "noteEdit"),
)
RENAMED = {
    "organisation_id": "organisation",
    "weekdays": "days",
    "ends_at": "days",
    "opening": "days",
    "latitude": "position",
    "longitude": "position",
    "capacity": "places",
    "usual_number": "usually",
    "supporters_wanted": "wanted",
}
"""The fields of the record that the form has under another name."""


NO_DAYS = Days()


@dataclass(frozen=True, slots=True)
class ResourceEntry(LocalResourceDraft):
    """A ``LocalResourceDraft`` as the form has it; numbers are nought where nobody knows them.

    ``organisation`` is the key of one, or the name of a new one.
    """

    organisation: int | str | None = None
    days: Days = NO_DAYS
    position: tuple[float, float] | None = None
    district: int | str | None = AUTOMATIC
    places: int = 0
    usually: int = 0
    wanted: int = 0

    @property
    def openings(self) -> tuple[Opening, ...]:
        """The days it opens on."""
        return self.days.openings

    def draft(self, organisation: OrganisationId | None) -> LocalResourceDraft:
        """Return the record, run by an organisation."""
        values = {field.name: getattr(self, field.name) for field in fields(LocalResourceDraft)}
        latitude, longitude = self.position or (None, None)
        return replace(
            LocalResourceDraft(**values),
            organisation_id=organisation,
            opening=self.days.words,
            latitude=latitude,
            longitude=longitude,
            district_id=self.district if isinstance(self.district, int) else None,
            district_fixed=self.district != AUTOMATIC,
            capacity=self.places or None,
            usual_number=self.usually or None,
            supporters_wanted=self.wanted or None,
        )


def entry_of(draft: LocalResourceDraft, openings: tuple[Opening, ...]) -> ResourceEntry:
    """Return a stored resource as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(LocalResourceDraft)}
    known = draft.latitude is not None and draft.longitude is not None
    return ResourceEntry(
        **values,
        organisation=draft.organisation_id,
        days=Days(draft.opening, openings),
        position=(draft.latitude or 0.0, draft.longitude or 0.0) if known else None,
        district=draft.district_id if draft.district_fixed else AUTOMATIC,
        places=draft.capacity or 0,
        usually=draft.usual_number or 0,
        wanted=draft.supporters_wanted or 0,
    )


def enter_resource(
    session: Session,
    resource: LocalResourceId | None,
    entry: ResourceEntry,
    confirmation: ConfirmationDraft | None = None,
) -> LocalResourceId:
    """Write a resource down as the form has it, new or known, with who runs it where that is new.

    ``confirmation`` is the call that brought the change.
    """
    organisation = entry.organisation
    if isinstance(organisation, str):
        organisation = contacts.add_organisation(session, OrganisationDraft(name=organisation))
    draft = entry.draft(None if organisation is None else OrganisationId(organisation))
    if resource is None:
        return commands.add_resource(session, draft, entry.openings)
    if confirmation is None:
        commands.change_resource(session, resource, draft, entry.openings)
    else:
        commands.confirm_resource(session, resource, confirmation, draft, entry.openings)
    return resource


def fields_of(ui: Ui_ResourceForm) -> Iterable[tuple[str, QWidget]]:
    """Return every field with its editor, in the order of the form."""
    return tuple((name, getattr(ui, editor)) for name, editor in _EDITORS)
