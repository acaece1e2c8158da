"""The map: bringing in what it is drawn from, and what has no position yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.local_resources.map_page import MapPage
from app.gui.local_resources_place import LocalResourcesPlace
from app.gui.reporting.document_link import document_target
from app.gui.widgets.pdf_preview import PdfPreview
from app.local_resources import queries
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.map_area import MapState
from tests.gui.fake_dialogs import FakeDialogs
from tests.local_resources.geography import boundaries, towns


@pytest.fixture
def page(place: LocalResourcesPlace, qtbot: QtBot) -> MapPage:
    place.open_target(Target("local_resources", "map"))
    page = place.part
    assert isinstance(page, MapPage)
    page.setFocus()
    rest(page, qtbot)
    return page


def rest(page: MapPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.jobs.busy, timeout=20_000)


def bring(page: MapPage, qtbot: QtBot, *answers: object) -> None:
    """Press the key of the import, and answer what it asks."""
    assert isinstance(page.dialogs, FakeDialogs)
    page.dialogs.answers = list(answers)
    QTest.keyClick(page.ui.placeList, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    rest(page, qtbot)
    assert not page.dialogs.answers


def test_that_boundaries_and_towns_come_in_and_go_each_in_one_step(
    page: MapPage, observed: ObservableStore, tmp_path: Path, qtbot: QtBot
) -> None:
    ui = page.ui
    assert isinstance(ui.previewStack.currentWidget(), PdfPreview)
    assert not ui.removeButton.isEnabled()
    bring(page, qtbot, boundaries(tmp_path))
    assert ui.foundLabel.plain().startswith("境界を11件")
    assert "海岸線" in ui.foundLabel.plain()
    bring(page, qtbot, towns(tmp_path), "残して加える")
    assert "町の位置を10件取り込みました。" in ui.foundLabel.plain()
    assert "ほかの市町村の町1件" in ui.foundLabel.plain()
    assert observed.ask(queries.map_state) == MapState(11, 10, 10)
    observed.undo()
    assert observed.ask(queries.map_state) == MapState(11, 10, 0)
    assert ui.foundLabel.isHidden()
    QTest.mouseClick(ui.removeButton, Qt.MouseButton.LeftButton)
    assert observed.ask(queries.map_state) == MapState()
    observed.undo()
    assert ui.removeButton.isEnabled()
    rest(page, qtbot)


def test_that_a_file_that_is_no_map_is_refused_in_the_status_line(
    page: MapPage, observed: ObservableStore, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "壊れた.geojson"
    broken.write_bytes(b'{"type": "FeatureCollection", "features": [')
    with qtbot.waitSignal(page.said) as said:
        bring(page, qtbot, broken)
    assert "壊れた.geojson" in said.args[0]
    assert page.ui.importButton.isEnabled()
    bring(page, qtbot, boundaries(tmp_path))
    bring(page, qtbot, boundaries(tmp_path), None)
    assert observed.ask(queries.map_state).areas == 11


def test_that_what_has_no_position_opens_its_card(
    place: LocalResourcesPlace, page: MapPage, resources: list[LocalResourceId], qtbot: QtBot
) -> None:
    assert page.ui.placeHeading.text() == "位置のない資源（3件）"
    assert page.ui.placeList.choose(resources[1])
    with qtbot.waitSignal(place.wanted) as wanted:
        QTest.keyClick(page.ui.placeList, Qt.Key.Key_Return)
    assert wanted.args == [Target("local_resources", "resource", resources[1])]


def test_that_printing_goes_to_the_document_with_what_is_chosen(
    place: LocalResourcesPlace, page: MapPage, qtbot: QtBot
) -> None:
    box = page.findChild(QComboBox, "viewCombo")
    QTest.keyClick(box, Qt.Key.Key_End)
    rest(page, qtbot)
    with qtbot.waitSignal(place.wanted) as wanted:
        QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [document_target("resource-map", view="internal", paper="a4")]
