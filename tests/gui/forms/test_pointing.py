from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.forms.edition import Mark
from app.gui.forms.sheet_view import FIELD_MIME
from tests.gui.forms.conftest import SHEET, Forms, Open

NAME_CELL, KANA_CELL, VENUE_CELL = (8, 3), (7, 3), (9, 3)
KEY = Qt.Key
NAMED = (Mark(SHEET, "C8", "{{氏名}}"),)


def drop(forms: Forms, data: QMimeData) -> None:
    """Drag something over the picture and let it fall on a cell."""
    at, button = forms.point(VENUE_CELL), Qt.MouseButton.LeftButton
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, action, data, button, keys)
    QApplication.sendEvent(forms.view, entering)
    if entering.isAccepted():
        QApplication.sendEvent(forms.view, QDropEvent(QPointF(at), action, data, button, keys))
    else:
        QApplication.sendEvent(forms.view, QDragLeaveEvent())


def test_that_a_field_is_chosen_and_then_the_cell_clicked(open_page: Open) -> None:
    forms = open_page()
    forms.field("氏名")
    assert QGuiApplication.clipboard().text() == "{{氏名}}"
    assert "「氏名」を入れるセルを押して" in forms.page.card.fields.ui.hintLabel.plain()
    forms.click(NAME_CELL)
    assert forms.marks == {"C8": "{{氏名}}"}
    assert forms.view.chips[NAME_CELL].text == "氏名"
    forms.click(KANA_CELL)
    assert forms.marks == {"C8": "{{氏名}}"}
    forms.page.store.undo()
    assert forms.marks == {}
    assert NAME_CELL not in forms.view.chips


def test_that_a_cell_is_clicked_and_then_the_field_chosen_with_keys(open_page: Open) -> None:
    forms = open_page()
    fields = forms.page.card.fields.ui
    forms.click(NAME_CELL)
    forms.press(forms.view, KEY.Key_Return)
    assert QApplication.focusWidget() is fields.filterEdit
    forms.type(fields.filterEdit, "ふりがな")
    shown = [fields.palette.topLevelItem(n).text(1) for n in range(3)]
    assert shown[0] == "ふりがな"
    forms.press(fields.filterEdit, KEY.Key_Down, KEY.Key_Up)
    forms.press(fields.palette, KEY.Key_Return)
    assert forms.marks == {"C8": "{{ふりがな}}"}
    assert QApplication.focusWidget() is forms.view
    assert forms.view.place == NAME_CELL


def test_that_a_field_dragged_onto_a_cell_goes_there(open_page: Open) -> None:
    forms = open_page()
    palette = forms.page.card.fields.ui.palette
    (item,) = palette.findItems("氏名", Qt.MatchFlag.MatchExactly, 1)
    data = palette.mimeData([item])
    assert bytes(data.data(FIELD_MIME).data()).decode() == "氏名"
    drop(forms, data)
    assert forms.marks == {"C9": "{{氏名}}"}


def test_that_other_things_cannot_be_dropped(open_page: Open) -> None:
    forms = open_page()
    data = QMimeData()
    data.setText("{{氏名}}")
    drop(forms, data)
    assert forms.marks == {}


def test_that_arrows_move_and_delete_clears(open_page: Open) -> None:
    forms = open_page(marks=NAMED)
    forms.click(KANA_CELL)
    forms.press(forms.view, KEY.Key_Down)
    assert forms.view.place == NAME_CELL
    assert "氏名" in forms.view.accessibleDescription()
    forms.press(forms.view, KEY.Key_Delete)
    assert forms.marks == {}
    forms.page.store.undo()
    assert forms.marks == {"C8": "{{氏名}}"}


def test_that_the_merged_cell_is_one(open_page: Open) -> None:
    forms = open_page()
    forms.field("氏名")
    box = forms.view.box_of(NAME_CELL)
    assert box is not None
    far = forms.view.rect_of(box).topRight().toPoint()
    far.setX(far.x() - 3)
    far.setY(far.y() + 3)
    QTest.mouseClick(forms.view, Qt.MouseButton.LeftButton, pos=far)
    assert forms.marks == {"C8": "{{氏名}}"}


