"""Erasing somebody from their card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.contacts import commands, queries
from app.contacts.person import ConsentDraft, ConsentItem, PersonId
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.framework.search import Target
from app.retention.queries import disposals
from tests.gui.fake_dialogs import FakeDialogs

_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _press(page: ContactsPage, person: PersonId) -> None:
    page.open_target(Target("contacts", "person", person))
    page.ui.peopleList.setFocus()
    QTest.keyClick(page.ui.peopleList, Qt.Key.Key_Delete, _BOTH)


def test_that_somebody_is_erased_once_their_name_is_typed(
    page: ContactsPage,
    people: list[PersonId],
    dialogs: FakeDialogs,
    settle: Callable[[], None],
    qtbot: QtBot,
) -> None:
    store, consent = page.store, ConsentDraft(ConsentItem.PURPOSE, date(2026, 4, 1))
    store.do(
        "同意",
        commands.give_consent,
        people[0],
        consent,
    )
    dialogs.answers = [True, "わたなべ たろう", True]
    with qtbot.waitSignal(page.wanted) as wanted:
        _press(page, people[0])
        settle()
    assert wanted.args == [Target("reporting", "document", "disposal-record")]
    told = dialogs.asked[0][1]
    assert "「渡邉　太郎」" in told
    assert "同意1件" in told
    assert "元に戻せません" in told
    assert people[0] not in store.ask(queries.drafts, [people[0]])
    assert people[0] not in list(page.people.model.keys())
    assert not page.card.isVisible()
    assert [row.counts["consent"] for row in store.ask(disposals)] == [1]


def test_that_another_name_erases_nobody(
    page: ContactsPage, people: list[PersonId], dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    for answers in ([False], [True, None], [True, ""], [True, "高橋健"]):
        dialogs.answers = list(answers)
        _press(page, people[1])
        assert not dialogs.answers
    assert people[1] in list(page.people.model.keys())
