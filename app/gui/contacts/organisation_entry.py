"""What the form of an organisation holds, and which field shows which part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import Enum

from PySide6.QtWidgets import QComboBox, QWidget

from app.contacts.legal_forms import LEGAL_FORMS
from app.contacts.organisation import OrganisationDraft, OrganisationStatus, Reach
from app.contacts.organisation_card import OrganisationKindRow
from app.gui.compiled.contacts.ui_organisation_form import Ui_OrganisationForm
from app.gui.contacts.entry import AUTOMATIC
from app.kernel.labelled import Labelled

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_EDITORS = (
    ("name", "nameEdit"),
    ("kana", "kanaEdit"),
    ("short_name", "shortEdit"),
    ("legal_form", "legalCombo"),
    ("kind_id", "kindCombo"),
    ("representative_title", "titleEdit"),
    ("representative_name", "representativeEdit"),
    ("department", "departmentEdit"),
    ("postal_code", "postalEdit"),
    ("address_town", "townEdit"),
    ("address_number", "numberEdit"),
    ("address_building", "buildingEdit"),
    ("district", "districtCombo"),
    ("reach", "reachCombo"),
    ("phone", "phoneEdit"),
    ("fax", "faxEdit"),
    ("email", "emailEdit"),
    ("website", "websiteEdit"),
    ("media", "mediaEdit"),
    ("agreement", "agreementCheck"),
    ("no_mail", "noMailCheck"),
    ("status", "statusCombo"),
    ("note", "noteEdit"),
)


@dataclass(frozen=True, slots=True)
class OrganisationEntry(OrganisationDraft):
    """An ``OrganisationDraft`` with how its district is set."""

    district: int | str | None = AUTOMATIC

    @property
    def draft(self) -> OrganisationDraft:
        """The record of the organisation."""
        values = {field.name: getattr(self, field.name) for field in fields(OrganisationDraft)}
        fixed = self.district != AUTOMATIC
        district = self.district if isinstance(self.district, int) else None
        return replace(OrganisationDraft(**values), district_id=district, district_fixed=fixed)


def entry_of(draft: OrganisationDraft) -> OrganisationEntry:
    """Return a stored organisation as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(OrganisationDraft)}
    return OrganisationEntry(
        **values, district=draft.district_id if draft.district_fixed else AUTOMATIC
    )


def fields_of(ui: Ui_OrganisationForm) -> Iterable[tuple[str, QWidget]]:
    """Return every field with its editor, in the order of the form."""
    return tuple((name, getattr(ui, editor)) for name, editor in _EDITORS)


def fill_choices(ui: Ui_OrganisationForm) -> None:
    """Fill the boxes whose choices never change."""
    ui.legalCombo.addItem("（名称から自動）", "")
    for form in LEGAL_FORMS:
        ui.legalCombo.addItem(form, form)
    _fill(ui.reachCombo, Reach)
    _fill(ui.statusCombo, OrganisationStatus)
    for combo in (ui.legalCombo, ui.kindCombo):
        combo.setSizeAdjustPolicy(_SHORT)
        combo.setMinimumContentsLength(10)


def fill_kinds(combo: QComboBox, kinds: Sequence[OrganisationKindRow], own: int | None) -> None:
    """Offer the kinds in use; a retired one only where the organisation has it."""
    combo.clear()
    combo.addItem("（決まっていない）", None)
    for kind in kinds:
        if not kind.retired or kind.id == own:
            combo.addItem(kind.name, kind.id)


def prepare_phones(ui: Ui_OrganisationForm, area_code: str) -> None:
    """Say which area code goes without saying."""
    ui.phoneEdit.prepare("電話", area_code)
    ui.faxEdit.prepare("FAX", area_code)


def _fill(combo: QComboBox, kind: type[Labelled]) -> None:
    members: Iterable[Enum] = kind
    for member in members:
        if isinstance(member, Labelled):
            combo.addItem(member.label, member)
