from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.glyph_mark import GlyphMark
from app.gui.widgets.glyphs import unshowable
from app.gui.widgets.name_edit import NameEdit, ReadingLink
from app.gui.widgets.paragraph import Paragraph
from app.gui.widgets.person_picker import Choice, PersonPicker
from app.gui.widgets.phone_edit import PhoneEdit
from app.gui.widgets.postal_edit import PostalEdit
from app.gui.widgets.wareki_edit import WarekiEdit
from app.kernel.errors import Refusal
from tests.gui.typing_japanese import convert, preedit, type_text

TODAY = date(2026, 4, 1)


class NameForm(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.family, self.given = NameEdit(), NameEdit()
        self.reading, self.mark = QLineEdit(), QLabel()
        for widget in (self.family, self.given, self.reading, self.mark):
            column.addWidget(widget)
        self.link = ReadingLink([self.family, self.given], self.reading, self.mark)


@pytest.fixture
def names(qtbot: QtBot) -> NameForm:
    form = NameForm()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    return form


def test_that_the_reading_is_written_while_the_name_is_typed(names: NameForm) -> None:
    convert(names.family, "わたなべ", "渡邉")
    convert(names.given, "はなこ", "花子")
    assert names.reading.text() == "わたなべ　はなこ"
    assert not names.link.guessed
    assert not names.mark.isVisible()


def test_that_a_guess_is_marked_until_it_is_confirmed(names: NameForm, qtbot: QtBot) -> None:
    preedit(names.family, "わた")
    with qtbot.waitSignal(names.link.guessed_changed):
        type_text(names.family, "渡辺")
    assert names.link.guessed
    assert names.mark.isVisible()
    names.reading.setFocus()
    names.reading.clear()
    type_text(names.reading, "わたなべ")
    assert not names.link.guessed
    assert not names.mark.isVisible()


def test_that_an_edited_reading_is_never_overwritten(names: NameForm) -> None:
    convert(names.family, "わたなべ", "渡部")
    names.reading.selectAll()
    type_text(names.reading, "わたべ")
    convert(names.given, "はなこ", "花子")
    names.family.clear()
    convert(names.family, "たなか", "田中")
    assert names.reading.text() == "わたべ"


def test_that_an_emptied_reading_is_filled_again(names: NameForm, qtbot: QtBot) -> None:
    type_text(names.reading, "ちがう")
    names.reading.selectAll()
    qtbot.keyClick(names.reading, Qt.Key.Key_Backspace)
    convert(names.family, "いとう", "伊藤")
    assert names.reading.text() == "いとう"


def test_that_a_reading_that_is_loaded_stays(names: NameForm) -> None:
    names.family.setText("見本")
    names.reading.setText("みもと")
    names.link.loaded(guessed=True)
    assert names.mark.isVisible()
    convert(names.given, "はなこ", "花子")
    assert names.reading.text() == "みもと"


def test_that_a_loaded_name_gives_no_reading_of_itself(names: NameForm) -> None:
    names.family.setText("見本")
    names.link.loaded(guessed=False)
    convert(names.given, "はなこ", "花子")
    assert names.reading.text() == "はなこ"
    assert names.link.guessed


def test_that_rubbing_out_and_pasting_are_followed(names: NameForm, qtbot: QtBot) -> None:
    convert(names.family, "さとう", "佐藤")
    names.family.selectAll()
    qtbot.keyClick(names.family, Qt.Key.Key_Backspace)
    assert names.reading.text() == ""
    names.family.insert("加藤")
    assert names.family.capture.text == "加藤"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("r8.4.1", date(2026, 4, 1)),
        ("令和8年4月1日", date(2026, 4, 1)),
        ("S23/4/1", date(1948, 4, 1)),
        ("0408", date(2026, 4, 8)),
    ],
)
def test_that_a_day_is_understood_at_once(qtbot: QtBot, typed: str, day: date) -> None:
    edit = WarekiEdit()
    qtbot.addWidget(edit)
    edit.prepare(lambda: TODAY, "生年月日", with_age=True)
    with qtbot.waitSignal(edit.edited):
        type_text(edit.line, typed)
    assert edit.value() == day
    assert "年" in edit.understood.text()
    assert edit.line.text() == typed


def test_that_a_day_tells_the_age_and_is_written_out_on_leaving(qtbot: QtBot) -> None:
    edit = WarekiEdit()
    qtbot.addWidget(edit)
    edit.prepare(lambda: TODAY, with_age=True)
    type_text(edit.line, "s23.4.2")
    assert edit.understood.text().endswith("78歳")
    edit.line.editingFinished.emit()
    assert edit.line.text() == "昭和23年4月2日"


