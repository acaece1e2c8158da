"""The same person twice: merged field by field, worked on, and made two again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.contacts import commands
from app.contacts import queries as contacts
from app.contacts.person import PersonDraft, PersonId
from app.gui.contacts_place import ContactsPlace
from app.gui.duplicates.choice_table import FIELD
from app.gui.duplicates.duplicates_page import MERGES, DuplicatesPage
from app.gui.duplicates.merged_panel import MergedPanel
from app.storage.store import Store
from app.timeline import commands as timeline
from app.timeline import queries as notes
from app.timeline.note import NoteDraft
from app.training import queries as training
from tests.journeys.hands import Hands
from tests.training.office import Office

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

OLD = PersonDraft(
    "渡辺", "節子", "わたなべ", "せつこ",
    birth_date=date(1950, 4, 12), phone="0138-22-0001", occupation="元教員",
)  # fmt: skip
NEW = PersonDraft("渡邉", "節子", phone="0138-22-0001", mobile="090-0000-0001", note="書道")


def two_records(store: Store) -> tuple[PersonId, PersonId]:
    """Let somebody be written down twice, each record with things of its own."""
    office = Office(store)
    old = store.do("人", commands.add_person, OLD).result
    new = store.do("人", commands.add_person, NEW).result
    first, second, _third = (
        office.course(title=title, term=term)
        for term, title in enumerate(("春の講座", "夏の講座", "秋の講座"), start=1)
    )
    office.apply(first, [old])
    office.apply(second, [new])
    tag = store.do("タグ", commands.add_tag, "園芸").result
    store.do("タグ", commands.tag, tag, people=[new])
    call = NoteDraft(datetime(2026, 5, 1, 10), "道順を聞かれた")
    store.do("メモ", timeline.add_note, call, person=new)
    return old, new


def belongings(store: Store, person: PersonId) -> tuple[object, ...]:
    """Return what somebody has: courses, tags, notes."""
    lines = store.ask(notes.timeline, person=person)
    return (
        sorted(row.title for row in store.ask(training.trainings_of, person)),
        [row.name for row in store.ask(contacts.tags_of, person=person)],
        [line.text for line in lines if line.note is not None],
    )


def place(hands: Hands, part: str) -> Any:
    """Go to a part of 連絡先 with the keyboard."""
    hands.press("Ctrl+2")
    shown = hands.shown
    assert isinstance(shown, ContactsPlace)
    while shown.PARTS[shown.ui.tabs.currentIndex()].name != part:
        hands.press("Ctrl+PageDown")
    hands.rest()
    return shown.part


def merge(hands: Hands) -> None:
    """Merge the pair: the surname of the other record, the rest as it is proposed."""
    page = place(hands, "duplicates")
    assert isinstance(page, DuplicatesPage)
    hands.until(lambda: page.ui.pairList.count() == 1)
    page.ui.pairList.setFocus()
    hands.press("Home", "Enter")
    table = page.pair.ui.choiceTable
    assert QApplication.focusWidget() is table
    while table.item(table.currentRow(), FIELD).text() != "姓":
        hands.press("Down")
    hands.press("Right", "Enter")
    hands.rest()
    assert page.ui.pairList.count() == 0


def work_on(hands: Hands) -> None:
    """Change the merged record, take a call, and apply for a course."""
    page = place(hands, "people")
    hands.press("Ctrl+F")
    hands.type("0138-22-0001")
    hands.until(lambda: page.people.model.rowCount() == 1)
    page.ui.peopleList.setFocus()
    hands.press("Home", "Enter")
    form = page.form.ui
    hands.type("俳句", form.interestsEdit)
    hands.press("Ctrl+Enter")
    hands.press("Ctrl+M")
    hands.type("欠席の連絡")
    hands.press("Enter")
    hands.press("Ctrl+3")
    courses = hands.shown.list.ui.courseList
    courses.setFocus()
    hands.press("Home")
    while "秋の講座" not in courses.model().index(courses.currentIndex().row(), 0).data():
        hands.press("Down")
    hands.press("Alt+3", "Ctrl+Shift+A")
    hands.type("節子")
    hands.press("Enter")


def part_again(hands: Hands) -> None:
    """Go from the card to the merge, and make two of one."""
    people = place(hands, "people")
    panel = people.card.panels.panel_of(MergedPanel)
    assert panel.isVisible()
    way = panel.findChild(QLabel)
    assert "渡邉　節子（令和8年5月20日に統合）" in way.text()
    way.setFocus()
    hands.press("Tab", "Enter")
    hands.rest()
    shown = hands.shown.part
    assert isinstance(shown, DuplicatesPage)
    assert shown.ui.viewCombo.currentIndex() == MERGES
    shown.ui.pairList.setFocus()
    hands.press("Enter", "Space")


def test_that_two_records_are_one_for_a_while_and_each_keeps_its_own(
    hands: Hands, office: Path
) -> None:
    hands.start()
    hands.make_office(office)
    store = hands.desk.session.store
    assert store is not None
    old, new = two_records(store)
    before = store.ask(contacts.drafts, [old, new])
    merge(hands)
    one = store.ask(contacts.drafts, [old])[old]
    assert (one.family_name, one.mobile, one.occupation) == ("渡邉", "090-0000-0001", "元教員")
    assert belongings(store, old) == (["夏の講座", "春の講座"], ["園芸"], ["道順を聞かれた"])
    work_on(hands)
    part_again(hands)
    after = store.ask(contacts.drafts, [old, new])
    assert after[old] == replace(before[old], interests="俳句")
    assert after[new] == before[new]
    assert belongings(store, old) == (["春の講座", "秋の講座"], [], ["欠席の連絡"])
    assert belongings(store, new) == (["夏の講座"], ["園芸"], ["道順を聞かれた"])
    hands.press("Ctrl+Z")
    assert belongings(store, old)[0] == ["夏の講座", "春の講座", "秋の講座"]
