from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.gui.framework.edit_form import EditForm
from app.gui.framework.field_values import reader_of
from app.gui.widgets.wareki_edit import WarekiEdit
from app.kernel.errors import Refusal
from tests.gui.typing_japanese import type_text

TODAY = date(2026, 4, 1)


@dataclass(frozen=True)
class Draft:
    title: str = ""
    day: date | None = None
    kind: str | None = None
    note: str = ""
    held: bool = False
    places: int = 0


class Editor(QWidget):
    """A form with one editor of every kind."""

    def __init__(self) -> None:
        super().__init__()
        layout = QFormLayout(self)
        self.title, self.day, self.kind = QLineEdit(), WarekiEdit(), QComboBox()
        self.note, self.held, self.places = QPlainTextEdit(), QCheckBox(), QSpinBox()
        self.day.prepare(lambda: TODAY, "開催日")
        for label, data in (("養成", "basic"), ("ステップアップ", "step")):
            self.kind.addItem(label, data)
        self.form = EditForm(self)
        for name in ("title", "day", "kind", "note", "held", "places"):
            editor = getattr(self, name)
            layout.addRow(name, editor)
            self.form.bind(name, editor)


DRAFT = Draft("養成研修", date(2026, 5, 8), "step", "雪に注意\n駐車場なし", held=True, places=40)


@pytest.fixture
def editor(qtbot: QtBot) -> Editor:
    editor = Editor()
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    return editor


def problems(editor: Editor) -> list[str]:
    labels = editor.findChildren(QLabel, "problem")
    return [label.text() for label in labels if label.isVisible()]


def test_that_a_draft_comes_back_as_it_was_shown(editor: Editor) -> None:
    editor.form.show_draft(DRAFT)
    assert editor.form.read() == DRAFT
    assert not editor.form.dirty


def test_that_typing_is_noticed_and_comes_back(editor: Editor, qtbot: QtBot) -> None:
    editor.form.show_draft(Draft(kind="basic"))
    with qtbot.waitSignal(editor.form.edited):
        type_text(editor.title, " くらしの講座 ")
    editor.day.line.setText("r8.5.8")
    assert editor.form.dirty
    assert editor.form.read() == Draft("くらしの講座", date(2026, 5, 8), "basic")


def test_that_lines_pasted_into_one_line_become_one(editor: Editor) -> None:
    editor.form.show_draft(DRAFT)
    type_text(editor.title, "　雪\r\nかき\n")
    read = editor.form.read()
    assert (read.title, read.note) == ("養成研修　雪 かき", DRAFT.note)


def test_that_what_is_not_understood_stays_with_its_reason(editor: Editor) -> None:
    editor.form.show_draft(DRAFT)
    editor.day.line.setText("ゴールデンウィーク明け")
    assert editor.form.read() is None
    assert len(problems(editor)) == 1
    assert editor.day.line.text() == "ゴールデンウィーク明け"
    assert editor.focusWidget() is editor.day.line
    editor.day.line.setText("r8.5.11")
    assert editor.form.read() == Draft(**{**DRAFT.__dict__, "day": date(2026, 5, 11)})
    assert problems(editor) == []


def test_that_a_refusal_is_shown_under_its_field(editor: Editor) -> None:
    editor.form.show_draft(DRAFT)
    refusal = Refusal("保存できません。", {"places": "定員は1人以上にしてください。"})
    assert editor.form.mark_refusal(refusal) == ""
    assert problems(editor) == ["定員は1人以上にしてください。"]
    assert editor.form.mark_refusal(Refusal("別の理由です。")) == "別の理由です。"


def test_that_enter_goes_on_and_finishes_in_the_last_field(editor: Editor, qtbot: QtBot) -> None:
    editor.form.show_draft(DRAFT)
    editor.form.focus_first()
    for expected in (editor.day.line, editor.kind, editor.note):
        qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
        assert editor.focusWidget() is expected
    qtbot.keyClick(editor.note, Qt.Key.Key_Return)
    assert editor.focusWidget() is editor.note
    qtbot.keyClick(editor.note, Qt.Key.Key_Tab)
    assert editor.focusWidget() is editor.held
    qtbot.keyClick(editor.held, Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.form.submitted):
        qtbot.keyClick(editor.places, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_that_enter_passes_over_a_field_that_is_off(editor: Editor, qtbot: QtBot) -> None:
    editor.form.show_draft(DRAFT)
    editor.day.setEnabled(False)
    editor.title.setFocus()
    qtbot.keyClick(editor.title, Qt.Key.Key_Return)
    assert editor.focusWidget() is editor.kind


def test_that_control_enter_finishes_anywhere_and_escape_cancels(
    editor: Editor, qtbot: QtBot
) -> None:
    editor.form.show_draft(DRAFT)
    with qtbot.waitSignal(editor.form.submitted):
        qtbot.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(editor.form.cancelled):
        qtbot.keyClick(editor.title, Qt.Key.Key_Escape)


def test_that_a_choice_that_is_not_offered_shows_as_none(editor: Editor) -> None:
    editor.form.show_draft(Draft(kind="something else"))
    assert editor.form.read().kind is None


def test_that_a_widget_that_is_no_editor_is_a_fault(qapp: object) -> None:
    with pytest.raises(TypeError):
        reader_of(QLabel())


def test_that_the_page_does_not_get_the_key_that_saves(editor: Editor, qtbot: QtBot) -> None:
    pressed, saved = [], []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), editor)
    shortcut.activated.connect(lambda: pressed.append(1))
    editor.form.submitted.connect(lambda: saved.append(1))
    editor.note.setFocus()
    qtbot.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (pressed, saved) == ([], [1])
