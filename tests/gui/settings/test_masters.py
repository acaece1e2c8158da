from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.settings.districts_section import DistrictsSection
from app.gui.settings.kinds_section import KindsSection
from app.gui.settings.settings_page import SettingsPage
from app.gui.settings.towns_section import TownsSection
from app.office import queries
from app.training import queries as training
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text

Make = Callable[..., SettingsPage]


def kinds(page: SettingsPage) -> KindsSection:
    page.open_target(Target("settings", "section", "kinds"))
    assert isinstance(page.section, KindsSection)
    return page.section


def districts(page: SettingsPage) -> DistrictsSection:
    page.open_target(Target("settings", "section", "districts"))
    assert isinstance(page.section, DistrictsSection)
    return page.section


def towns(page: SettingsPage) -> TownsSection:
    page.open_target(Target("settings", "section", "towns"))
    assert isinstance(page.section, TownsSection)
    return page.section


def names(observed: ObservableStore) -> list[str]:
    return [row.name for row in observed.ask(queries.districts)]


def district_of(observed: ObservableStore, town: str) -> str:
    return next(row.district for row in observed.ask(queries.towns) if row.name == town)


def test_that_a_kind_is_shown_changed_and_put_back(make: Make, observed: ObservableStore) -> None:
    shown = kinds(make())
    assert shown.ui.nameEdit.text() == "養成研修"
    assert (shown.ui.capacitySpin.value(), shown.ui.minimumSpin.value()) == (40, 4)
    shown.ui.capacitySpin.setValue(45)
    assert "全5回のうち4回以上" in shown.ui.ruleLabel.plain()
    shown.save_now()
    assert observed.ask(training.kinds)[0].draft.capacity == 45
    observed.undo()
    assert shown.ui.capacitySpin.value() == 40


def test_that_choosing_another_kind_saves_the_one_typed_in(
    make: Make, observed: ObservableStore
) -> None:
    shown = kinds(make())
    first, second = observed.ask(training.kinds)[:2]
    shown.ui.capacitySpin.setValue(41)
    shown.ui.kindList.choose(second.id)
    assert observed.ask(training.kinds)[0].draft.capacity == 41
    assert shown.ui.nameEdit.text() == second.draft.name
    assert shown.ui.kindList.current_key() == second.id
    assert shown.ui.requiresCombo.currentData() == first.id


def test_that_a_kind_that_cannot_be_is_refused_under_its_field(
    make: Make, observed: ObservableStore
) -> None:
    shown = kinds(make())
    shown.ui.minimumSpin.setValue(6)
    assert not shown.save()
    assert shown.ui.minimumSpin.value() == 6
    assert observed.ask(training.kinds)[0].draft.minimum_attended == 4
    second = observed.ask(training.kinds)[1].id
    shown.ui.kindList.choose(second)
    assert shown.ui.nameEdit.text() == "養成研修"


def test_that_a_kind_is_added_and_the_undo_takes_it_away(
    make: Make, observed: ObservableStore
) -> None:
    shown = kinds(make())
    count = len(observed.ask(training.kinds))
    shown.ui.addButton.click()
    type_text(shown.ui.nameEdit, "公開講座")
    shown.save_now()
    assert shown.model.rowCount() == count + 1
    observed.undo()
    assert shown.model.rowCount() == count
    assert shown.ui.nameEdit.text() == ""


def test_that_districts_are_sound_moved_and_renamed(
    make: Make, observed: ObservableStore, qtmodeltester: ModelTester
) -> None:
    shown = districts(make())
    qtmodeltester.check(shown.model, force_py=True)
    shown.ui.downButton.click()
    assert names(observed)[:2] == ["中央部第1", "西部"]
    shown.ui.nameEdit.selectAll()
    type_text(shown.ui.nameEdit, "西の部")
    shown.save_now()
    assert names(observed)[1] == "西の部"
    for _ in range(2):
        observed.undo()
    assert names(observed)[:2] == ["西部", "中央部第1"]


def test_that_a_district_with_towns_is_not_removed(
    make: Make, observed: ObservableStore, qtbot: QtBot
) -> None:
    shown = districts(make())
    last = observed.ask(queries.districts)[-1]
    shown.ui.districtList.choose(last.id)
    with qtbot.waitSignal(observed.refused) as told:
        shown.ui.removeButton.click()
    assert "東部" in told.args[0]
    first = observed.ask(queries.districts)[0]
    shown.ui.districtList.choose(first.id)
    shown.ui.removeButton.click()
    assert "西部" not in names(observed)


def test_that_a_name_twice_is_refused_under_its_field(
    make: Make, observed: ObservableStore
) -> None:
    shown = districts(make())
    shown.ui.addButton.click()
    type_text(shown.ui.nameEdit, "東部")
    assert not shown.save()
    assert shown.ui.nameEdit.text() == "東部"
    assert len(names(observed)) == 10


def test_that_chosen_towns_get_a_district_in_one_step(
    make: Make, observed: ObservableStore
) -> None:
    shown = towns(make())
    assert shown.ui.countLabel.text() == "全2件　未定1件"
    shown.ui.townList.selectAll()
    shown.ui.districtCombo.setCurrentText("西部")
    shown.ui.assignButton.click()
    assert {district_of(observed, name) for name in ("青柳町", "戸井町")} == {"西部"}
    observed.undo()
    assert district_of(observed, "戸井町") == "東部"
    assert shown.ui.countLabel.text() == "全2件　未定1件"


@pytest.mark.parametrize(
    ("text", "found"), [("あおやぎ", 1), ("aoyagi", 1), ("東部", 1), ("町", 2)]
)
def test_that_towns_are_found_while_typing(make: Make, text: str, found: int) -> None:
    shown = towns(make())
    type_text(shown.ui.searchEdit, text)
    assert shown.model.rowCount() == found
    shown.ui.openCheck.setChecked(True)
    assert shown.model.rowCount() == (0 if text == "東部" else 1)


def test_that_a_town_is_added_once_and_removed(make: Make, observed: ObservableStore) -> None:
    page = make("赤川町", "赤川町", None)
    shown = towns(page)
    said: list[str] = []
    page.said.connect(said.append)
    for _ in range(3):
        shown.ui.addButton.click()
    assert len(observed.ask(queries.towns)) == 3
    assert "すでにあります" in said[0]
    shown.ui.removeButton.click()
    assert "赤川町" not in [row.name for row in observed.ask(queries.towns)]


def test_that_a_list_is_imported_after_it_was_said_what_it_holds(
    make: Make, observed: ObservableStore, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "圏域.csv"
    path.write_text("町名一覧\n町名,圏域\n青柳町,西部圏域\n住吉町,西部\n月,どこか\n", "cp932")
    page = make(path, True)
    shown = towns(page)
    with qtbot.waitSignal(observed.done, timeout=10_000) as told:
        qtbot.keyClick(shown.ui.importButton, Qt.Key.Key_Space)
    assert told.args == ["町名と圏域を取り込み（3件）"]
    assert district_of(observed, "青柳町") == "西部"
    dialogs = page.dialogs
    assert isinstance(dialogs, FakeDialogs)
    assert "追加 1件　変更 1件" in dialogs.told[0]
    assert "月：圏域「どこか」がありません。" in dialogs.told[0]
    observed.undo()
    assert district_of(observed, "青柳町") == ""


def test_that_nobody_s_district_changes_without_a_word(
    make: Make, observed: ObservableStore, qtbot: QtBot
) -> None:
    page = make()
    shown = towns(page)
    with qtbot.waitSignal(page.said) as told:
        shown.ui.applyButton.click()
    assert "ありませんでした" in told.args[0]
