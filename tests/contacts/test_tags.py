"""Tags on people and organisations: many at once, and undone in one step."""

from __future__ import annotations

from datetime import date

import pytest

from app.contacts import commands, queries
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.people_index import PeopleIndex
from app.contacts.person import PersonDraft, PersonId
from app.contacts.queries import OrganisationListing, PersonListing
from app.contacts.tag import Tagged, TagRow
from app.kernel.errors import Refusal
from app.storage.store import Store

DAY = date(2026, 4, 1)
TOWNSFOLK = [PersonDraft(f"見本{number}", "某", "みほん", "ぼう") for number in range(3)]


@pytest.fixture
def people(store: Store) -> list[PersonId]:
    return store.do("追加", commands.add_people, TOWNSFOLK).result


@pytest.fixture
def club(store: Store) -> OrganisationId:
    return store.do("追加", commands.add_organisation, OrganisationDraft("見本会")).result


def _add(store: Store, name: str) -> int:
    return store.do("タグ", commands.add_tag, name).result


def test_that_many_are_tagged_at_once(
    store: Store, people: list[PersonId], club: OrganisationId
) -> None:
    tag = _add(store, " 協議体 ")
    for expected in (3, 0):
        done = store.do("タグ", commands.tag, tag, people=people[:2], organisations=[club])
        assert done.result == expected
    assert store.ask(queries.tagged, tag) == Tagged(tuple(people[:2]), (club,))
    assert store.ask(queries.tags) == (TagRow(tag, "協議体", 2, 1),)
    assert store.ask(queries.tags_of, person=people[0]) == store.ask(queries.tags)
    assert store.ask(queries.tags_of, person=people[2]) == ()
    assert store.ask(queries.organisation_card, club, DAY).tags == store.ask(queries.tags)
    assert store.do("タグ", commands.untag, tag, people=people).result == 2
    assert store.ask(queries.tagged, tag) == Tagged((), (club,))


def test_that_lists_are_narrowed_to_a_tag(
    store: Store, people: list[PersonId], club: OrganisationId
) -> None:
    tag = _add(store, "協議体")
    listing = PersonListing(DAY, tag_id=tag)
    index = PeopleIndex()
    assert store.ask(index.find, listing).keys == []
    store.do("タグ", commands.tag, tag, people=people[1:], organisations=[club])
    assert list(store.ask(listing.keys)) == people[1:]
    assert store.ask(index.find, listing).keys == people[1:]
    narrowed = PersonListing(DAY, text="見本2", tag_id=tag)
    assert store.ask(index.find, narrowed).keys == people[2:]
    assert store.ask(OrganisationListing(tag_id=tag).keys) == [club]
    assert "tagging" in listing.tables & OrganisationListing(tag_id=tag).tables


def test_that_who_is_in_the_bin_is_not_counted(
    store: Store, people: list[PersonId], club: OrganisationId
) -> None:
    tag = _add(store, "協議体")
    store.do("タグ", commands.tag, tag, people=people, organisations=[club])
    store.do("削除", commands.bin_person, people[0])
    store.do("削除", commands.bin_organisation, club)
    assert store.ask(queries.tagged, tag) == Tagged(tuple(people[1:]), ())
    assert store.ask(queries.tags) == (TagRow(tag, "協議体", 2, 0),)


def test_that_a_tag_is_renamed_and_moved(store: Store, people: list[PersonId]) -> None:
    first, second = _add(store, "甲"), _add(store, "乙")
    store.do("タグ", commands.move_tag, second, 1)
    store.do("タグ", commands.change_tag, second, "丙")
    assert [row.name for row in store.ask(queries.tags)] == ["丙", "甲"]
    with pytest.raises(Refusal, match="すでにあります"):
        store.do("タグ", commands.change_tag, second, " 甲 ")
    with pytest.raises(Refusal, match="名前を入力"):
        _add(store, "　")
    store.do("タグ", commands.change_tag, first, "甲")
    with pytest.raises(Refusal, match="この人は削除"):
        store.do("タグ", commands.tag, first, people=[*people, PersonId(999)])


def test_that_removing_a_tag_is_undone_with_all_who_bore_it(
    store: Store, people: list[PersonId], club: OrganisationId
) -> None:
    tag = _add(store, "協議体")
    store.do("タグ", commands.tag, tag, people=people, organisations=[club])
    assert store.do("タグ", commands.remove_tag, tag).result == 4
    assert store.ask(queries.tags) == ()
    store.undo()
    assert store.ask(queries.tags) == (TagRow(tag, "協議体", 3, 1),)


def test_that_a_tag_is_a_word_to_search_by_until_it_goes(store: Store) -> None:
    tanaka, sato = store.do(
        "追加", commands.add_people, [PersonDraft("田中", "一"), PersonDraft("佐藤", "一")]
    ).result
    tag = store.do("タグ", commands.add_tag, "ラジオ体操").result
    store.do("タグ", commands.tag, tag, people=[tanaka, sato])
    assert store.ask(queries.search_people, "らじお")[0] == 2
    store.do("外す", commands.untag, tag, people=[sato])
    assert [hit.id for hit in store.ask(queries.search_people, "ラジオ")[1]] == [tanaka]
    store.do("改名", commands.change_tag, tag, "太極拳")
    assert store.ask(queries.search_people, "体操") == (0, [])
    store.do("削除", commands.remove_tag, tag)
    assert store.ask(queries.search_people, "太極拳") == (0, [])
    store.undo()
    assert store.ask(queries.search_people, "太極拳")[0] == 1
