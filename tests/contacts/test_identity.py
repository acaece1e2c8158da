"""Who may be the same person: never on a telephone alone, never on a blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.contacts import commands, queries
from app.contacts.derived import search_text
from app.contacts.identity import Level, house, identity, identity_of, likeness
from app.contacts.person import PersonDraft
from app.kernel.folding import fold
from app.storage.store import Store

DAY = date(2026, 4, 1)
TARO = PersonDraft(
    "渡邉", "太郎", "わたなべ", "たろう", birth_date=date(1950, 5, 1), phone="0138-22-0001",
    address_town="函館市美原", address_number="1丁目26番8号",
)  # fmt: skip


def _bare(draft: PersonDraft, **values: object) -> PersonDraft:
    empty = {"birth_date": None, "phone": "", "address_town": "", "address_number": ""}
    return replace(draft, **{**empty, **values})


@pytest.mark.parametrize(
    ("other", "level"),
    [
        (replace(TARO, family_name="渡辺"), Level.SAME),
        (_bare(TARO, birth_date=date(1950, 5, 1)), Level.SAME),
        (_bare(TARO, mobile="0138-22-0001"), Level.SAME),
        (_bare(TARO, address_town="美原", address_number="一丁目26-8"), Level.SAME),
        (_bare(TARO), Level.PERHAPS),
        (_bare(TARO, phone="0138-99-9999"), Level.PERHAPS),
        (replace(TARO, birth_date=date(1980, 5, 1)), Level.PERHAPS),
        (_bare(TARO, birth_date=date(1980, 5, 1)), Level.OTHER),
        (replace(TARO, family_name="渡部"), Level.PERHAPS),
        (replace(_bare(TARO), family_name="渡部"), Level.OTHER),
        (replace(TARO, given_name="花子", given_kana="はなこ", birth_date=None), Level.OTHER),
        (PersonDraft("", "", phone="0138-22-0001"), Level.OTHER),
        (replace(TARO, family_name="鈴木", family_kana="", given_kana="", former_name="渡邉"),
         Level.PERHAPS),
        (replace(TARO, family_name="渡邉太郎", given_name=""), Level.SAME),
    ],
)  # fmt: skip
def test_that_the_likeness_is(other: PersonDraft, level: Level) -> None:
    found = likeness(identity_of(other), identity_of(TARO))
    assert found.level is level
    assert likeness(identity_of(TARO), identity_of(other)).level is level
    assert found.reasons or level is Level.OTHER


def test_that_two_blanks_are_nothing_alike() -> None:
    assert likeness(identity_of(PersonDraft()), identity_of(PersonDraft())).level is Level.OTHER


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("函館市美原1丁目26番8号", "美原１－２６－８", True),
        ("北海道函館市美原1-26-8", "函館市美原一丁目26の8", True),
        ("函館市美原1-26-8", "函館市美原1-26-9", False),
        ("函館市美原", "函館市美原", False),
        ("26-8", "函館市美原1-26-8", False),
        ("", "函館市美原1-1", False),
    ],
)
def test_that_addresses_are_compared_by_house(a: str, b: str, same: bool) -> None:
    first, second = house(fold(a)), house(fold(b))
    assert (bool(first) and first == second) is same


def test_that_the_hint_names_the_surest_first(store: Store) -> None:
    wife = replace(TARO, given_name="花子", given_kana="はなこ", birth_date=date(1952, 1, 1))
    namesake = _bare(TARO, phone="0138-00-0000")
    binned = replace(TARO, family_name="渡邊")
    keys = store.do("追加", commands.add_people, (wife, namesake, TARO, binned)).result
    store.do("ごみ箱へ", commands.bin_person, keys[3])
    found = store.ask(queries.possible_same, replace(TARO, family_name="渡辺"), DAY)
    assert [(one.person.id, one.likeness.level) for one in found] == [
        (keys[2], Level.SAME),
        (keys[1], Level.PERHAPS),
    ]
    assert "電話番号が同じです" in found[0].likeness.reasons
    again = store.ask(queries.possible_same, TARO, DAY, keys[2])
    assert [one.person.id for one in again] == [keys[1]]
    assert store.ask(queries.possible_same, PersonDraft(phone="0138-22-0001"), DAY) == ()


def test_that_a_stored_person_and_their_draft_have_one_identity() -> None:
    draft = replace(TARO, former_name="鈴木", mobile="090-0000-1234", note="メモ", fax="0138-1")
    assert identity(search_text(draft), "1950-05-01") == identity_of(draft)
