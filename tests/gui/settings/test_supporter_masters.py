"""活動レベル, 支援内容 and how long a registration holds, in the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.settings.activity_levels_section import ActivityLevelsSection
from app.gui.settings.office_section import OfficeSection
from app.gui.settings.settings_page import SettingsPage
from app.gui.settings.support_kinds_section import SupportKindsSection
from app.office import queries as office
from app.supporters import queries
from app.supporters.masters import SupportKindRow
from tests.gui.typing_japanese import type_text

Make = Callable[..., SettingsPage]


def test_that_levels_are_added_and_put_in_order(make: Make, observed: ObservableStore) -> None:
    page = make()
    page.open_target(Target("settings", "section", "activity_levels"))
    section = page.section
    assert isinstance(section, ActivityLevelsSection)
    assert section.ui.shortEdit.isHidden()
    for name in ("見学から", "定期的な手伝い"):
        section.ui.addButton.click()
        type_text(section.ui.nameEdit, name)
        QTest.keyClick(section.ui.nameEdit, Qt.Key.Key_Return)
    section.ui.upButton.click()
    assert [row.name for row in observed.ask(queries.levels)] == ["定期的な手伝い", "見学から"]
    section.ui.retireButton.click()
    assert [row.retired for row in observed.ask(queries.levels)] == [True, False]
    section.ui.removeButton.click()
    assert [row.name for row in observed.ask(queries.levels)] == ["見学から"]


def test_that_a_kind_has_a_short_name_and_whether_distance_counts_in_one_step(
    make: Make, observed: ObservableStore
) -> None:
    page = make()
    page.open_target(Target("settings", "section", "support_kinds"))
    section = page.section
    assert isinstance(section, SupportKindsSection)
    section.ui.addButton.click()
    type_text(section.ui.nameEdit, "スマホの手伝い")
    QTest.keyClick(section.ui.nameEdit, Qt.Key.Key_Return)
    type_text(section.ui.shortEdit, "スマ")
    section.ui.distanceCheck.setChecked(False)
    section.save_now()
    (row,) = observed.ask(queries.support_kinds)
    assert row == SupportKindRow(row.id, "スマホの手伝い", 1, False, "スマ", False)
    section.ui.shortEdit.clear()
    section.save_now()
    assert observed.ask(queries.support_kinds)[0].short_name == "スマホの手伝い"
    assert section.ui.shortEdit.text() == ""
    observed.undo()
    assert section.ui.shortEdit.text() == "スマ"
    observed.undo()
    assert observed.ask(queries.support_kinds) == ()


def test_that_the_office_decides_how_long_a_registration_holds(
    make: Make, observed: ObservableStore
) -> None:
    page = make()
    section = page.section
    assert isinstance(section, OfficeSection)
    assert section.ui.registrationBox.value() == 3
    section.ui.registrationBox.setValue(0)
    assert section.ui.registrationBox.text() == "期限なし"
    section.save_now()
    assert observed.ask(office.settings).registration_years == 0
