"""Moving a person to the bin who is still wanted elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.contacts.person import PersonId
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.training import commands
from app.training.course import ApplicationDraft
from tests.training.office import DAY, Office


def test_that_an_applicant_stays_and_it_is_said_what_to_do_first(
    page: ContactsPage, observed: ObservableStore, people: list[PersonId], qtbot: QtBot
) -> None:
    course = Office(observed.plain).course()
    draft = ApplicationDraft(applied_on=DAY)
    observed.do("申込", commands.apply_for, course, people[1], draft)
    page.open_target(Target("contacts", "person", people[1]))
    page.ui.peopleList.setFocus()
    with qtbot.waitSignal(observed.refused) as refused:
        QTest.keyClick(page.ui.peopleList, Qt.Key.Key_Delete)
    assert "髙橋　健さん" in refused.args[0]
    assert "先に「研修」で「辞退」か「途中辞退」にしてください" in refused.args[0]
    assert page.card.ui.restoreButton.isHidden()
