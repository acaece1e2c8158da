from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.gui.framework.search import Hit, Target
from app.gui.framework.search_box import SearchBox
from tests.gui.typing_japanese import type_text

HITS = [Hit(f"見本　{name}", "連絡先", Target("contacts", "person", name)) for name in "花子太郎"]


def find(text: str) -> Sequence[Hit]:
    return [hit for hit in HITS if text in hit.title]


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[SearchBox]:
    window = QWidget()
    window.resize(600, 400)
    column = QVBoxLayout(window)
    box = SearchBox()
    box.prepare(find)
    column.addWidget(box)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    box.setFocus()
    yield box
    window.close()


def test_that_what_is_typed_is_found_at_once(box: SearchBox) -> None:
    type_text(box, "見本")
    assert box.results is not None
    assert box.results.isVisible()
    assert [box.list.item(row).text() for row in range(box.list.count())] == [
        f"{hit.title}　{hit.detail}" for hit in HITS
    ]
    assert box.hasFocus()


def test_that_the_keyboard_is_enough(box: SearchBox, qtbot: QtBot) -> None:
    type_text(box, "見本")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(box, key)
    with qtbot.waitSignal(box.chosen) as told:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told.args == [HITS[1]]
    assert box.text() == ""
    assert not box.results.isVisible()


def test_that_the_selection_stays_within_the_list(box: SearchBox, qtbot: QtBot) -> None:
    type_text(box, "花")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(box, key)
        assert box.list.currentRow() == 0


def test_that_nothing_found_is_said(box: SearchBox, qtbot: QtBot) -> None:
    type_text(box, "ない")
    assert box.nothing.isVisible()
    with qtbot.assertNotEmitted(box.chosen):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_that_escape_gives_up(box: SearchBox, qtbot: QtBot) -> None:
    type_text(box, "花")
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert not box.results.isVisible()


def test_that_a_click_chooses(box: SearchBox, qtbot: QtBot) -> None:
    type_text(box, "花")
    place = box.list.visualItemRect(box.list.item(0)).center()
    with qtbot.waitSignal(box.chosen) as told:
        qtbot.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [HITS[0]]


def test_that_the_hits_go_with_the_cursor(box: SearchBox) -> None:
    type_text(box, "花")
    box.window().findChildren(QLineEdit)[-1].setFocus()
    assert not box.results.isVisible()
    box.setFocus()
    assert box.results.isVisible()