def test_that_what_is_no_day_stays_as_typed(qtbot: QtBot) -> None:
    edit = WarekiEdit()
    qtbot.addWidget(edit)
    edit.prepare(lambda: TODAY)
    type_text(edit.line, "来週の火曜")
    edit.line.editingFinished.emit()
    assert edit.line.text() == "来週の火曜"
    assert edit.understood.text()
    with pytest.raises(Refusal):
        edit.value()
    edit.line.clear()
    assert edit.value() is None


def test_that_a_field_that_was_not_prepared_is_a_fault(qtbot: QtBot) -> None:
    edit = WarekiEdit()
    qtbot.addWidget(edit)
    with pytest.raises(RuntimeError):
        edit.read("r8.4.1")


def test_that_a_local_number_gets_its_area_code(qtbot: QtBot) -> None:
    edit = PhoneEdit()
    qtbot.addWidget(edit)
    edit.prepare("電話番号")
    type_text(edit.line, "２３ー２２２６")
    assert "0138-23-2226" in edit.understood.text()
    with qtbot.waitSignal(edit.settled):
        edit.line.editingFinished.emit()
    assert (edit.line.text(), edit.value()) == ("0138-23-2226", "0138-23-2226")
    edit.set_value("")
    assert edit.value() == ""


def test_that_a_number_that_is_none_stays_as_typed(qtbot: QtBot) -> None:
    edit = PhoneEdit()
    qtbot.addWidget(edit)
    type_text(edit.line, "娘の家")
    edit.line.editingFinished.emit()
    assert edit.line.text() == "娘の家"
    with pytest.raises(Refusal):
        edit.value()


def test_that_a_code_brings_its_places_only_when_it_was_typed(qtbot: QtBot) -> None:
    edit = PostalEdit()
    qtbot.addWidget(edit)
    asked: list[str] = []
    edit.prepare(lambda code: asked.append(code) or ("東雲町",))
    edit.set_value("040-8666")
    edit.line.editingFinished.emit()
    assert asked == []
    edit.line.clear()
    type_text(edit.line, "〒０４００００１")
    with qtbot.waitSignal(edit.found) as told:
        edit.line.editingFinished.emit()
    assert (asked, told.args) == (["040-0001"], [("東雲町",)])
    edit.line.editingFinished.emit()
    assert asked == ["040-0001"]


def find(text: str) -> list[Choice]:
    return [
        Choice(number, f"見本　{name}", "0138-00-0000")
        for number, name in enumerate(("花子", "太郎", "次郎"))
        if text in f"見本　{name}"
    ]


@pytest.fixture
def picker(qtbot: QtBot) -> PersonPicker:
    picker = PersonPicker()
    picker.prepare(find)
    qtbot.addWidget(picker)
    picker.show()
    return picker


def test_that_a_person_is_picked_with_the_keyboard(picker: PersonPicker, qtbot: QtBot) -> None:
    type_text(picker.line, "郎")
    assert picker.list.count() == 2
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert told.args == [2]
    assert picker.line.text() == ""
    assert not picker.list.isVisible()


def test_that_enter_picks_nobody_where_nobody_is_found(picker: PersonPicker, qtbot: QtBot) -> None:
    type_text(picker.line, "いない人")
    with qtbot.assertNotEmitted(picker.picked):
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["渡邉　花子", "髙﨑", "𠮷野", "葛󠄀城", "ｶﾅ①㈱℡", "a\tb\n", ""])
def test_that_names_that_can_be_drawn_are_not_marked(qapp: object, text: str) -> None:
    assert unshowable(text) == ()


def test_that_a_character_without_a_glyph_is_named(qtbot: QtBot) -> None:
    edit, mark = QLineEdit(), GlyphMark()
    qtbot.addWidget(edit)
    qtbot.addWidget(mark)
    mark.watch(edit)
    assert mark.isHidden()
    edit.setText("見本\U0002a6d6\U0002a6d6")
    assert not mark.isHidden()
    assert mark.plain().startswith("この字は画面用の書体にありません（U+2A6D6）")
    edit.setText("見本")
    assert mark.isHidden()


def test_that_a_paragraph_shows_markup_as_text(qtbot: QtBot) -> None:
    label = Paragraph()
    qtbot.addWidget(label)
    label.setText("<b>A & B</b>\n次の行")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;<br>次の行" in label.text()
    assert label.plain() == "<b>A & B</b>\n次の行"


def test_that_an_empty_page_offers_the_first_step(qtbot: QtBot) -> None:
    state = EmptyState(
        "まだだれもいません", "研修の申込みを取り込むと、ここに並びます。", "取り込む"
    )
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.wanted):
        qtbot.mouseClick(state.step, Qt.MouseButton.LeftButton)
    assert EmptyState("空です", "何もありません。").step.isHidden()
