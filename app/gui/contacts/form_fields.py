"""Which field of the form of a person shows which part of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum

from PySide6.QtWidgets import QComboBox, QWidget

from app.contacts.person import ContactWay, PersonStatus, Sex
from app.gui.compiled.contacts.ui_person_form import Ui_PersonForm
from app.gui.framework.edit_form import EditForm
from app.kernel.ages import AGE_BANDS, UNKNOWN
from app.kernel.labelled import Labelled

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
HONORIFICS = ("様", "殿", "先生", "御中", "")


def fields_of(ui: Ui_PersonForm) -> Iterable[tuple[str, QWidget]]:
    """Return every field with its editor, in the order of the form."""
    return (
        ("family_name", ui.familyEdit),
        ("given_name", ui.givenEdit),
        ("family_kana", ui.familyKanaEdit),
        ("given_kana", ui.givenKanaEdit),
        ("former_name", ui.formerEdit),
        ("unenterable", ui.unenterableCheck),
        ("substitute", ui.substituteEdit),
        ("glyph_note", ui.glyphNoteEdit),
        ("birth_date", ui.birthEdit),
        ("birth_year", ui.birthYearEdit),
        ("age_band", ui.bandCombo),
        ("sex", ui.sexCombo),
        ("postal_code", ui.postalEdit),
        ("address_town", ui.townEdit),
        ("address_number", ui.numberEdit),
        ("address_building", ui.buildingEdit),
        ("district", ui.districtCombo),
        ("neighbourhood", ui.neighbourhoodEdit),
        ("phone", ui.phoneEdit),
        ("mobile", ui.mobileEdit),
        ("fax", ui.faxEdit),
        ("email", ui.emailEdit),
        ("contact_by", ui.wayCombo),
        ("contact_hours", ui.hoursEdit),
        ("emergency_name", ui.emergencyNameEdit),
        ("emergency_relation", ui.emergencyRelationEdit),
        ("emergency_phone", ui.emergencyPhoneEdit),
        ("occupation", ui.occupationEdit),
        ("qualifications", ui.qualificationsEdit),
        ("interests", ui.interestsEdit),
        ("honorific", ui.honorificCombo),
        ("no_mail", ui.noMailCheck),
        ("status", ui.statusCombo),
        ("note", ui.noteEdit),
        ("hearing", ui.hearingCheck),
        ("wheelchair", ui.wheelchairCheck),
        ("pickup", ui.pickupCheck),
        ("detail", ui.needsEdit),
    )


def bind_fields(form: EditForm, ui: Ui_PersonForm) -> None:
    """Let the form know every editor."""
    for name, editor in fields_of(ui):
        form.bind(name, editor)


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
    ui.districtCombo.setSizeAdjustPolicy(_SHORT)
    ui.districtCombo.setMinimumContentsLength(10)


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
