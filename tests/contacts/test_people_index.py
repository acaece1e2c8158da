"""People held in memory: the same answers as the data base, also after changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from app.contacts import commands
from app.contacts.people_index import PeopleIndex
from app.contacts.person import Consideration, PersonDraft, PersonId, PersonStatus
from app.contacts.queries import PersonListing
from app.sample.people import invent_people
from app.storage.store import Store
from tests.contacts.test_listing import PEOPLE

DAY = date(2026, 4, 1)
QUERIES = ("", "わ", "watanabe", "0138", "渡辺 太", "函館", "さとう", "zz", "090 町")


@pytest.fixture
def known(store: Store) -> Store:
    drafts = [one.draft for one in invent_people(Random(3), 200, ["美原", "松川町"])]
    store.do("追加", commands.add_people, [*PEOPLE, *drafts])
    return store


def _agree(store: Store, index: PeopleIndex, listing: PersonListing) -> None:
    found = store.ask(index.find, listing)
    assert list(found.keys) == list(store.ask(listing.keys)), listing
    assert found.tabs == store.ask(listing.tabs), listing


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("tab", ["", "さ", "未入力"])
def test_that_it_finds_what_the_data_base_finds(known: Store, text: str, tab: str) -> None:
    index = PeopleIndex()
    for listing in (
        PersonListing(DAY, text=text, tab=tab),
        PersonListing(DAY, text=text, tab=tab, status=PersonStatus.ACTIVE),
        PersonListing(DAY, text=text, tab=tab, binned=True),
    ):
        _agree(known, index, listing)


def test_that_typing_on_and_back_finds_the_same(known: Store) -> None:
    index = PeopleIndex()
    typed = ["w", "wa", "wat", "wata", "wat", "wa", "", "さ", "さと", "さと 函", "さと 函館"]
    for text in typed:
        _agree(known, index, PersonListing(DAY, text=text))


def test_that_changes_bin_restore_and_undo_are_seen(known: Store) -> None:
    index = PeopleIndex()
    everybody = PersonListing(DAY)
    _agree(known, index, everybody)
    person = PersonId(known.ask(index.find, everybody).keys[0])
    changed = replace(PEOPLE[0], family_name="一番", family_kana="んん", note="しるし")
    steps = (
        lambda: known.do("変更", commands.change_person, person, changed),
        lambda: known.do("ごみ箱", commands.bin_person, person),
        lambda: known.do("戻す", commands.restore_person, person),
        lambda: known.do("追加", commands.add_person, PersonDraft("新顔", "一", "あああ", "いち")),
        known.undo,
        known.undo,
        lambda: known.do(
            "配慮", commands.enter_person, person, changed, Consideration(hearing=True)
        ),
    )
    for step in steps:
        step()
        for text in ("", "しるし", "新顔"):
            _agree(known, index, PersonListing(DAY, text=text))
            _agree(known, index, PersonListing(DAY, text=text, status=PersonStatus.ACTIVE))
