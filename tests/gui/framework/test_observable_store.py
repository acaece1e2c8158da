from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QObject, Slot

from app.contacts import commands
from app.contacts.person import PersonDraft
from app.contacts.queries import PersonListing
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.storage.store import Store

HANAKO = PersonDraft(
    family_name="見本", given_name="花子", family_kana="みほん", given_kana="はなこ"
)
LISTING = PersonListing(date(2026, 4, 1))


class Ear(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    @Slot(object)
    @Slot(str)
    def hear(self, what: object) -> None:
        self.heard.append(what)


@pytest.fixture
def observed(store: Store, qapp: QObject) -> ObservableStore:
    return ObservableStore(store)


def test_that_a_command_says_what_it_changed_and_did(observed: ObservableStore) -> None:
    ear = Ear()
    observed.changed.connect(ear.hear)
    observed.done.connect(ear.hear)
    done = observed.do("連絡先に追加", commands.add_person, HANAKO)
    assert done is not None
    assert ear.heard == [frozenset({"person"}), "連絡先に追加"]
    assert observed.undo_label() == "連絡先に追加"
    assert observed.ask(LISTING.keys) == [done.result]


def test_that_a_refusal_is_told_in_words_and_nothing_is_done(observed: ObservableStore) -> None:
    ear = Ear()
    observed.refused.connect(ear.hear)
    assert observed.do("連絡先に追加", commands.add_person, PersonDraft()) is None
    assert len(ear.heard) == 1
    assert observed.undo_label() is None


def test_that_a_form_gets_the_refusal_itself(observed: ObservableStore) -> None:
    ear, got = Ear(), list[Refusal]()
    observed.refused.connect(ear.hear)
    draft = PersonDraft(family_name="見本", phone="1")
    done = observed.do("連絡先に追加", commands.add_person, draft, on_refusal=got.append)
    assert done is None
    assert "phone" in got[0].fields
    assert ear.heard == []


def test_that_undo_and_redo_say_what_they_did(observed: ObservableStore) -> None:
    observed.do("連絡先に追加", commands.add_person, HANAKO)
    ear = Ear()
    observed.reverted.connect(ear.hear)
    observed.repeated.connect(ear.hear)
    observed.undo_last()
    assert observed.ask(LISTING.keys) == []
    observed.redo()
    assert ear.heard == ["連絡先に追加", "連絡先に追加"]
    assert len(observed.ask(LISTING.keys)) == 1


def test_that_undoing_nothing_is_refused_in_words(observed: ObservableStore) -> None:
    ear = Ear()
    observed.refused.connect(ear.hear)
    observed.undo_last()
    observed.redo()
    assert len(ear.heard) == 2


def test_that_what_a_job_did_is_announced(observed: ObservableStore) -> None:
    ear = Ear()
    observed.done.connect(ear.hear)
    observed.announce("取り込み", observed.plain.do("取り込み", commands.add_people, [HANAKO]))
    observed.announce("何もせず", observed.plain.do("何もせず", commands.add_people, []))
    assert ear.heard == ["取り込み"]
    assert [row.label for row in observed.history()] == ["取り込み"]
