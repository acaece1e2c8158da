"""Periods of duties, the duties of one, and where they count in other classifications."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.duties import queries
from app.duties.duty import DutyRow
from app.gui.framework.observable_store import ObservableStore
from app.gui.settings.crosswalk_section import CrosswalkSection
from app.gui.settings.duties_section import DutiesSection
from app.gui.settings.duty_lists_section import DutyListsSection
from app.gui.settings.schemes_section import SchemesSection
from app.gui.settings.settings_page import SettingsPage
from app.storage.store import Store
from tests.daily_log.office import seeded

LEFT = Qt.MouseButton.LeftButton
NEXT_YEAR = date(2027, 4, 1)


@pytest.fixture
def page(
    store: Store, observed: ObservableStore, make: Callable[..., SettingsPage]
) -> SettingsPage:
    seeded(store)
    return make()


def holding(observed: ObservableStore, day: date) -> tuple[DutyRow, ...]:
    return observed.ask(queries.duty_list, day)


def test_that_a_new_period_begins_with_the_duties_of_the_last(
    page: SettingsPage, observed: ObservableStore
) -> None:
    before = holding(observed, NEXT_YEAR)
    section = page.section_named("duty_lists")
    assert isinstance(section, DutyListsSection)
    section.add()
    section.ui.nameEdit.setText("令和9年度から")
    section.save()
    assert len(observed.ask(queries.duty_lists)) == 2, "without a day it is refused"
    section.ui.startEdit.line.setText("r9.4.1")
    section.save()
    after = holding(observed, NEXT_YEAR)
    assert [row.name for row in after] == [row.name for row in before]
    assert not {row.id for row in after} & {row.id for row in before}
    crosswalk = observed.ask(queries.crosswalk)
    for scheme in crosswalk.schemes:
        for old, new in zip(before, after, strict=True):
            same = crosswalk.category(old.id, None, scheme.id)
            assert crosswalk.category(new.id, None, scheme.id) == same
    assert observed.ask(queries.duty_lists)[-2][1].ends_on == date(2027, 3, 31)
    observed.plain.undo()
    assert holding(observed, NEXT_YEAR) == before


def test_that_a_classification_is_added_with_its_items_and_taken_away(
    page: SettingsPage, observed: ObservableStore
) -> None:
    section = page.section_named("schemes")
    assert isinstance(section, SchemesSection)
    ui, known = section.ui, observed.ask(queries.schemes)
    QTest.mouseClick(ui.addButton, LEFT)
    ui.nameEdit.setText("市の評価項目")
    assert not ui.shortEdit.isEnabled()
    QTest.mouseClick(ui.saveButton, LEFT)
    QTest.mouseClick(ui.addButton, LEFT)
    section.placeCombo.setCurrentIndex(section.placeCombo.findText("市の評価項目の項目"))
    ui.nameEdit.setText("居場所")
    section.save()
    assert len(observed.ask(queries.schemes)[-1].categories) == 0, "without a number"
    ui.shortEdit.setText("ア")
    QTest.mouseClick(ui.saveButton, LEFT)
    (item,) = observed.ask(queries.schemes)[-1].categories
    assert (item.sign, item.name) == ("ア", "居場所")
    ui.nameEdit.setText("居場所づくり")
    QTest.mouseClick(ui.saveButton, LEFT)
    assert observed.ask(queries.schemes)[-1].categories[0].name == "居場所づくり"
    ui.masterList.choose(-item.scheme_id)
    QTest.mouseClick(ui.removeButton, LEFT)
    assert observed.ask(queries.schemes) == known
    observed.plain.undo()
    assert observed.ask(queries.schemes)[-1].name == "市の評価項目"


def test_that_a_duty_is_added_moved_and_taken_away(
    page: SettingsPage, observed: ObservableStore
) -> None:
    section = page.section_named("duties")
    assert isinstance(section, DutiesSection)
    ui = section.ui
    QTest.mouseClick(ui.addButton, LEFT)
    ui.signEdit.setText("⑨")
    ui.nameEdit.setPlainText("その他の業務")
    QTest.mouseClick(ui.saveButton, LEFT)
    assert [row.sign for row in holding(observed, NEXT_YEAR)][-1] == "⑨"
    QTest.mouseClick(ui.upButton, LEFT)
    assert [row.sign for row in holding(observed, NEXT_YEAR)][-1] == "⑧"
    QTest.mouseClick(ui.removeButton, LEFT)
    assert len(holding(observed, NEXT_YEAR)) == 8


def test_that_a_kind_of_a_duty_counts_elsewhere_and_then_as_the_rest(
    page: SettingsPage, observed: ObservableStore
) -> None:
    section = page.section_named("crosswalk")
    assert isinstance(section, CrosswalkSection)
    ui = section.ui
    duty = holding(observed, NEXT_YEAR)[0]
    scheme = observed.ask(queries.schemes)[0]
    kind = observed.ask(queries.activity_kinds)[-1]
    count = section.model.rowCount()
    QTest.mouseClick(ui.addButton, LEFT)
    for combo, key in ((ui.dutyCombo, duty.id), (ui.kindCombo, kind.id)):
        combo.setCurrentIndex(combo.findData(key))
    ui.categoryCombo.setCurrentIndex(ui.categoryCombo.findData(scheme.categories[-1].id))
    QTest.mouseClick(ui.saveButton, LEFT)
    assert section.model.rowCount() == count + 1
    crosswalk = observed.ask(queries.crosswalk)
    assert crosswalk.category(duty.id, kind.id, scheme.id) == scheme.categories[-1]
    QTest.mouseClick(ui.removeButton, LEFT)
    crosswalk = observed.ask(queries.crosswalk)
    whole = crosswalk.category(duty.id, None, scheme.id)
    assert crosswalk.category(duty.id, kind.id, scheme.id) == whole
