"""設定 → 事務所: what documents say of the office, and how they write it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox

from app.gui.compiled.settings.ui_office_section import Ui_OfficeSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.settings.section import FormSection
from app.gui.settings.writing_example import DAY_STYLES, example
from app.kernel.labelled import Labelled
from app.office import commands, queries
from app.office.settings import (
    AgeReference,
    FirstReiwaYear,
    OfficeSettings,
    Punctuation,
    Rounding,
    SealStyle,
)


class OfficeSection(FormSection):
    """One form for all settings of the office; the example follows what is typed."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_OfficeSection()
        self.ui.setupUi(self)
        self.form = EditForm(self)
        self._fill_choices()
        self._bind()
        self.ui.phoneEdit.prepare("電話")
        self.ui.faxEdit.prepare("FAX")
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save_now)
        self.form.cancelled.connect(self.reset)
        self.ui.saveButton.clicked.connect(self.save_now)
        self.ui.cancelButton.clicked.connect(self.reset)
        self.store.changed.connect(self._changed)
        self.reset()

    def _fill_choices(self) -> None:
        choices: tuple[tuple[QComboBox, type[Labelled]], ...] = (
            (self.ui.punctuationCombo, Punctuation),
            (self.ui.sealCombo, SealStyle),
            (self.ui.ageCombo, AgeReference),
            (self.ui.reiwaCombo, FirstReiwaYear),
            (self.ui.roundingCombo, Rounding),
        )
        for combo, kind in choices:
            for member in kind:
                combo.addItem(member.label, member)
        for style in DAY_STYLES:
            self.ui.dateCombo.addItem(style, style)

    def _bind(self) -> None:
        for name, editor in (
            ("office_name", self.ui.nameEdit),
            ("city", self.ui.cityEdit),
            ("city_addressee", self.ui.addresseeEdit),
            ("coordinator", self.ui.coordinatorEdit),
            ("office_postal_code", self.ui.postalEdit),
            ("office_address", self.ui.addressEdit),
            ("office_phone", self.ui.phoneEdit),
            ("office_fax", self.ui.faxEdit),
            ("area_code", self.ui.areaEdit),
            ("letter_sign", self.ui.letterSignEdit),
            ("contractor_name", self.ui.contractorEdit),
            ("contractor_title", self.ui.contractorTitleEdit),
            ("contractor_representative", self.ui.contractorNameEdit),
            ("punctuation", self.ui.punctuationCombo),
            ("date_style", self.ui.dateCombo),
            ("seal", self.ui.sealCombo),
            ("age_reference", self.ui.ageCombo),
            ("first_reiwa_year", self.ui.reiwaCombo),
            ("rounding", self.ui.roundingCombo),
            ("registration_years", self.ui.registrationBox),
        ):
            self.form.bind(name, editor)

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        settings = self.store.ask(queries.settings)
        if self.ui.dateCombo.findData(settings.date_style) < 0:
            self.ui.dateCombo.addItem(settings.date_style, settings.date_style)
        self.form.show_draft(settings)
        self._edited()

    def keep(self, draft: OfficeSettings) -> bool:
        done = self.store.do(
            "事務所の設定を変更", commands.change_settings, draft, on_refusal=self.refused
        )
        if done is None:
            return False
        self.reset()
        return True

    @Slot()
    def _edited(self) -> None:
        self.ui.exampleLabel.setText(example(self._typed()))
        dirty = self.form.dirty
        self.ui.dirtyLabel.setText("まだ保存していません" if dirty else "")
        self.ui.cancelButton.setEnabled(dirty)
        self.ui.saveButton.setEnabled(dirty)

    def _typed(self) -> OfficeSettings:
        """Return what the example shows, as it is typed now."""
        ui = self.ui
        return OfficeSettings(
            office_name=ui.nameEdit.text(),
            city_addressee=ui.addresseeEdit.text(),
            coordinator=ui.coordinatorEdit.text(),
            office_phone=ui.phoneEdit.typed(),
            contractor_name=ui.contractorEdit.text(),
            contractor_title=ui.contractorTitleEdit.text(),
            contractor_representative=ui.contractorNameEdit.text(),
            punctuation=ui.punctuationCombo.currentData() or Punctuation.COMMA,
            date_style=ui.dateCombo.currentData() or DAY_STYLES[0],
            seal=ui.sealCombo.currentData() or SealStyle.CIRCLE,
        )

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if "setting" in tables and not self.form.dirty:
            self.reset()
