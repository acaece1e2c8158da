"""Pairs in the window: looked at, merged with the keyboard, taken apart again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.contacts import queries as contacts
from app.contacts.commands import add_organisations
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft, PersonId
from app.duplicates import queries
from app.gui.duplicates.choice_table import RESULT
from app.gui.duplicates.duplicates_page import MERGES, DuplicatesPage

KEY = Qt.Key
Settle = Callable[[], None]


def lines(page: DuplicatesPage) -> list[str]:
    listed = page.ui.pairList
    return [listed.item(row).text().split("\n")[0] for row in range(listed.count())]


def draft(page: DuplicatesPage, person: PersonId) -> PersonDraft:
    found: PersonDraft = page.store.ask(contacts.drafts, [person])[person]
    return found


def choose(page: DuplicatesPage, name: str) -> None:
    """Go to a pair with the keyboard, and into its table."""
    listed = page.ui.pairList
    listed.setFocus()
    QTest.keyClick(listed, KEY.Key_Home)
    while name not in listed.currentItem().text():
        QTest.keyClick(listed, KEY.Key_Down)
    QTest.keyClick(listed, KEY.Key_Return)
    assert page.pair.ui.choiceTable.hasFocus()


def go_to_field(page: DuplicatesPage, label: str) -> None:
    table = page.pair.ui.choiceTable
    QTest.keyClick(table, KEY.Key_Home, Qt.KeyboardModifier.ControlModifier)
    while table.item(table.currentRow(), 0).text() != label:
        QTest.keyClick(table, KEY.Key_Down)


def test_that_pairs_are_listed_with_their_reasons(page: DuplicatesPage) -> None:
    assert sorted(lines(page)) == ["渡辺　節子　／　渡邉　節子", "髙橋　健　／　高橋　健"]
    assert page.ui.countLabel.text() == "同じと思われる組 2組"
    choose(page, "節子")
    assert "電話番号が同じです（+25点）" in page.pair.ui.reasonsLabel.plain()


def test_that_two_are_merged_looked_at_and_taken_apart_with_the_keyboard(
    page: DuplicatesPage, people: list[PersonId], settle: Settle
) -> None:
    kept, merged, *_ = people
    before = draft(page, kept)
    choose(page, "節子")
    table = page.pair.ui.choiceTable
    go_to_field(page, "姓")
    QTest.keyClick(table, KEY.Key_Right)
    go_to_field(page, "備考")
    QTest.keyClick(table, KEY.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "shodo")
    QTest.keyClick(editor, KEY.Key_Return)
    settle()
    assert table.item(table.currentRow(), RESULT).text() == "shodo"
    QTest.keyClick(table, KEY.Key_Return)
    settle()
    after = draft(page, kept)
    assert (after.family_name, after.mobile, after.note) == ("渡邉", "090-0000-0001", "shodo")
    assert lines(page) == ["髙橋　健　／　高橋　健"]
    page.ui.viewCombo.setFocus()
    QTest.keyClick(page.ui.viewCombo, KEY.Key_Down)
    assert page.ui.viewCombo.currentIndex() == MERGES
    assert lines(page) == ["渡邉　節子　→　渡邉　節子"]
    QTest.keyClick(page.merge.ui.splitButton, KEY.Key_Space)
    assert draft(page, kept) == before
    assert not page.merge.ui.splitButton.isEnabled()
    assert "分けました" in page.merge.ui.textLabel.plain()
    page.store.undo_last()
    assert draft(page, kept) == after
    assert merged in [row.merged for row in page.store.ask(queries.merges, page.subject)]


def test_that_others_are_remembered_and_that_can_be_undone(
    page: DuplicatesPage, settle: Settle
) -> None:
    choose(page, "健")
    QTest.keyClick(page.pair.ui.choiceTable, KEY.Key_N)
    settle()
    assert lines(page) == ["渡辺　節子　／　渡邉　節子"]
    page.store.undo_last()
    settle()
    assert len(lines(page)) == 2


def test_that_the_other_record_can_be_kept(
    page: DuplicatesPage, people: list[PersonId], settle: Settle
) -> None:
    choose(page, "節子")
    QTest.keyClick(page, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.pair.ui.titleLabel.text().startswith("渡邉　節子　と　渡辺　節子")
    QTest.mouseClick(page.pair.ui.mergeButton, Qt.MouseButton.LeftButton)
    settle()
    row, *_ = page.store.ask(queries.merges, page.subject)
    assert (row.kept, row.merged) == (people[1], people[0])
    assert draft(page, people[1]).family_kana == "わたなべ"


def test_that_organisations_have_pairs_of_their_own(page: DuplicatesPage, settle: Settle) -> None:
    both = [OrganisationDraft("（福）松風会", phone="0138-22-0009")] * 2
    page.store.do("団体", add_organisations, both)
    settle()
    page.ui.subjectCombo.setFocus()
    QTest.keyClick(page.ui.subjectCombo, KEY.Key_Down)
    settle()
    assert lines(page) == ["（福）松風会　／　（福）松風会"]
    assert page.pair.ui.otherButton.text() == "別の団体です"
    QTest.mouseClick(page.pair.ui.mergeButton, Qt.MouseButton.LeftButton)
    settle()
    assert lines(page) == []
    assert page.ui.countLabel.text() == "同じと思われる組はありません。"
