from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.gui.framework.choice_dialog import ChoiceDialog
from app.gui.framework.keys_dialog import KeysDialog
from app.gui.framework.passphrase_dialog import PassphraseDialog
from app.gui.framework.shortcuts import KeyHelp, PageKeys
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear

YEAR = FiscalYear(2026)


def test_that_the_year_turns_both_ways_and_says_so(qtbot: QtBot) -> None:
    year = YearChoice(YEAR)
    with qtbot.waitSignal(year.changed) as told:
        year.back()
    assert told.args == [FiscalYear(2025)]
    year.forward()
    assert year.value == YEAR
    with qtbot.assertNotEmitted(year.changed):
        year.choose(YEAR)


def test_that_a_key_does_what_its_button_does_and_only_then(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    pressed: list[str] = []
    button = QPushButton("追加", page)
    keys = PageKeys(page)
    keys.add("人を追加", "Ctrl+N", lambda: pressed.append("add"), button)
    keys.add("印刷", "Ctrl+P", lambda: pressed.append("print"))
    keys.tell("1–9", "行の番号")
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    button.setEnabled(False)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["add", "print"]
    assert "Ctrl+N" in button.toolTip()
    assert keys.help() == (
        KeyHelp("Ctrl+N", "人を追加"),
        KeyHelp("Ctrl+P", "印刷"),
        KeyHelp("1–9", "行の番号"),
    )


def test_that_the_keys_are_listed(qtbot: QtBot) -> None:
    dialog = KeysDialog([("この画面", [KeyHelp("Ctrl+N", "人を追加")])])
    qtbot.addWidget(dialog)
    assert {label.text() for label in dialog.findChildren(QLabel)} == {
        "この画面",
        "Ctrl+N",
        "人を追加",
    }


def test_that_one_of_several_is_chosen_by_its_button(qtbot: QtBot) -> None:
    dialog = ChoiceDialog("取り込み", "同じ人ですか。", ["同じ人", "別の人"])
    qtbot.addWidget(dialog)
    dialog.buttons[1].click()
    assert dialog.chosen == 1
    assert dialog.result() == ChoiceDialog.DialogCode.Accepted


@pytest.mark.parametrize(
    ("first", "second", "accepted"),
    [
        ("", "", False),
        ("short", "short", False),
        ("函館の海は青い", "函館の海は青い", False),
        ("函館の海はとても青い", "函館の海はとても蒼い", False),
        ("函館の海はとても青い", "函館の海はとても青い", True),
    ],
)
def test_that_a_new_passphrase_is_long_and_typed_twice(
    qtbot: QtBot, first: str, second: str, accepted: bool
) -> None:
    dialog = PassphraseDialog("パスフレーズ", "決めてください。", new=True)
    qtbot.addWidget(dialog)
    dialog.first.setText(first)
    dialog.second.setText(second)
    dialog.check()
    assert (dialog.result() == PassphraseDialog.DialogCode.Accepted) is accepted
    assert bool(dialog.problem.text()) is not accepted


def test_that_a_passphrase_is_hidden_until_asked_for(qtbot: QtBot) -> None:
    dialog = PassphraseDialog("パスフレーズ", "入力してください。")
    qtbot.addWidget(dialog)
    assert dialog.first.echoMode() == dialog.first.EchoMode.Password
    dialog.shown.setChecked(True)
    assert dialog.first.echoMode() == dialog.first.EchoMode.Normal
    dialog.first.setText("何でもよい")
    dialog.check()
    assert dialog.result() == PassphraseDialog.DialogCode.Accepted
