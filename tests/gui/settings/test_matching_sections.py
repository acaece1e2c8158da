from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.settings.help_section import HelpSection
from app.gui.settings.settings_page import SettingsPage
from app.gui.settings.weights_section import WeightsSection
from app.matching import queries as matching
from app.matching.weights import DEFAULT_WEIGHTS, Criterion
from app.office import queries

Make = Callable[..., SettingsPage]


def test_that_weights_are_typed_saved_and_set_back(
    make: Make, observed: ObservableStore, qtbot: QtBot
) -> None:
    page = make()
    page.open_target(Target("settings", "section", "weights"))
    section = page.section
    assert isinstance(section, WeightsSection)
    assert section.ui.totalLabel.plain().startswith("合計 100点")
    assert not section.ui.defaultButton.isEnabled()
    section.ui.placeSpin.setFocus()
    section.ui.placeSpin.selectAll()
    qtbot.keyClicks(section.ui.placeSpin, "25")
    assert section.ui.totalLabel.plain().startswith("合計 115点")
    qtbot.keyClick(section.ui.saveButton, Qt.Key.Key_Space)
    assert observed.ask(matching.stored_weights)["place"] == 25
    observed.undo()
    assert section.ui.placeSpin.value() == DEFAULT_WEIGHTS[Criterion.PLACE]
    observed.redo()
    qtbot.keyClick(section.ui.defaultButton, Qt.Key.Key_Space)
    section.save_now()
    stored = observed.ask(matching.stored_weights)
    assert stored == {one.value: worth for one, worth in DEFAULT_WEIGHTS.items()}


def test_that_help_for_one_person_is_off_until_it_is_switched_on(
    make: Make, observed: ObservableStore, qtbot: QtBot
) -> None:
    page = make()
    page.open_target(Target("settings", "section", "help"))
    section = page.section
    assert isinstance(section, HelpSection)
    assert not section.ui.individualCheck.isChecked()
    qtbot.keyClick(section.ui.individualCheck, Qt.Key.Key_Space)
    section.ui.staleSpin.setValue(6)
    qtbot.keyClick(section.ui.saveButton, Qt.Key.Key_Space)
    settings = observed.ask(queries.settings)
    assert (settings.individual_help, settings.stale_after_months) == (True, 6)
    observed.undo()
    assert not section.ui.individualCheck.isChecked()
