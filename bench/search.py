"""Typing into the search field of 連絡先 with 100,000 people, keystroke to painted window.

Every keystroke is followed by a bare repaint of the same window, the anchor.  The keys come from
queries typed character by character: kanji, kana, Latin letters, numbers, places, and no hit.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.contacts import commands, queries
from app.contacts.derived import terms
from app.contacts.person import PersonId
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.qt_dialogs import QtDialogs
from app.gui.framework.view import View
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from bench.offices import MANY, NOW, office_of, open_at
from bench.rounds import Line, compare, figure, percentile, spread

QUERIES = (
    "佐藤", "鈴木明子", "髙橋", "山", "さとう", "たかはし あきこ", "ワタナベ", "satou", "kobayashi",
    "0138-00-12", "090-0000", "函館市", "函館市湯川", "五稜郭", "mihon12", "主婦", "ゐゑ",
    "渡辺 園芸",
    "子", "040",
)  # fmt: skip
_ROUNDS = 3


def run(folder: Path) -> Iterator[Line]:
    app = QApplication.instance() or QApplication([])
    View().apply()
    plain = open_at(office_of(folder, MANY))
    store = ObservableStore(plain)
    year, jobs = YearChoice(FiscalYear.of(NOW.date())), Jobs()
    began = time.perf_counter()
    page = ContactsPage(store, year, QtDialogs(), jobs, lambda: NOW)
    page.resize(1180, 820)
    page.show()
    QTest.qWaitForWindowExposed(page)
    page.repaint()
    first = (time.perf_counter() - began) * 1000
    keys, bare, counting, wrong = _typed(page, store)
    yield compare("keystroke to painted / bare repaint, median", keys, bare, 1.5)
    slow = [percentile(keys, 99)]
    yield Line(
        "keystroke, 99th percentile / bare repaint, median",
        slow[0],
        median(bare),
        "ms",
        slow[0] / median(bare),
        3,
        spread(bare),
    )
    yield figure("everybody looked at and counted, after the painting", counting)
    yield figure("queries whose hits differ from a plain scan", [float(wrong)], 0, unit="")
    yield figure("page opened, everybody read into memory", [first])
    yield figure("first keystroke after somebody was changed", _after_changes(page, store))
    page.hide()
    plain.copy_due = False
    plain.close()
    del app


def _typed(
    page: ContactsPage, store: ObservableStore
) -> tuple[list[float], list[float], list[float], int]:
    entries = store.ask(queries.search_entries)
    keys: list[float] = []
    bare: list[float] = []
    counting: list[float] = []
    wrong = 0
    for number in range(_ROUNDS):
        for query in QUERIES:
            page.ui.searchEdit.clear()
            _settle(page)
            for character in query:
                keys.append(_painted(page, character))
                counting.append(_counted(page))
                bare.append(_painted(page, ""))
            if number == 0:
                asked = terms(query)
                scan = [
                    key
                    for key, text in entries
                    if all(any(form in text for form in forms) for forms in asked)
                ]
                wrong += list(page.people.model.keys()) != scan
    return keys, bare, counting, wrong


def _counted(page: ContactsPage) -> float:
    """Count the list, which the window does 30 ms after the last character, and paint that."""
    began = time.perf_counter()
    page.people.model.count_now()
    _settle(page)
    return (time.perf_counter() - began) * 1000


def _painted(page: ContactsPage, character: str) -> float:
    """Type a character, or none, and return how long it took until the page was painted."""
    began = time.perf_counter()
    if character:
        typed = QInputMethodEvent()
        typed.setCommitString(character)
        QApplication.sendEvent(page.ui.searchEdit, typed)
    _settle(page)
    return (time.perf_counter() - began) * 1000


def _settle(page: ContactsPage) -> None:
    """Lay out what changed, then paint everything."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    page.repaint()


def _after_changes(page: ContactsPage, store: ObservableStore) -> list[float]:
    """Change somebody, then type; the list has to learn of it."""
    found = []
    for key in page.people.model.keys()[:5]:
        page.ui.searchEdit.clear()
        person = PersonId(key)
        draft = store.ask(queries.drafts, [person])[person]
        store.plain.do("測定", commands.change_person, person, replace(draft, occupation="測定"))
        found.append(_painted(page, "佐"))
    return found
