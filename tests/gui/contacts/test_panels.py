"""What hangs on the cards: affiliations, tags, relations, households, own fields."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from app.contacts import commands, queries
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.organisation import AffiliationDraft, OrganisationDraft, OrganisationId
from app.contacts.person import PersonId
from app.contacts.relation import RelationKind
from app.gui.contacts.affiliation_panel import AffiliationPanel
from app.gui.contacts.card_panel import CardPanel
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.contacts.custom_panel import CustomPanel
from app.gui.contacts.household_panel import HouseholdPanel
from app.gui.contacts.one_choice import OneChoice
from app.gui.contacts.relation_panel import RelationPanel
from app.gui.contacts.tag_panel import TagPanel
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.widgets.wareki_edit import WarekiEdit
from app.storage.store import Store
from tests.gui.typing_japanese import type_text

DAY = date(2026, 4, 1)


@pytest.fixture
def card(page: ContactsPage, people: list[PersonId]) -> ContactsPage:
    """The page with the card of 渡邉　太郎."""
    page.open_target(Target("contacts", "person", people[0]))
    return page


def panel(page: ContactsPage, kind: type[CardPanel]) -> CardPanel:
    found = next(one for one in page.card.panels.panels if isinstance(one, kind))
    page.card.ui.scroll.ensureWidgetVisible(found)
    return found


def texts(widget: QWidget) -> str:
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    return "\n".join(labels)


def button(widget: QWidget, name: str) -> QPushButton:
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and name in (one.accessibleName(), one.text())
    ]
    return found[0]


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def pick(choice: OneChoice, text: str) -> None:
    assert QApplication.focusWidget() is choice.picker.line
    type_text(choice.picker.line, text)
    press(Qt.Key.Key_Return)


def write(editor: QWidget, text: str) -> None:
    assert QApplication.focusWidget() is editor
    type_text(editor, text)
    press(Qt.Key.Key_Return)


def test_that_an_affiliation_with_a_new_organisation_is_written_down_by_keys(
    card: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    shown = panel(card, AffiliationPanel)
    assert isinstance(shown, AffiliationPanel)
    card.ui.peopleList.setFocus()
    QTest.keyClick(card.ui.peopleList, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    ui = shown.form.ui
    pick(ui.whoChoice, "みなと町会")
    write(ui.roleEdit, "会長")
    write(ui.startEdit.line, "r8.4.1")
    write(ui.endEdit.line, "r10.3.31")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    row = observed.ask(queries.affiliations, person=people[0])[0]
    assert (row.organisation_name, row.role, row.is_main) == ("みなと町会", "会長", True)
    assert row.ends_on == date(2028, 3, 31)
    assert "令和8年4月1日～令和10年3月31日" in texts(shown)
    button(shown, "みなと町会の「会長」を変更する").click()
    ui.endEdit.line.setFocus()
    ui.endEdit.line.clear()
    write(ui.endEdit.line, "r7.3.31")
    ui.saveButton.click()
    assert "任期の終わりが始まりより前" in texts(shown)
    press(Qt.Key.Key_Escape)
    observed.undo()
    assert observed.ask(queries.affiliations, person=people[0]) == ()
    assert "みなと町会" not in texts(shown)


def test_that_the_term_of_a_commissioner_is_filled_in(
    card: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    shown = panel(card, AffiliationPanel)
    assert isinstance(shown, AffiliationPanel)
    card.ui.peopleList.setFocus()
    QTest.keyClick(card.ui.peopleList, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    ui = shown.form.ui
    pick(ui.whoChoice, "見本民児協")
    write(ui.roleEdit, "民生委員")
    assert (ui.startEdit.value(), ui.endEdit.value()) == (date(2025, 12, 1), date(2028, 11, 30))
    ui.saveButton.click()
    (row,) = observed.ask(queries.affiliations, person=people[0])
    assert row.ends_on == date(2028, 11, 30)


def test_that_terms_that_are_over_stand_below_and_the_link_leads_to_the_card(
    card: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    key = observed.do("団体", commands.add_organisation, OrganisationDraft(name="みなと町会"))
    assert key is not None
    past = AffiliationDraft("副会長", date(2024, 4, 1), date(2026, 3, 31))
    observed.do("所属", commands.affiliate, people[0], OrganisationId(key.result), past)
    shown = panel(card, AffiliationPanel)
    assert "これまで" in texts(shown)
    wanted: list[Target] = []
    card.wanted.connect(wanted.append)
    linked = next(one for one in shown.findChildren(QLabel) if "みなと町会" in one.text())
    linked.setFocus()
    QTest.keyClick(linked, Qt.Key.Key_Tab)
    linked.linkActivated.emit(f"organisation:{key.result}")
    assert wanted == [Target("contacts", "organisation", key.result)]
    button(shown, "みなと町会の「副会長」を削除する").click()
    assert "みなと町会" not in texts(shown)


def test_that_a_tag_is_made_on_enter_known_next_time_and_taken_off(
    card: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    shown = panel(card, TagPanel)
    assert isinstance(shown, TagPanel)
    for _again in range(2):
        card.ui.peopleList.setFocus()
        QTest.keyClick(card.ui.peopleList, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        write(shown.line, "園芸")
    assert [(row.name, row.people) for row in observed.ask(queries.tags)] == [("園芸", 1)]
    assert card.ui.tagCombo.findText("園芸") == 1
    card.ui.tagCombo.setCurrentIndex(1)
    assert card.people.model.rowCount() == 1
    observed.do("メモ", commands.change_tag, 1, "園芸", "春と秋に手伝える方")
    assert "春と秋に手伝える方" in button(shown, "タグ「園芸」を外す").toolTip()
    QTest.mouseClick(button(shown, "タグ「園芸」を外す"), Qt.MouseButton.LeftButton)
    assert observed.ask(queries.tags_of, person=people[0]) == ()
    observed.undo()
    assert len(observed.ask(queries.tags_of, person=people[0])) == 1


def test_that_a_relation_shows_on_both_cards(
    card: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    shown = panel(card, RelationPanel)
    assert isinstance(shown, RelationPanel)
    button(shown, "家族・紹介者などを追加…").click()
    press(Qt.Key.Key_Return)
    shown.save()
    assert "一覧から選んでください" in texts(shown)
    pick(shown.ui.whoChoice, "たかはし")
    kinds = list(RelationKind)
    shown.ui.kindCombo.setCurrentIndex(kinds.index(RelationKind.CHILD))
    press(Qt.Key.Key_Return)
    write(shown.ui.noteEdit, "同居")
    assert "髙橋　健" in texts(shown)
    assert "（同居）" in texts(shown)
    card.open_target(Target("contacts", "person", people[1]))
    assert "親：" in texts(shown)
    button(shown, "渡邉　太郎との関係を削除する").click()
    assert observed.ask(queries.relations, people[0]) == ()


def test_that_a_household_gets_one_letter_until_somebody_leaves(
    card: ContactsPage, observed: ObservableStore, people: list[PersonId]
) -> None:
    shown = panel(card, HouseholdPanel)
    assert isinstance(shown, HouseholdPanel)
    for reading, button_text in (
        ("おおの", "同じ世帯の人を決める…"),
        ("たかはし", "人を加える・宛名を変える…"),
    ):
        button(shown, button_text).click()
        pick(shown.ui.whoChoice, reading)
        press(Qt.Key.Key_Return)
    household = observed.ask(queries.household, people[0])
    assert household is not None
    assert [one.person for one in household.members] == [people[0], people[2], people[1]]
    assert "宛名：渡邉　太郎・大野　幸・髙橋　健" in texts(shown)
    button(shown, "大野　幸を世帯から外す").click()
    button(shown, "髙橋　健を世帯から外す").click()
    assert observed.ask(queries.household, people[0]) is None


def test_that_own_fields_have_editors_of_their_kind_and_say_what_is_wrong(
    card: ContactsPage, store: Store, observed: ObservableStore, people: list[PersonId]
) -> None:
    shown = panel(card, CustomPanel)
    assert isinstance(shown, CustomPanel)
    assert shown.isHidden()
    drafts = (
        CustomFieldDraft("広報の部数", Subject.PERSON, FieldKind.NUMBER),
        CustomFieldDraft("講習の日", Subject.PERSON, FieldKind.DAY),
        CustomFieldDraft("車の運転", Subject.PERSON, FieldKind.YES_NO),
        CustomFieldDraft("班", Subject.PERSON, FieldKind.CHOICE, ("1班", "2班")),
    )
    for draft in drafts:
        observed.do("項目", commands.add_custom_field, draft)
    assert not shown.isHidden()
    button(shown, "独自項目を入力する…").click()
    number, day, yes, group = shown.editors.values()
    assert isinstance(number, QLineEdit)
    assert isinstance(day, WarekiEdit)
    assert isinstance(yes, QComboBox)
    assert isinstance(group, QComboBox)
    write(number, "たくさん")
    write(day.line, "r8.5.1")
    yes.setCurrentIndex(1)
    group.setCurrentIndex(2)
    button(shown, "保存").click()
    assert "数ではありません" in texts(shown)
    number.setText("１２")
    group.setFocus()
    press(Qt.Key.Key_Return)
    values = {
        row.field.name: row.shown for row in observed.ask(queries.custom_values, person=people[0])
    }
    assert values == {
        "広報の部数": "12",
        "講習の日": "令和8年5月1日",
        "車の運転": "はい",
        "班": "2班",
    }
    assert "班：2班" in texts(shown)
    button(shown, "独自項目を入力する…").click()
    assert shown.form is not None
    assert not shown.form.dirty
    button(shown, "やめる").click()
    observed.undo()
    assert "班：2班" not in texts(shown)
