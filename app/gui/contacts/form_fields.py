"""Which field of the form of a person shows which part of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum

from PySide6.QtWidgets import QComboBox, QWidget

from app.contacts.person import HONORIFICS, ContactWay, PersonStatus, Sex
from app.gui.compiled.contacts.ui_person_form import Ui_PersonForm
from app.kernel.ages import AGE_BANDS, UNKNOWN
from app.kernel.labelled import Labelled

_EDITORS = (
    ("family_name", "familyEdit"),
    ("given_name", "givenEdit"),
    ("family_kana", "familyKanaEdit"),
    ("given_kana", "givenKanaEdit"),
    ("former_name", "formerEdit"),
    ("unenterable", "unenterableCheck"),
    ("substitute", "substituteEdit"),
    ("glyph_note", "glyphNoteEdit"),
    ("birth_date", "birthEdit"),
    ("birth_year", "birthYearEdit"),
    ("age_band", "bandCombo"),
    ("sex", "sexCombo"),
    ("postal_code", "postalEdit"),
    ("address_town", "townEdit"),
    ("address_number", "numberEdit"),
    ("address_building", "buildingEdit"),
    ("district", "districtCombo"),
    ("neighbourhood", "neighbourhoodEdit"),
    ("phone", "phoneEdit"),
    ("mobile", "mobileEdit"),
    ("fax", "faxEdit"),
    ("email", "emailEdit"),
    ("contact_by", "wayCombo"),
    ("contact_hours", "hoursEdit"),
    ("emergency_name", "emergencyNameEdit"),
    ("emergency_relation", "emergencyRelationEdit"),
    ("emergency_phone", "emergencyPhoneEdit"),
    ("occupation", "occupationEdit"),
    ("qualifications", "qualificationsEdit"),
    ("interests", "interestsEdit"),
    ("honorific", "honorificCombo"),
    ("no_mail", "noMailCheck"),
    ("status", "statusCombo"),
    ("note", "noteEdit"),
    ("hearing", "hearingCheck"),
    ("wheelchair", "wheelchairCheck"),
    ("pickup", "pickupCheck"),
    ("detail", "needsEdit"),
)


def fields_of(ui: Ui_PersonForm) -> Iterable[tuple[str, QWidget]]:
    """Return every field with its editor, in the order of the form."""
    return tuple((name, getattr(ui, editor)) for name, editor in _EDITORS)


def fill_choices(ui: Ui_PersonForm) -> None:
    """Fill the boxes whose choices never change."""
    _fill(ui.sexCombo, Sex, "（記入なし）")
    _fill(ui.wayCombo, ContactWay, "（決まっていない）")
    _fill(ui.statusCombo, PersonStatus, "")
    ui.bandCombo.addItem("（記入なし）", "")
    for band in AGE_BANDS:
        if band != UNKNOWN:
            ui.bandCombo.addItem(band, band)
    for word in HONORIFICS:
        ui.honorificCombo.addItem(word or "（なし）", word)


def prepare_fields(ui: Ui_PersonForm, today: Callable[[], date], area_code: str) -> None:
    """Tell the fields what day it is and which area code goes without saying."""
    ui.birthEdit.prepare(today, "生年月日", with_age=True)
    ui.birthEdit.line.setPlaceholderText("例：s25.4.1")
    ui.birthYearEdit.prepare(today)
    for editor, name in (
        (ui.phoneEdit, "電話"),
        (ui.mobileEdit, "携帯"),
        (ui.faxEdit, "FAX"),
        (ui.emergencyPhoneEdit, "緊急連絡先の電話"),
    ):
        editor.prepare(name, area_code)
    ui.mobileEdit.line.setPlaceholderText("例：090-0000-0000")


def _fill(combo: QComboBox, kind: type[Labelled], nothing: str) -> None:
    if nothing:
        combo.addItem(nothing, None)
    members: Iterable[Enum] = kind
    for member in members:
        if isinstance(member, Labelled):
            combo.addItem(member.label, member)