def test_that_a_text_typed_by_hand_is_checked_at_once(open_page: Open) -> None:
    forms = open_page(marks=NAMED)
    edit = forms.page.card.fields.ui.textEdit
    problem = forms.page.card.fields.ui.problemLabel
    forms.click(NAME_CELL)
    forms.press(forms.view, KEY.Key_F2)
    assert QApplication.focusWidget() is edit
    edit.clear()
    forms.type(edit, "{{指名}}　様")
    forms.press(edit, KEY.Key_End, KEY.Key_Space, KEY.Key_Backspace)
    assert "「指名」という項目は" in problem.plain()
    forms.press(edit, KEY.Key_Return)
    assert forms.marks == {"C8": "{{氏名}}"}
    edit.clear()
    forms.type(edit, "{{姓}}　{{名}}　様")
    forms.press(edit, KEY.Key_Return)
    assert forms.marks == {"C8": "{{姓}}　{{名}}　様"}
    assert not forms.page.card.fields.ui.formatCombo.isVisible()
    forms.press(forms.view, KEY.Key_F2)
    forms.type(edit, "いりません")
    forms.press(edit, KEY.Key_Escape)
    assert forms.marks == {"C8": "{{姓}}　{{名}}　様"}
    assert QApplication.focusWidget() is forms.view


def test_that_the_format_and_the_drawn_places_of_a_list_are_chosen(open_page: Open) -> None:
    forms = open_page(marks=(*NAMED, Mark(SHEET, "C9", "{{電話の数字.字}}")))
    ui = forms.page.card.fields.ui
    forms.click(NAME_CELL)
    assert not ui.listCombo.isVisible()
    ui.formatCombo.setCurrentIndex(ui.formatCombo.findData("敬称"))
    ui.formatCombo.activated.emit(ui.formatCombo.currentIndex())
    assert forms.marks["C8"] == "{{氏名|敬称}}"
    forms.click(VENUE_CELL)
    ui.listCombo.setCurrentText("枠に入れる")
    ui.listCombo.activated.emit(1)
    assert forms.marks["C9"] == "{{電話の数字.字}}{{*電話の数字 枠10}}"
    ui.framesSpin.setValue(11)
    assert forms.marks["C9"] == "{{電話の数字.字}}{{*電話の数字 枠11}}"


def test_that_a_tag_is_copied_with_control_c(open_page: Open) -> None:
    forms = open_page(marks=(Mark(SHEET, "C8", "{{氏名|敬称}}"),))
    forms.click(NAME_CELL)
    QTest.keyClick(forms.view, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "{{氏名|敬称}}"
    forms.click(KANA_CELL)
    with forms.qtbot.waitSignal(forms.page.said) as told:
        QTest.keyClick(forms.view, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "項目がありません" in told.args[0]


def test_that_escape_gives_up_putting_a_field(open_page: Open) -> None:
    forms = open_page()
    forms.field("氏名")
    forms.press(forms.page.card.fields.ui.palette, KEY.Key_Escape)
    forms.click(NAME_CELL)
    assert forms.marks == {}
    assert QApplication.focusWidget() is forms.view


def test_that_a_form_of_ours_is_only_looked_at(open_page: Open) -> None:
    forms = open_page()
    forms.page.ui.formList.choose("certificate")
    forms.qtbot.waitUntil(lambda: forms.page.card.pane.sheet == "修了証書", timeout=20_000)
    assert any(chip.kind == "tag" for chip in forms.view.chips.values())
    place = next(iter(forms.view.chips))
    forms.click(place)
    ui = forms.page.card.fields.ui
    assert ui.textEdit.text().startswith("{{")
    assert not ui.textEdit.isEnabled()
    assert not forms.page.card.ui.removeButton.isEnabled()
    forms.press(forms.view, KEY.Key_Delete)
    assert "付属の様式です" in ui.hintLabel.plain()
