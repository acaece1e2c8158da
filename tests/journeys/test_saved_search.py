"""Conditions are put together, kept under a name, and their list goes on labels."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.contacts import commands
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft
from app.gui.contacts_place import ContactsPlace
from app.gui.searching.search_page import SearchPage
from tests.journeys.hands import Hands

PEOPLE = [
    PersonDraft(f"見本{number}", "某", postal_code="040-0001", address_town="函館市五稜郭町",
                address_number=f"{number}-1", occupation="大工" if number % 2 else "主婦")
    for number in range(1, 8)
]  # fmt: skip


def test_that_a_saved_search_leads_to_labels(hands: Hands, office: Path) -> None:
    hands.start()
    hands.make_office(office)
    store = hands.desk.session.store
    assert store is not None
    people = store.do("人", commands.add_people, PEOPLE).result
    for person in people:
        mailings = ConsentDraft(ConsentItem.MAILINGS, hands.clock.now.date())
        store.do("同意", commands.give_consent, person, mailings)
    hands.press("Ctrl+2")
    place = hands.shown
    assert isinstance(place, ContactsPlace)
    place.show_part("searches")
    page = place.part
    assert isinstance(page, SearchPage)
    assert len(page.found) == 7
    hands.press("Ctrl+N")
    row = page.conditions.rows[0]
    assert QApplication.focusWidget() is row.fieldCombo
    while row.fieldCombo.currentText() != "職業":
        QTest.keyClick(row.fieldCombo, Qt.Key.Key_Down)
    hands.press("Tab")
    assert QApplication.focusWidget() is row.valueEdit
    hands.type("大工")
    assert len(page.found) == 4
    assert page.countLabel.text() == "4人"
    hands.answer("大工の方")
    hands.press("Ctrl+S")
    assert page.saved.savedList.currentItem().text() == "大工の方"
    store.do("人", commands.add_person, PEOPLE[0])
    assert page.countLabel.text() == "5人"
    hands.press("Ctrl+L")
    pane = page.mailing.pane
    assert pane is not None
    hands.until(lambda: "4名分" in pane.remarkLabel.text())
    assert "除いたもの1件（案内の同意がない 1件）" in pane.warningLabel.text()
    assert pane.headingLabel.text() == "宛名・案内状（保存した条件「大工の方」）"
    mailings = ConsentDraft(ConsentItem.MAILINGS, hands.clock.now.date())
    store.do("同意", commands.give_consent, max(page.found), mailings)
    hands.until(lambda: "5名分" in pane.remarkLabel.text())
    hands.press("Esc")
    assert page.mailing.pane is None
    for _step in range(3):
        hands.press("Ctrl+Z")
    assert page.saved.savedList.count() == 0
