from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.forms import queries
from app.forms.edition import EditionRow, Mark
from app.kernel.fiscal_year import FiscalYear
from tests.forms.books import book
from tests.gui.forms.conftest import SHEET, Forms, Open

KEY = Qt.Key
NAMED = (Mark(SHEET, "C8", "{{氏名}}"), Mark(SHEET, "C7", "{{ふりがな}}"))


def editions(forms: Forms) -> tuple[EditionRow, ...]:
    return forms.page.store.ask(queries.editions, forms.own)


def look_at(forms: Forms, path: Path) -> None:
    """Choose a file and wait until it has been looked at."""
    forms.dialogs.answers.append(path)
    QTest.keyClick(forms.page, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    forms.rest()


def file(folder: Path, data: bytes, name: str = "申請書R8.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_that_a_file_is_looked_at_before_it_is_registered(open_page: Open, tmp_path: Path) -> None:
    forms = open_page()
    look_at(forms, file(tmp_path, book("別の申請書")))
    adding = forms.page.adding
    assert adding.isVisible()
    assert adding.pane.sheet == SHEET
    assert adding.ui.yearCombo.currentData() == FiscalYear(2026)
    assert len(editions(forms)) == 1
    adding.ui.versionEdit.selectAll()
    forms.type(adding.ui.versionEdit, "令和8年4月改正")
    forms.press(adding.ui.versionEdit, KEY.Key_Return)
    QTest.keyClick(adding, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    forms.qtbot.waitUntil(lambda: not adding.isVisible(), timeout=20_000)
    forms.rest()
    row, before = editions(forms)
    assert (row.version, row.from_year) == ("令和8年4月改正", FiscalYear(2026))
    assert before.id == forms.edition
    shown = forms.page.card.shown
    assert shown is not None
    assert shown.edition == row.id
    forms.page.store.undo()
    assert len(editions(forms)) == 1


def test_that_what_is_no_form_is_refused_in_a_sentence(open_page: Open, tmp_path: Path) -> None:
    forms = open_page()
    adding = forms.page.adding
    for data, name, said in (
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "古い.xls", "古い形式"),
        (b"PK\x03\x04kaputt", "壊れた.xlsx", "壊れ"),
        (book(), "同じ.xlsx", "登録済み"),
    ):
        look_at(forms, file(tmp_path, data, name))
        assert said in adding.nothing.text.plain()
        assert not adding.ui.registerButton.isEnabled()
        QTest.keyClick(adding, KEY.Key_Escape)
        assert not adding.isVisible()
    assert len(editions(forms)) == 1
    assert forms.dialogs.told == []


def test_that_a_file_can_be_dropped_on_the_page(open_page: Open, tmp_path: Path) -> None:
    forms = open_page()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file(tmp_path, book("別"))))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    forms.page.dropEvent(event)
    forms.rest()
    assert forms.page.adding.isVisible()
    assert forms.page.adding.candidate is not None


def test_that_places_that_moved_are_asked_about(open_page: Open, tmp_path: Path) -> None:
    forms = open_page(marks=NAMED)
    look_at(forms, file(tmp_path, book(extra=2)))
    adding, changes = forms.page.adding, forms.page.adding.ui.changeList
    assert changes.undecided == 2
    assert not adding.ui.registerButton.isEnabled()
    assert adding.ui.changeLabel.plain().startswith("前の版から：動いた2")
    assert "2行下" in adding.ui.whyLabel.plain()
    assert adding.pane.view.place == (9, 3)
    assert adding.pane.view.chips[(9, 3)].kind == "asked"
    changes.setFocus()
    forms.press(changes, KEY.Key_Return, KEY.Key_Delete)
    assert changes.undecided == 0
    forms.dialogs.answers.append(False)
    QTest.keyClick(adding, KEY.Key_Escape)
    assert adding.isVisible()
    QTest.mouseClick(adding.ui.registerButton, Qt.MouseButton.LeftButton)
    forms.qtbot.waitUntil(lambda: not adding.isVisible(), timeout=20_000)
    marks = forms.page.store.ask(queries.marks, editions(forms)[0].id)
    assert [(mark.cell, mark.text) for mark in marks] == [("C9", "{{ふりがな}}")]


def test_that_another_cell_can_be_pointed_at_for_a_place(open_page: Open, tmp_path: Path) -> None:
    forms = open_page(marks=NAMED[:1])
    look_at(forms, file(tmp_path, book(extra=2)))
    adding = forms.page.adding
    forms.click((11, 3), adding.pane.view)
    assert adding.ui.takeButton.text() == "C11に入れる"
    QTest.mouseClick(adding.ui.takeButton, Qt.MouseButton.LeftButton)
    assert [(mark.cell, mark.text) for mark in adding.changes.marks()] == [("C11", "{{氏名}}")]


def test_that_all_that_has_only_moved_is_taken_at_once(open_page: Open, tmp_path: Path) -> None:
    forms = open_page(marks=NAMED)
    look_at(forms, file(tmp_path, book(extra=2)))
    adding = forms.page.adding
    QTest.mouseClick(adding.ui.movedButton, Qt.MouseButton.LeftButton)
    assert {(mark.cell, mark.text) for mark in adding.changes.marks()} == {
        ("C10", "{{氏名}}"),
        ("C9", "{{ふりがな}}"),
    }
    assert not adding.ui.movedButton.isVisible()
    assert adding.ui.registerButton.isEnabled()


def test_that_places_that_stayed_are_carried_on(open_page: Open, tmp_path: Path) -> None:
    forms = open_page(marks=NAMED)
    look_at(forms, file(tmp_path, book("参加申請書（改正）")))
    adding = forms.page.adding
    assert adding.ui.changeList.undecided == 0
    assert len(adding.changes.marks()) == 2
    assert "新しい文字1" in adding.ui.changeLabel.plain()
