"""The list of people: 五十音 order, tabs, words; and search hits that equal a plain scan."""

from __future__ import annotations

from datetime import date

import pytest

from app.contacts import commands, queries
from app.contacts.derived import matches, terms
from app.contacts.person import PersonDraft, PersonStatus
from app.storage.store import Store

DAY = date(2026, 4, 1)
PEOPLE = (
    PersonDraft("渡邉", "太郎", "わたなべ", "たろう", phone="0138-22-0001", note="町会の役員"),
    PersonDraft("原", "はる", "はら", "はる", address_town="函館市美原", address_number="1-2-3"),
    PersonDraft("春木", "次郎", "はるき", "じろう", former_name="鈴木"),
    PersonDraft("茨木", "恵", "ばらき", "めぐみ", mobile="090-0000-2222"),
    PersonDraft("髙橋", "健", "たかはし", "けん", phone="0138-22-0001"),
    PersonDraft("大野", "幸", "オオノ", "サチ", neighbourhood="末広町会"),
    PersonDraft("名無", "子"),
    PersonDraft("Smith", "Ann", email="ann@example.jp"),
)
QUERIES = (
    "渡", "渡辺", "渡邊太郎", "わたなべ", "ﾜﾀﾅﾍﾞ", "watanabe", "WATANABE taro", "高橋", "髙",
    "は", "はる", "ばら", "0138", "22-0001", "２２０００１", "美原", "鈴木", "町会", "町会　役員",
    "太郎わ", "ann@", "子", "0001町", "\n", "%", "_", "'", "無い名前",
)  # fmt: skip


@pytest.fixture
def known(store: Store) -> Store:
    store.do("追加", commands.add_people, PEOPLE)
    return store


def _names(store: Store, listing: queries.PersonListing) -> list[str]:
    keys = store.ask(listing.keys)
    rows = store.ask(listing.rows, keys)
    return [rows[key].name.split("　")[0] for key in keys]


def test_that_people_stand_in_order_and_those_without_reading_in_a_group_last(
    known: Store,
) -> None:
    assert _names(known, queries.PersonListing(DAY)) == [
        "大野", "髙橋", "原", "茨木", "春木", "渡邉", "Smith", "名無",
    ]  # fmt: skip


def test_that_tabs_count_everybody_once(known: Store) -> None:
    tabs = known.ask(queries.PersonListing(DAY).tabs)
    counts = {tab.title: tab.people for tab in tabs if tab.people}
    assert counts == {"あ": 1, "た": 1, "は": 3, "わ": 1, "ふりがな未入力": 2}
    assert sum(counts.values()) == len(PEOPLE)
    assert _names(known, queries.PersonListing(DAY, tab="は")) == ["原", "茨木", "春木"]
    assert len(_names(known, queries.PersonListing(DAY, tab="未入力"))) == 2


def test_that_tabs_count_what_is_searched(known: Store) -> None:
    tabs = known.ask(queries.PersonListing(DAY, text="はる").tabs)
    assert {tab.title: tab.people for tab in tabs if tab.people} == {"は": 2}


def test_that_status_narrows_the_list(known: Store) -> None:
    key = known.ask(queries.PersonListing(DAY, text="大野").keys)[0]
    draft = known.ask(queries.drafts, [key])[key]
    moved = type(draft)(**{**_as_dict(draft), "status": PersonStatus.MOVED})
    known.do("転出", commands.change_person, key, moved)
    listing = queries.PersonListing(DAY, status=PersonStatus.MOVED)
    assert _names(known, listing) == ["大野"]


def _as_dict(draft: PersonDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in PersonDraft.__slots__}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("渡辺", ["渡邉"]),
        ("わたなべ", ["渡邉"]),
        ("ワタナベ", ["渡邉"]),
        ("watanabe", ["渡邉"]),
        ("高橋", ["髙橋"]),
        ("0138220001", ["髙橋", "渡邉"]),
        ("22-0001", ["髙橋", "渡邉"]),
        ("鈴木", ["春木"]),
        ("町会 役員", ["渡邉"]),
        ("末広", ["大野"]),
    ],
)
def test_that_search_finds_every_spelling(known: Store, text: str, found: list[str]) -> None:
    assert _names(known, queries.PersonListing(DAY, text=text)) == found


@pytest.mark.parametrize("text", QUERIES)
def test_that_hits_equal_a_plain_scan(known: Store, text: str) -> None:
    asked = terms(text)
    plain = [key for key, entry in known.ask(queries.search_entries) if matches(entry, asked)]
    assert known.ask(queries.PersonListing(DAY, text=text).keys) == plain
    total, hits = known.ask(queries.search_people, text, 3)
    if asked:
        assert total == len(plain)
        assert [hit.id for hit in hits] == plain[:3]


def test_that_no_hit_crosses_fields(known: Store) -> None:
    assert known.ask(queries.PersonListing(DAY, text="太郎わたなべ").keys) == []


def test_that_rows_have_the_age_of_the_day(known: Store) -> None:
    draft = PersonDraft("年", "齢", birth_date=date(1960, 4, 2))
    key = known.do("追加", commands.add_person, draft).result
    for day, age in ((date(2026, 3, 31), 65), (date(2026, 4, 1), 66)):
        row = known.ask(queries.PersonListing(day).rows, [key])[key]
        assert (row.age, row.age_band) == (age, "65～69歳")


def test_that_two_thousand_rows_come_in_order(store: Store) -> None:
    drafts = [PersonDraft(f"姓{n}", "名", f"{'あいうえお'[n % 5]}た", "な") for n in range(1200)]
    store.do("追加", commands.add_people, drafts)
    keys = store.ask(queries.PersonListing(DAY).keys)
    assert [row.id for row in store.ask(queries.people, keys, DAY)] == list(keys)
