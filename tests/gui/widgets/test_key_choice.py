"""Choices by one key, and numbers that may be left empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.gui.widgets.count_edit import CountEdit
from app.gui.widgets.key_choice import KeyChoice
from app.gui.widgets.key_combo import KeyCombo
from app.kernel.errors import Refusal


def test_that_a_digit_or_an_arrow_chooses_and_other_keys_are_left_alone(qtbot: QtBot) -> None:
    choice = KeyChoice()
    qtbot.addWidget(choice)
    picked: list[object] = []
    choice.picked.connect(lambda: picked.append(choice.value()))
    choice.offer([("①参画", "a"), ("②協働", "b")])
    assert choice.value() is None
    for key in (Qt.Key.Key_2, Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_A):
        QTest.keyClick(choice, key)
    QTest.keyClick(choice, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert picked == ["b"]
    QTest.keyClick(choice, Qt.Key.Key_Left)
    assert (choice.value(), picked) == ("a", ["b"])
    choice.set_value("nothing of this")
    assert choice.value() is None


def test_that_a_letter_chooses_from_a_longer_list(qtbot: QtBot) -> None:
    combo = KeyCombo()
    qtbot.addWidget(combo)
    combo.offer([(f"種別{number}", number) for number in range(30)])
    assert combo.currentIndex() == -1
    QTest.keyClick(combo, Qt.Key.Key_C)
    assert combo.currentData() == 2
    assert combo.itemText(29) == "　　種別29"


@pytest.mark.parametrize(
    ("text", "number"), [("", None), ("12", 12), ("１２人", 12), ("0", 0), ("1,200人", 1200)]
)
def test_that_a_number_is_read_as_people_write_it(
    text: str, number: int | None, qtbot: QtBot
) -> None:
    edit = CountEdit()
    qtbot.addWidget(edit)
    edit.prepare("人数", "人")
    edit.line.setText(text)
    assert edit.value() == number
    edit.set_value(edit.value())
    assert edit.value() == number


@pytest.mark.parametrize("text", ["十二", "-3", "1.5", "12km", "9999999", "12 13"])
def test_that_what_is_no_number_is_refused(text: str, qtbot: QtBot) -> None:
    edit = CountEdit()
    qtbot.addWidget(edit)
    edit.prepare("人数", "人")
    edit.line.setText(text)
    with pytest.raises(Refusal):
        edit.value()
