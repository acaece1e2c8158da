from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.contacts import commands, queries
from app.contacts.person import Consideration, PersonDraft, PersonId, PersonStatus
from app.documents.table_file import read_table
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.contacts.person_finder import find_people
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.office.queries import ExportListing
from app.reporting.contact_file import FileKind
from app.storage.store import Store
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import convert, preedit, type_text

DAY = date(2026, 4, 1)


def _names(page: ContactsPage) -> list[str]:
    model = page.people.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _keys(widget: QWidget, text: str) -> None:
    for char in text:
        QTest.keyClick(widget, char)


def _enter(page: ContactsPage) -> QWidget:
    """Press Enter where the cursor is; return where it goes."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _card(store: Store, person: int) -> PersonDraft:
    return store.ask(queries.person_card, PersonId(person), DAY).draft


# The list


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("渡辺", ["渡邉　太郎"]),
        ("ﾀｶﾊｼ", ["髙橋　健"]),
        ("watanabe", ["渡邉　太郎"]),
        ("220001", ["渡邉　太郎"]),
        ("島泊町", ["渡邉　太郎"]),
        ("園芸", ["渡邉　太郎"]),
        ("おおの　さち", ["大野　幸"]),
        ("いない", []),
    ],
)
def test_that_the_list_follows_every_key(page: ContactsPage, typed: str, found: list[str]) -> None:
    assert _names(page) == ["大野　幸", "髙橋　健", "渡邉　太郎", "名無　子"]
    for char in typed:
        if char.isascii():
            QTest.keyClick(page.ui.searchEdit, char)
        else:
            type_text(page.ui.searchEdit, char)
    assert _names(page) == found
    assert page.ui.countLabel.text() == f"{len(found)}人"


def test_that_tabs_count_and_narrow(page: ContactsPage, qtbot: QtBot) -> None:
    bar = page.ui.tabBar
    titles = [bar.tabText(number) for number in range(bar.count())]
    assert titles == [
        "すべて", "あ 1", "か", "さ", "た 1", "な", "は", "ま", "や", "ら", "わ 1", "他",
        "未入力 1",
    ]  # fmt: skip
    bar.setCurrentIndex(4)
    assert _names(page) == ["髙橋　健"]
    bar.setCurrentIndex(12)
    assert _names(page) == ["名無　子"]
    type_text(page.ui.searchEdit, "わ")
    qtbot.waitUntil(lambda: bar.tabText(10) == "わ 1" and bar.tabText(4) == "た")
    assert page.ui.listStack.currentWidget() is not page.ui.peopleList


def test_that_district_and_status_narrow(
    page: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    district = _card(observed.plain, people[0]).district_id
    page.ui.districtCombo.setCurrentIndex(page.ui.districtCombo.findData(district))
    assert _names(page) == ["渡邉　太郎"]
    page.ui.districtCombo.setCurrentIndex(0)
    moved = PersonDraft("大野", "幸", "おおの", "さち", status=PersonStatus.MOVED)
    observed.do("転出", commands.change_person, people[2], moved)
    page.ui.statusCombo.setCurrentIndex(page.ui.statusCombo.findText("転出"))
    assert _names(page) == ["大野　幸（転出）"]


def test_that_the_list_is_a_sound_model(page: ContactsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.people.model)


def test_that_links_and_the_search_box_lead_to_a_person(
    page: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    hits = find_people(observed, "わたなべ", 5)
    assert [hit.title for hit in hits] == ["渡邉　太郎"]
    type_text(page.ui.searchEdit, "大野")
    page.open_target(hits[0].target)
    assert page.card.ui.nameLabel.text() == "渡邉　太郎"
    assert page.card.isVisible()


# Card, bin


def test_that_the_bin_is_undone_and_left_again(
    page: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    page.open_target(Target("contacts", "person", people[1]))
    page.ui.peopleList.setFocus()
    QTest.keyClick(page.ui.peopleList, Qt.Key.Key_Delete)
    assert "髙橋　健" not in _names(page)
    observed.undo()
    assert "髙橋　健" in _names(page)
    observed.redo()
    page.ui.binCheck.setChecked(True)
    assert _names(page) == ["髙橋　健"]
    page.ui.peopleList.choose(people[1])
    assert not page.card.ui.editButton.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert _names(page) == []
    page.people.clear()
    assert "髙橋　健" in _names(page)


def test_that_what_somebody_needs_is_folded_away(
    page: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    needs = Consideration(hearing=True, detail="前の席")
    observed.do("配慮", commands.set_consideration, people[0], needs)
    page.open_target(Target("contacts", "person", people[0]))
    assert not page.card.ui.needsPanel.isVisible()
    page.card.ui.needsButton.click()
    assert page.card.ui.needsPanel.isVisible()
    assert "前の席" in page.card.ui.needsLabel.plain()
    page.open_target(Target("contacts", "person", people[1]))
    assert not page.card.ui.needsPanel.isVisible()


def test_that_a_consent_is_given_and_withdrawn(
    page: ContactsPage, store: Store, people: list[PersonId], dialogs: FakeDialogs
) -> None:
    page.open_target(Target("contacts", "person", people[0]))
    panel = page.card.consents
    panel.add_button.click()
    panel.ui.dayEdit.line.setText("r9.4.1")
    panel.ui.saveButton.click()
    assert panel.frame.isVisible()  # a day to come is refused, and what was typed stays
    panel.ui.dayEdit.line.setText("r8.3.1")
    panel.ui.saveButton.click()
    assert not panel.frame.isVisible()
    (row,) = store.ask(queries.consents, people[0])
    assert row.consent.given_on == date(2026, 3, 1)
    dialogs.answers.append("r8.3.31")
    buttons = page.card.ui.consentPanel.findChildren(QPushButton)
    next(b for b in buttons if b.text() == "撤回…" and b.isVisible()).click()
    (row,) = store.ask(queries.consents, people[0])
    assert row.consent.withdrawn_on == date(2026, 3, 31)


# The form


def test_that_a_person_is_typed_in_as_on_paper(
    page: ContactsPage, store: Store, observed: ObservableStore
) -> None:
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    ui = page.form.ui
    assert QApplication.focusWidget() is ui.familyEdit
    convert(ui.familyEdit, "やまざき", "山﨑")
    assert ui.familyKanaEdit.text() == "やまざき"
    assert _enter(page) is ui.givenEdit
    convert(ui.givenEdit, "はなこ", "花子")
    assert [_enter(page) for _ in range(2)][-1] is ui.givenKanaEdit
    while QApplication.focusWidget() is not ui.birthEdit.line:
        _enter(page)
    _keys(ui.birthEdit.line, "s25.4.1")
    assert "76歳" in ui.birthEdit.understood.text()
    while QApplication.focusWidget() is not ui.postalEdit.line:
        _enter(page)
    _keys(ui.postalEdit.line, "0410602")
    _enter(page)
    assert ui.townEdit.text() == "函館市島泊町"
    assert ui.districtCombo.itemText(0) == "自動（町名から：東部）"
    ui.phoneEdit.line.setFocus()
    _keys(ui.phoneEdit.line, "23-2226")
    QTest.keyClick(ui.phoneEdit.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.card.isVisible()
    draft = _card(store, page.card.key or 0)
    assert (draft.name, draft.kana) == ("山﨑　花子", "やまざき　はなこ")
    assert (draft.birth_date, draft.phone) == (date(1950, 4, 1), "0138-23-2226")
    assert draft.postal_code == "041-0602"
    assert draft.district_id is not None
    assert not draft.kana_guessed
    assert not draft.district_fixed
    assert observed.undo_label() == "連絡先の追加（山﨑　花子）"


def test_that_a_guessed_reading_is_said_and_kept(page: ContactsPage, store: Store) -> None:
    page.side.add()
    ui = page.form.ui
    preedit(ui.familyEdit, "わた")
    type_text(ui.familyEdit, "渡辺")
    assert ui.familyMark.isVisible()
    page.form.save()
    assert _card(store, page.card.key or 0).kana_guessed
    assert "ふりがな要確認" in page.card.ui.kanaLabel.text()
    page.side.edit()
    assert ui.familyMark.isVisible()
    ui.familyKanaEdit.setFocus()
    type_text(ui.familyKanaEdit, "なべ")
    page.form.save()
    assert not _card(store, page.card.key or 0).kana_guessed


def test_that_what_is_wrong_is_said_under_its_field_and_nothing_is_lost(
    page: ContactsPage, store: Store, dialogs: FakeDialogs
) -> None:
    page.side.add()
    ui = page.form.ui
    type_text(ui.neighbourhoodEdit, "末広町会")
    ui.phoneEdit.line.setText("123")
    ui.emailEdit.setText("x@")
    page.form.save()
    assert page.form.isVisible()
    assert ui.phoneEdit.line.property("problem")
    ui.phoneEdit.line.clear()
    page.form.save()
    assert ui.familyEdit.property("problem")
    assert ui.emailEdit.property("problem")
    assert ui.neighbourhoodEdit.text() == "末広町会"
    dialogs.answers.append(False)
    QTest.keyClick(ui.familyEdit, Qt.Key.Key_Escape)
    assert page.form.isVisible()
    dialogs.answers.append(False)
    assert not page.may_leave()
    dialogs.answers.append(True)
    QTest.keyClick(ui.familyEdit, Qt.Key.Key_Escape)
    assert not page.form.isVisible()
    assert len(store.ask(queries.search_entries)) == 4


def test_that_a_birth_date_of_long_ago_is_asked_about(
    page: ContactsPage, dialogs: FakeDialogs
) -> None:
    page.side.add()
    type_text(page.form.ui.familyEdit, "古井")
    page.form.ui.birthEdit.line.setText("m30.4.1")
    dialogs.answers.append(False)
    page.form.save()
    assert page.form.isVisible()
    assert "129歳" in dialogs.asked[0][1]


def test_that_a_typed_address_is_never_overwritten(page: ContactsPage) -> None:
    page.side.add()
    ui = page.form.ui
    type_text(ui.townEdit, "函館市美原")
    ui.postalEdit.line.setFocus()
    _keys(ui.postalEdit.line, "0400063")
    QTest.keyClick(ui.postalEdit.line, Qt.Key.Key_Return)
    assert ui.townEdit.text() == "函館市美原"
    assert "若松町" in ui.postalLabel.text()


def test_that_one_of_several_towns_is_chosen(page: ContactsPage) -> None:
    page.side.add()
    ui = page.form.ui
    ui.postalEdit.line.setFocus()
    _keys(ui.postalEdit.line, "0411112")
    QTest.keyClick(ui.postalEdit.line, Qt.Key.Key_Return)
    assert ui.townList.isVisible()
    assert ui.townList.count() == 2
    assert QApplication.focusWidget() is ui.townList
    wanted = ui.townList.item(1).text().split("　")[0]
    QTest.keyClick(ui.townList, Qt.Key.Key_Down)
    QTest.keyClick(ui.townList, Qt.Key.Key_Return)
    assert not ui.townList.isVisible()
    assert ui.townEdit.text().endswith(wanted.split("（")[0])


def test_that_a_district_is_overridden_and_stays(
    page: ContactsPage, store: Store, people: list[PersonId]
) -> None:
    page.open_target(Target("contacts", "person", people[0]))
    page.side.edit()
    combo = page.form.ui.districtCombo
    assert combo.currentIndex() == 0
    combo.setCurrentIndex(combo.findText("北部"))
    page.form.save()
    draft = _card(store, people[0])
    assert draft.district_fixed
    page.side.edit()
    assert combo.currentText() == "北部"


def test_that_only_a_year_or_a_band_is_enough(page: ContactsPage, store: Store) -> None:
    page.side.add()
    ui = page.form.ui
    type_text(ui.familyEdit, "年代")
    ui.birthYearEdit.line.setText("s25")
    assert "1950年" in ui.birthYearEdit.understood.text()
    page.form.save()
    assert _card(store, page.card.key or 0).birth_year == 1950


def test_that_somebody_known_is_hinted_at_with_a_link(
    page: ContactsPage, dialogs: FakeDialogs
) -> None:
    page.side.add()
    ui = page.form.ui
    convert(ui.familyEdit, "わたなべ", "渡辺")
    _enter(page)
    convert(ui.givenEdit, "たろう", "太郎")
    _enter(page)
    assert ui.samePanel.isVisible()
    assert "渡邉　太郎" in ui.samePanel.buttons[0].text()
    dialogs.answers.append(True)
    ui.samePanel.buttons[0].click()
    assert page.card.isVisible()
    assert page.card.ui.nameLabel.text() == "渡邉　太郎"


def test_that_radicals_are_mended_and_missing_glyphs_said(page: ContactsPage) -> None:
    page.side.add()
    ui = page.form.ui
    ui.familyEdit.setFocus()
    type_text(ui.familyEdit, "⽊村")
    _enter(page)
    assert ui.familyEdit.text() == "木村"
    assert "⽊→木" in ui.tidyLabel.text()
    type_text(ui.formerEdit, "\U000311a3")
    assert ui.glyphMark.isVisible()


def test_that_needs_are_saved_in_the_same_step(
    page: ContactsPage, store: Store, observed: ObservableStore, people: list[PersonId]
) -> None:
    page.open_target(Target("contacts", "person", people[1]))
    page.side.edit()
    ui = page.form.ui
    assert not ui.needsGroup.isVisible()
    ui.needsButton.click()
    ui.wheelchairCheck.setChecked(True)
    page.form.save()
    assert store.ask(queries.consideration, people[1]).wheelchair
    observed.undo()
    assert store.ask(queries.consideration, people[1]) == Consideration()


# Out


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_that_the_shown_list_leaves_with_a_purpose_and_a_record(
    page: ContactsPage,
    store: Store,
    dialogs: FakeDialogs,
    settle: Callable[[], None],
    tmp_path: Path,
    kind: str,
) -> None:
    type_text(page.ui.searchEdit, "渡")
    target = tmp_path / f"一覧.{kind}"
    label = {"xlsx": FileKind.XLSX, "csv": FileKind.CSV}[kind].label
    dialogs.answers += [label, ["氏名", "電話"], "研修の案内", "", target]
    QTest.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    rows = read_table(target).rows
    assert [row[0].text for row in rows] == ["氏名", "渡邉　太郎"]
    assert [cell.text for cell in rows[0]] == ["氏名", "電話"]
    listing = ExportListing()
    (record,) = store.ask(listing.rows, store.ask(listing.keys)).values()
    assert (record.export.purpose, record.export.people) == ("研修の案内", 1)


def test_that_nothing_leaves_without_a_purpose(
    page: ContactsPage, store: Store, dialogs: FakeDialogs
) -> None:
    dialogs.answers += [0, True, None]
    page.exporting.begin()
    assert store.ask(ExportListing().keys) == []


def test_that_f1_lists_the_keys_of_the_page(page: ContactsPage) -> None:
    keys = {line.keys for line in page.keys.help()}
    assert {"Ctrl+F", "Ctrl+N", "F2", "Ctrl+I", "Ctrl+E", "A・U・L"} <= keys
