from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.framework import view
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.settings import ViewSettings
from app.gui.settings.about_section import AboutSection, licences
from app.gui.settings.encryption_section import EncryptionSection
from app.gui.settings.office_section import OfficeSection
from app.gui.settings.section import Section
from app.gui.settings.settings_page import SECTIONS, SettingsPage, find_sections
from app.gui.settings.view_section import ViewSection
from app.gui.settings.writing_example import DAY_STYLES, example
from app.kernel.wareki import format_day
from app.office import queries
from app.office.settings import OfficeSettings, Punctuation, SealStyle
from app.storage.store import Store
from tests.gui.typing_japanese import type_text

Make = Callable[..., SettingsPage]


def section(page: SettingsPage, name: str) -> Section:
    page.open_target(Target("settings", "section", name))
    return page.section


def test_that_every_section_can_be_linked_to_and_found(
    make: Make, observed: ObservableStore
) -> None:
    page = make()
    for entry in SECTIONS:
        assert type(section(page, entry.name)).__name__ == entry.class_name
        assert find_sections(observed, entry.title, 5)[0].target.key == entry.name
    page.open_target(Target("settings", "section", "nothing"))
    assert isinstance(page.section, AboutSection)


def test_that_the_keyboard_goes_from_section_to_section(make: Make, qtbot: QtBot) -> None:
    page = make()
    qtbot.keyClick(page.ui.sectionList, Qt.Key.Key_Down)
    assert page.section is page.section_named("kinds")


def test_that_the_office_is_saved_as_one_step_of_undo(
    make: Make, observed: ObservableStore, qtbot: QtBot
) -> None:
    page = make()
    office = section(page, "office")
    assert isinstance(office, OfficeSection)
    assert not office.ui.saveButton.isEnabled()
    type_text(office.ui.nameEdit, "見本事務所")
    assert office.ui.dirtyLabel.text()
    assert "見本事務所" in office.ui.exampleLabel.plain()
    with qtbot.waitSignal(observed.done) as told:
        qtbot.keyClick(office.ui.saveButton, Qt.Key.Key_Space)
    assert told.args == ["事務所の設定を変更"]
    assert observed.ask(queries.settings).office_name == "見本事務所"
    observed.undo()
    assert office.ui.nameEdit.text() == ""


def test_that_a_refused_field_says_why_and_keeps_what_was_typed(
    make: Make, observed: ObservableStore, qtbot: QtBot
) -> None:
    page = make()
    office = section(page, "office")
    assert isinstance(office, OfficeSection)
    office.ui.areaEdit.selectAll()
    qtbot.keyClicks(office.ui.areaEdit, "12")
    office.save_now()
    assert office.ui.areaEdit.text() == "12"
    assert observed.ask(queries.settings).area_code == "0138"
    page.ui.sectionList.setCurrentRow(1)
    assert page.section is office
    assert page.ui.sectionList.currentRow() == 0
    assert not page.may_leave()
    qtbot.keyClick(office.ui.areaEdit, Qt.Key.Key_Escape)
    assert office.ui.areaEdit.text() == "0138"
    assert page.may_leave()


def test_that_leaving_saves_what_was_typed(make: Make, observed: ObservableStore) -> None:
    page = make()
    office = section(page, "office")
    assert isinstance(office, OfficeSection)
    type_text(office.ui.coordinatorEdit, "見本　担当")
    page.ui.sectionList.setCurrentRow(3)
    assert observed.ask(queries.settings).coordinator == "見本　担当"
    assert page.section is page.section_named("towns")


def test_that_the_choices_of_style_are_stored(make: Make, observed: ObservableStore) -> None:
    office = section(make(), "office")
    assert isinstance(office, OfficeSection)
    office.ui.punctuationCombo.setCurrentIndex(1)
    office.ui.dateCombo.setCurrentText("R8.4.1")
    office.ui.sealCombo.setCurrentText("なし")
    assert "R8.5.8" in office.ui.exampleLabel.plain()
    office.save_now()
    stored = observed.ask(queries.settings)
    assert (stored.punctuation, stored.date_style) == (Punctuation.TOUTEN, "R8.4.1")
    assert stored.seal is SealStyle.NONE


@pytest.mark.parametrize("style", DAY_STYLES)
def test_that_a_style_offered_is_one_that_can_be_stored(style: str) -> None:
    from datetime import date  # noqa: PLC0415

    assert format_day(date(2026, 4, 1), style) == style


def test_that_the_example_is_written_as_chosen() -> None:
    text = example(OfficeSettings(contractor_representative="見本　太郎", seal=SealStyle.OMITTED))
    assert text.startswith("令和8年(2026年)5月8日(金)\n函館市長")
    assert "見本　太郎　（公印省略）" in text
    assert "ので，下記" in text


def test_that_size_and_look_are_taken_on_at_once(make: Make, qapp: QApplication) -> None:
    before = (qapp.font(), qapp.styleSheet(), qapp.palette())
    shown = section(make(), "view")
    assert isinstance(shown, ViewSection)
    try:
        shown.ui.sizeSlider.setValue(20)
        shown.ui.darkChoice.click()
        assert view.current().settings == ViewSettings(20, "dark")
        assert qapp.font().pointSize() == 20
        assert shown.ui.sizeLabel.text() == "20ポイント"
    finally:
        font, sheet, palette = before
        qapp.setStyleSheet(sheet)
        qapp.setPalette(palette)
        qapp.setFont(QFont(font))


def test_that_a_plain_file_is_called_plain(make: Make) -> None:
    shown = section(make(), "encryption")
    assert isinstance(shown, EncryptionSection)
    assert "暗号化していません" in shown.ui.stateLabel.text()
    assert shown.ui.fileLabel.text().endswith("office.kurashi")


def test_that_an_encrypted_file_is_called_encrypted(
    make: Make, encrypted_store: Store, monkeypatch: pytest.MonkeyPatch, observed: ObservableStore
) -> None:
    monkeypatch.setattr(observed, "_store", encrypted_store)
    shown = section(make(), "encryption")
    assert isinstance(shown, EncryptionSection)
    assert "暗号化しています" in shown.ui.stateLabel.text()


def test_that_every_licence_can_be_read(make: Make) -> None:
    found = licences()
    assert {"くらしの台帳（MIT）", "書体 NotoSansJP（OFL）"} <= {name for name, _ in found}
    shown = section(make(), "about")
    assert isinstance(shown, AboutSection)
    for row in range(len(found)):
        shown.ui.licenceList.setCurrentRow(row)
        assert shown.ui.licenceText.toPlainText()
    assert isinstance(found[0][1], Path)
