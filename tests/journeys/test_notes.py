"""A call comes in: a note with a promise, which appears in 今日, is done, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.contacts import commands
from app.contacts.person import PersonDraft
from app.gui.contacts_place import ContactsPlace
from app.gui.home.home_page import HomePage
from app.gui.timeline.timeline_panel import TimelinePanel
from app.reporting.today_line import Line, Matter
from app.timeline import queries
from tests.journeys.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)


def promises(hands: Hands) -> list[Line]:
    hands.press("Ctrl+1")
    page = hands.shown
    assert isinstance(page, HomePage)
    return [one for one in page.ui.taskList.lines if one.matter is Matter.FOLLOW_UP]


def test_that_a_call_leads_to_a_promise_in_today_that_is_done_and_undone(
    hands: Hands, office: Path
) -> None:
    hands.start()
    hands.make_office(office)
    store = hands.desk.session.store
    assert store is not None
    draft = PersonDraft("見本", "花子", "みほん", "はなこ", phone="0138-00-0001")
    person = store.do("人", commands.add_person, draft).result
    store.do("人", commands.add_person, PersonDraft("見本", "太郎", phone="0138-00-0002"))
    hands.press("Ctrl+2")
    place = hands.shown
    assert isinstance(place, ContactsPlace)
    page = place.people
    hands.press("Ctrl+M")
    assert "選んで" in hands.said

    hands.clock.advance(minutes=5)
    hands.press("Ctrl+F")
    hands.type("00-0001")
    panel = page.card.panels.panel_of(TimelinePanel)
    with hands.counted() as keys:
        hands.press("Ctrl+M")
        form = panel.form.ui
        assert QApplication.focusWidget() is form.textEdit
        assert (form.kindCombo.currentText(), form.timeEdit.typed()) == ("電話", "09:05")
        hands.type("送迎の相談。昼からを希望")
        hands.press("Enter")
    assert keys() == 2
    assert panel.form.isHidden()
    (first, _made) = store.ask(queries.timeline, person=person)
    assert (first.text, first.note is not None) == ("送迎の相談。昼からを希望", True)
    assert promises(hands) == []

    hands.press("Ctrl+2", "Ctrl+M")
    hands.type("車の空きを聞かれた")
    hands.press("Tab")
    hands.type("来週火")
    assert form.dueEdit.understood.text() == "＝ 令和8年(2026年)5月26日(火)"
    hands.press("Enter")
    hands.type("返事をする")
    hands.press("Enter")
    assert panel.form.isHidden()

    (line,) = promises(hands)
    assert line.sentence == "5月26日（火）　見本　花子さん　返事をする"
    hands.clock.advance(days=8)
    hands.press("F5")
    (line,) = promises(hands)
    assert line.urgent
    assert "2日過ぎています" in line.sentence
    tasks = hands.shown.ui.taskList
    promise = tasks.topLevelItem(0).child(0)
    hands.click(tasks.viewport(), tasks.visualItemRect(promise).center())
    hands.until(lambda: hands.shown is place)
    hands.until(lambda: QApplication.focusWidget() in panel.findChildren(type(panel.call_button)))
    assert QApplication.focusWidget().text() == "済"
    hands.press("Space")
    assert promises(hands) == []
    hands.press("Ctrl+Z")
    assert len(promises(hands)) == 1
    hands.press("Ctrl+Y")
    assert promises(hands) == []
