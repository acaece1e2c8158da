from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.contacts import commands
from app.contacts.person import PersonDraft
from app.contacts.queries import PersonListing
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.search import Finder, Hit, Target
from app.gui.framework.view import View
from app.gui.framework.year_choice import YearChoice
from app.gui.main_window import MainWindow
from app.gui.places import PLACES, Place
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text

LISTING = PersonListing(date(2026, 4, 1))
HANAKO = PersonDraft(family_name="見本", given_name="花子")


def find_people(_store: ObservableStore, text: str, limit: int) -> Sequence[Hit]:
    return [Hit("見本　花子", "連絡先", Target("contacts", "person", 7))][:limit] * (text == "花子")


class SomePage(Page):
    """A page that adds a person and can be linked to."""

    finders: ClassVar[tuple[Finder, ...]] = (find_people,)
    leaves: ClassVar[bool] = True

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.shown: list[Target] = []
        column = QVBoxLayout(self)
        column.addWidget(QLineEdit())
        self.button = QPushButton("人を追加")
        column.addWidget(self.button)
        self.keys.add("人を追加", "Ctrl+N", self.add, self.button)

    def add(self) -> None:
        self.store.do("連絡先に追加", commands.add_person, HANAKO)

    def open_target(self, target: Target) -> None:
        self.shown.append(target)

    def may_leave(self) -> bool:
        return self.leaves


@dataclass
class Desk:
    window: MainWindow
    store: ObservableStore


@pytest.fixture
def desk(store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(Place, "page_class", lambda _place: SomePage)
    jobs = Jobs()
    window = MainWindow(
        View(), YearChoice(FiscalYear(2026)), FakeDialogs(), jobs, lambda: datetime(2026, 4, 1)
    )
    observed = ObservableStore(store)
    window.show_office(observed, "見本事務所")
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield Desk(window, observed)
    window.allow_close()
    window.close()
    window.deleteLater()
    jobs.close()


def page(desk: Desk) -> SomePage:
    shown = desk.window.ui.pages.currentWidget()
    assert isinstance(shown, SomePage)
    return shown


def test_that_an_office_opens_on_its_first_place(desk: Desk) -> None:
    assert desk.window.windowTitle().startswith("見本事務所")
    assert desk.window.ui.placeList.currentRow() == 0
    assert len(desk.window._pages) == 1


def test_that_a_page_is_made_when_first_shown_and_kept(desk: Desk, qtbot: QtBot) -> None:
    first = page(desk)
    qtbot.keyClick(desk.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.ui.placeList.currentItem().text() == "研修"
    assert page(desk) is not first
    desk.window.go_to("home")
    assert page(desk) is first


def test_that_the_places_can_be_walked_with_the_arrows(desk: Desk, qtbot: QtBot) -> None:
    desk.window.ui.placeList.setFocus()
    for place in PLACES[1:]:
        qtbot.keyClick(desk.window.ui.placeList, Qt.Key.Key_Down)
        assert desk.window.ui.pages.currentWidget() is desk.window._pages[place.name]


def test_that_a_page_with_unsaved_input_can_stay(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page(desk)
    monkeypatch.setattr(SomePage, "leaves", False)
    desk.window.ui.placeList.setCurrentRow(2)
    assert page(desk) is first
    assert desk.window.ui.placeList.currentRow() == 0


def test_that_a_key_of_the_page_works_wherever_the_cursor_is(desk: Desk, qtbot: QtBot) -> None:
    desk.window.ui.placeList.setFocus()
    qtbot.keyClick(desk.window.ui.placeList, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.store.ask(LISTING.keys)) == 1


def test_that_what_was_done_is_said_with_undo_beside_it(desk: Desk, qtbot: QtBot) -> None:
    line = desk.window.ui.statusLine
    page(desk).button.click()
    assert line.text.text() == "連絡先に追加：保存しました。"
    assert line.undo.isVisible()
    qtbot.mouseClick(line.undo, Qt.MouseButton.LeftButton)
    assert line.text.text() == "「連絡先に追加」を元に戻しました。"
    assert desk.store.ask(LISTING.keys) == []
    qtbot.mouseClick(line.redo, Qt.MouseButton.LeftButton)
    assert len(desk.store.ask(LISTING.keys)) == 1


def test_that_undo_and_redo_work_from_the_keyboard_in_words(desk: Desk, qtbot: QtBot) -> None:
    undo = desk.window.menus.undo
    assert not undo.undo.isEnabled()
    page(desk).button.click()
    assert undo.undo.text() == "「連絡先に追加」を元に戻す(&U)"
    qtbot.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undo.redo.text() == "「連絡先に追加」をやり直す(&R)"
    assert not undo.undo.isEnabled()
    qtbot.keyClick(desk.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert undo.undo.isEnabled()


def test_that_a_refusal_is_said_and_offers_no_undo(desk: Desk) -> None:
    line = desk.window.ui.statusLine
    desk.store.do("連絡先に追加", commands.add_person, PersonDraft())
    assert line.text.text().startswith("できませんでした：")
    assert not line.undo.isVisible()
    desk.store.noted.emit("控えを取りました")
    page(desk).said.emit("保存先を開きました。")
    assert line.text.text() == "保存先を開きました。"


def test_that_the_year_is_shown_and_turns(desk: Desk, qtbot: QtBot) -> None:
    assert desk.window.ui.yearLabel.text() == "令和8年度"
    qtbot.mouseClick(desk.window.ui.yearForward, Qt.MouseButton.LeftButton)
    assert page(desk).year.value == FiscalYear(2027)
    qtbot.keyClick(desk.window, Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.window.ui.yearLabel.text() == "令和8年度")


def test_that_the_search_box_leads_to_a_thing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = desk.window.ui.searchBox
    assert box.hasFocus()
    type_text(box, "花子")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page(desk).shown == [Target("contacts", "person", 7)]
    assert desk.window.ui.placeList.currentItem().text() == "連絡先"


def test_that_the_search_box_carries_out_commands(desk: Desk, qtbot: QtBot) -> None:
    box = desk.window.ui.searchBox
    box.setFocus()
    type_text(box, "人を")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert len(desk.store.ask(LISTING.keys)) == 1
    type_text(box, "元に戻す")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.store.ask(LISTING.keys) == []


def test_that_links_of_a_page_are_followed(desk: Desk) -> None:
    page(desk).wanted.emit(Target("training", "course", 3))
    assert page(desk).shown == [Target("training", "course", 3)]
    desk.window.go(Target("nowhere"))
    assert desk.window.ui.placeList.currentItem().text() == "研修"


def test_that_f1_lists_the_keys_of_the_page_and_the_window(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    (dialog,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
    ]
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Ctrl+N" in texts
    assert "Ctrl+K" in texts
    dialog.close()
    dialog.deleteLater()


def test_that_leaving_an_office_leaves_nothing_of_it(desk: Desk) -> None:
    page(desk).button.click()
    desk.window.leave_office()
    assert desk.window.ui.statusLine.text.text() == ""
    assert not desk.window.ui.placeList.isEnabled()
    assert not desk.window.menus.undo.undo.isEnabled()
    desk.window.go_to("training")
    assert desk.window._pages == {}


def test_that_closing_with_an_office_asks_first(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.window.closing):
        desk.window.close()
    assert desk.window.isVisible()


def test_that_every_control_has_a_name_for_a_screen_reader(desk: Desk) -> None:
    ui = desk.window.ui
    for widget in (ui.placeList, ui.yearBack, ui.yearLabel, ui.yearForward, ui.searchBox):
        assert widget.accessibleName()
