"""Relations seen from both sides, and households with one letter each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.contacts import commands, queries
from app.contacts.household import HouseholdRow
from app.contacts.person import PersonDraft, PersonId, PersonStatus
from app.contacts.relation import RelationKind, inverse
from app.kernel.errors import Refusal
from app.storage.store import Store

FAMILY = (
    PersonDraft("見本", "一郎", "みほん", "いちろう"),
    PersonDraft("見本", "花子", "みほん", "はなこ"),
    PersonDraft("試し", "二郎", "ためし", "じろう"),
    PersonDraft("試し", "三郎", "ためし", "さぶろう"),
)


@pytest.fixture
def family(store: Store) -> list[PersonId]:
    return store.do("追加", commands.add_people, FAMILY).result


def _seen(store: Store, person: PersonId) -> list[tuple[str, str]]:
    return [(row.label, row.name) for row in store.ask(queries.relations, person)]


def _household(store: Store, person: PersonId) -> HouseholdRow:
    found = store.ask(queries.household, person)
    assert found is not None
    return found


def _set(store: Store, members: Sequence[PersonId], addressee: str = "") -> int:
    return store.do("世帯", commands.set_household, members, addressee).result


def test_that_a_parent_shows_as_child_from_the_other_side(
    store: Store, family: list[PersonId]
) -> None:
    child, parent, *_ = family
    store.do("関係", commands.relate, child, parent, RelationKind.PARENT, " 同居 ")
    assert _seen(store, child) == [("親", "見本　花子")]
    assert _seen(store, parent) == [("子", "見本　一郎")]
    assert store.ask(queries.relations, parent)[0].note == "同居"
    for pair, kind in (((child, parent), "PARENT"), ((parent, child), "CHILD")):
        with pytest.raises(Refusal, match="すでに"):
            store.do("関係", commands.relate, *pair, RelationKind[kind])


def test_that_an_introducer_is_one_from_one_side_only(store: Store, family: list[PersonId]) -> None:
    new, known, *_ = family
    store.do("関係", commands.relate, new, known, RelationKind.INTRODUCER)
    assert _seen(store, new) == [("紹介者", "見本　花子")]
    assert _seen(store, known) == [("紹介した人", "見本　一郎")]
    store.do("関係", commands.relate, known, new, RelationKind.INTRODUCER)
    assert len(_seen(store, new)) == 2


def test_that_relations_go_and_come_back_from_both_sides(
    store: Store, family: list[PersonId]
) -> None:
    one, other, *_ = family
    key = store.do("関係", commands.relate, one, other, RelationKind.SPOUSE).result
    store.do("関係", commands.unrelate, key)
    assert _seen(store, one) == _seen(store, other) == []
    store.undo()
    assert _seen(store, other) == [("配偶者", "見本　一郎")]
    store.do("削除", commands.bin_person, one)
    assert _seen(store, other) == []
    with pytest.raises(Refusal, match="本人どうし"):
        store.do("関係", commands.relate, one, one, RelationKind.FRIEND)


def test_that_what_is_reciprocal_is_so_twice() -> None:
    for kind in RelationKind:
        back = inverse(kind)
        assert back is None or inverse(back) is kind


def test_that_a_household_is_written_to_in_its_order(store: Store, family: list[PersonId]) -> None:
    one, other, *_ = family
    key = _set(store, [other, one])
    assert _household(store, one) == _household(store, other)
    assert _household(store, one).addressee_text == "見本　花子・一郎"
    assert _set(store, [one, other], "見本家") == key
    assert _household(store, one).addressee_text == "見本家"
    assert [row.person for row in _household(store, one).members] == [one, other]
    assert set(store.ask(queries.households, family)) == {one, other}


def test_that_an_envelope_names_only_who_is_there(store: Store, family: list[PersonId]) -> None:
    _set(store, family[1:])
    assert _household(store, family[1]).addressee_text == "見本　花子・試し　二郎・試し　三郎"
    died = replace(FAMILY[1], status=PersonStatus.DECEASED)
    store.do("変更", commands.change_person, family[1], died)
    assert _household(store, family[1]).addressee_text == "試し　二郎・三郎"
    store.do("削除", commands.bin_person, family[3])
    assert _household(store, family[1]).addressee_text == "試し　二郎"


def test_that_a_person_is_in_one_household_only(store: Store, family: list[PersonId]) -> None:
    one, other, third, fourth = family
    _set(store, [one, other])
    with pytest.raises(Refusal, match="見本　花子さんが抜けています"):
        _set(store, [third, one])
    second = _set(store, [third, fourth])
    with pytest.raises(Refusal, match="別の世帯に入っています"):
        _set(store, [one, other, third])
    with pytest.raises(Refusal, match="2人以上"):
        _set(store, [one, one])
    store.do("世帯", commands.set_household, [third, fourth], household=second)
    with pytest.raises(Refusal, match="別の世帯に入っています"):
        store.do("世帯", commands.set_household, [third, one], household=second)


def test_that_a_household_named_by_its_key_gets_exactly_its_members(
    store: Store, family: list[PersonId]
) -> None:
    one, other, third, _ = family
    key = _set(store, [one, other])
    store.do("世帯", commands.set_household, [third, one], household=key)
    assert [row.person for row in _household(store, one).members] == [third, one]
    assert store.ask(queries.household, other) is None
    store.undo()
    assert [row.person for row in _household(store, one).members] == [one, other]
    assert store.ask(queries.household, third) is None


def test_that_leaving_dissolves_a_household_of_one(store: Store, family: list[PersonId]) -> None:
    one, other, third, _ = family
    _set(store, [one, other, third])
    store.do("世帯", commands.leave_household, one)
    assert [row.person for row in _household(store, other).members] == [other, third]
    store.do("世帯", commands.leave_household, third)
    assert store.ask(queries.households, family) == {}
    store.do("世帯", commands.leave_household, third)
    for _ in range(2):
        store.undo()
    assert len(_household(store, one).members) == 3
