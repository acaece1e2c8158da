from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.gui.framework.checklist_dialog import ChecklistDialog
from app.gui.framework.dialogs import program_dialogs
from app.gui.framework.qt_dialogs import QtDialogs


def press_when_shown(text: str, seen: list[str]) -> None:
    """Press the button with this text as soon as a dialog is there."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        seen.extend(buttons)
        buttons[text].click()

    QTimer.singleShot(0, press)


@pytest.fixture
def dialogs(qtbot: QtBot) -> QtDialogs:
    return QtDialogs()


@pytest.mark.parametrize(("button", "answer"), [("削除する", True), ("やめる", False)])
def test_that_a_question_has_verbs_on_its_buttons(
    dialogs: QtDialogs, button: str, answer: bool
) -> None:
    seen: list[str] = []
    press_when_shown(button, seen)
    assert dialogs.confirm("研修の削除", "ごみ箱に移しますか。", "削除する") is answer
    assert sorted(seen) == ["やめる", "削除する"]


def test_that_something_told_is_read_and_closed(dialogs: QtDialogs) -> None:
    seen: list[str] = []
    press_when_shown("閉じる", seen)
    dialogs.tell("控えを取りました。")
    assert seen == ["閉じる"]


def test_that_one_of_several_or_none_is_chosen(dialogs: QtDialogs) -> None:
    press_when_shown("別の人", [])
    assert dialogs.choose("取り込み", "同じ人ですか。", ["同じ人", "別の人"]) == 1
    press_when_shown("やめる", [])
    assert dialogs.choose("取り込み", "同じ人ですか。", ["同じ人", "別の人"]) is None


def test_that_text_comes_back_trimmed(dialogs: QtDialogs) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        dialog.findChild(QLineEdit).setText(" 大雪のため ")
        dialog.accept()

    QTimer.singleShot(0, answer)
    assert dialogs.ask_text("中止", "理由") == "大雪のため"


def test_that_details_of_a_fault_can_be_copied(dialogs: QtDialogs, tmp_path: object) -> None:
    press_when_shown("詳細を写す", [])
    dialogs.show_bug("ValueError\n  page.py:1 show", tmp_path)  # type: ignore[arg-type]
    assert QApplication.clipboard().text() == "ValueError\n  page.py:1 show"


def test_that_the_boxes_are_loaded_when_one_is_needed(qtbot: QtBot) -> None:
    dialogs, late = program_dialogs()
    window = QWidget()
    qtbot.addWidget(window)
    late.over(window)
    press_when_shown("閉じる", [])
    dialogs.tell("控えを取りました。")


def test_that_a_checklist_begins_with_everything_and_needs_something(qtbot: QtBot) -> None:
    dialog = ChecklistDialog("書き出し", "項目を選んでください。", ["氏名", "電話", "住所"])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.ticked == [0, 1, 2]
    dialog.optionList.setFocus()
    QTest.keyClick(dialog.optionList, Qt.Key.Key_Down)
    QTest.keyClick(dialog.optionList, Qt.Key.Key_Space)
    assert dialog.ticked == [0, 2]
    dialog.noneButton.click()
    assert not dialog.goOnButton.isEnabled()
    dialog.allButton.click()
    dialog.goOnButton.click()
    assert dialog.result() == ChecklistDialog.DialogCode.Accepted
