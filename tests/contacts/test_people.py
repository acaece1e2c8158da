"""People: adding, changing, the bin, what they need, what they consented to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.contacts import commands, queries
from app.contacts.checks import doubts
from app.contacts.person import (
    ConsentDraft,
    ConsentItem,
    ConsentWay,
    Consideration,
    PersonDraft,
    PersonId,
)
from app.kernel.errors import Refusal
from app.office import commands as office
from app.office import queries as office_queries
from app.office.masters import TownDraft
from app.storage.store import Store
from app.wiring import default_masters

DISTRICTS, _ = default_masters()

DAY = date(2026, 4, 1)
HANAKO = PersonDraft(
    family_name="髙﨑",
    given_name="花子",
    family_kana="タカサキ",
    given_kana="ﾊﾅｺ",
    birth_date=date(1950, 4, 2),
    postal_code="０４００００１",
    address_town="末広町",
    address_number="4-19",
    phone="22-0000",
    mobile="０９０ー００００ー１２３４",
    email="ｈａｎａ@example.jp",
)


def _add(store: Store, draft: PersonDraft = HANAKO) -> PersonId:
    return store.do("連絡先の追加", commands.add_person, draft).result


def test_that_a_person_is_stored_with_numbers_and_readings_in_one_spelling(store: Store) -> None:
    card = store.ask(queries.person_card, _add(store), DAY)
    stored = card.draft
    assert (stored.family_name, stored.given_name) == ("髙﨑", "花子")
    assert (stored.family_kana, stored.given_kana) == ("たかさき", "はなこ")
    assert stored.postal_code == "040-0001"
    assert (stored.phone, stored.mobile) == ("0138-22-0000", "090-0000-1234")
    assert stored.email == "hana@example.jp"
    assert card.age == 76  # the day before the birthday
    assert card.consideration == Consideration()


@pytest.mark.parametrize("name", ["𠮷田", "葛󠄀城", "館", "㈱", "D'Souza", "ﾔﾏﾀﾞ"])
def test_that_no_character_of_a_name_is_touched(store: Store, name: str) -> None:
    key = _add(store, PersonDraft(family_name=f" {name}　", given_name=name))
    draft = store.ask(queries.person_card, key, DAY).draft
    assert (draft.family_name, draft.given_name) == (name, name)


def test_that_a_pasted_radical_is_mended(store: Store) -> None:
    key = _add(store, replace(HANAKO, note="⽣活⽀援"))
    assert store.ask(queries.person_card, key, DAY).draft.note == "生活支援"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"family_name": "　", "given_name": ""}, "family_name"),
        ({"family_kana": "山田"}, "family_kana"),
        ({"phone": "12"}, "phone"),
        ({"emergency_phone": "なし"}, "emergency_phone"),
        ({"postal_code": "0401"}, "postal_code"),
        ({"email": "hana"}, "email"),
        ({"birth_date": date(2026, 4, 2)}, "birth_date"),
        ({"birth_date": None, "birth_year": 26}, "birth_year"),
    ],
)
def test_that_a_wrong_field_is_named(store: Store, change: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        _add(store, replace(HANAKO, **change))
    assert list(refused.value.fields) == [field]
    assert refused.value.text
    assert store.ask(queries.PersonListing(DAY).keys) == []


def test_that_every_wrong_field_is_named_at_once(store: Store) -> None:
    with pytest.raises(Refusal) as refused:
        _add(store, replace(HANAKO, family_name="", given_name="", phone="1", email="x"))
    assert set(refused.value.fields) == {"family_name", "phone", "email"}


def test_that_a_very_old_person_is_asked_about_and_not_refused(store: Store) -> None:
    old = replace(HANAKO, birth_date=date(1900, 1, 1))
    assert "126歳" in doubts(old, DAY)["birth_date"]
    assert store.ask(queries.person_card, _add(store, old), DAY).age == 126
    assert doubts(HANAKO, DAY) == {}


def test_that_changes_are_undone(store: Store) -> None:
    key = _add(store)
    before = store.ask(queries.person_card, key, DAY)
    store.do("連絡先の変更", commands.change_person, key, replace(before.draft, given_name="華子"))
    assert store.ask(queries.person_card, key, DAY).draft.given_name == "華子"
    store.undo()
    assert store.ask(queries.person_card, key, DAY) == before


def test_that_saving_nothing_new_is_no_step_of_undo(store: Store) -> None:
    key = _add(store)
    draft = store.ask(queries.person_card, key, DAY).draft
    assert store.do("連絡先の変更", commands.change_person, key, draft).operation is None


def test_that_a_person_goes_to_the_bin_and_comes_back(store: Store) -> None:
    key = _add(store)
    store.do("ごみ箱へ", commands.bin_person, key)
    assert store.ask(queries.PersonListing(DAY).keys) == []
    assert store.ask(queries.PersonListing(DAY, binned=True).keys) == [key]
    assert store.ask(queries.search_people, "花子") == (0, [])
    store.do("戻す", commands.restore_person, key)
    assert store.ask(queries.PersonListing(DAY).keys) == [key]


def test_that_a_person_who_is_not_there_is_refused(store: Store) -> None:
    for command, arguments in (
        (commands.bin_person, ()),
        (commands.change_person, (HANAKO,)),
        (commands.set_consideration, (Consideration(hearing=True),)),
    ):
        with pytest.raises(Refusal, match="削除されています"):
            store.do("操作", command, PersonId(99), *arguments)


def test_that_needs_are_kept_apart_and_removed_when_there_are_none(store: Store) -> None:
    key = _add(store)
    needed = Consideration(hearing=True, detail=" 左の席 ")
    store.do("配慮事項", commands.set_consideration, key, needed)
    card = store.ask(queries.person_card, key, DAY)
    assert card.consideration == Consideration(hearing=True, detail="左の席")
    assert store.ask(queries.search_people, "左の席") == (0, [])
    store.do("配慮事項", commands.set_consideration, key, Consideration())
    assert store.ask(queries.consideration, key) == Consideration()
    store.undo()
    assert store.ask(queries.consideration, key).detail == "左の席"


def test_that_consents_are_given_and_withdrawn(store: Store) -> None:
    key = _add(store)
    given = ConsentDraft(ConsentItem.ROSTER, date(2026, 3, 1), ConsentWay.FAX, "R8版")
    consent = store.do("同意", commands.give_consent, key, given).result
    store.do("同意の撤回", commands.withdraw_consent, consent, DAY, "本人の申出")
    (row,) = store.ask(queries.consents, key)
    assert row.consent == replace(given, withdrawn_on=DAY, note="本人の申出")
    with pytest.raises(Refusal):
        store.do("同意の撤回", commands.withdraw_consent, consent, date(2026, 2, 1))
    with pytest.raises(Refusal):
        store.do("同意", commands.give_consent, key, replace(given, given_on=date(2026, 5, 1)))


def test_that_the_district_follows_the_town_unless_fixed(store: Store) -> None:
    towns = (TownDraft("末広町", "", "西部"), TownDraft("美原", "", "北東部第2"))
    store.do("初期設定", office.seed_masters, DISTRICTS, towns)
    districts = {row.name: row.id for row in store.ask(office_queries.districts)}
    key = _add(store)
    card = store.ask(queries.person_card, key, DAY)
    assert card.district == "西部"
    fixed = replace(card.draft, district_id=districts["北部"], district_fixed=True)
    store.do("変更", commands.change_person, key, fixed)
    assert store.ask(queries.person_card, key, DAY).district == "北部"
    store.do("変更", commands.change_person, key, replace(fixed, district_fixed=False))
    assert store.ask(queries.person_card, key, DAY).district == "西部"
    store.do("町名", office.assign_towns, [TownDraft("末広町", "", "中央部第1")])
    assert store.do("圏域の更新", commands.refresh_districts).result == 1
    assert store.ask(queries.person_card, key, DAY).district == "中央部第1"


def test_that_a_district_somebody_lives_in_is_not_removed(store: Store) -> None:
    store.do("初期設定", office.seed_masters, DISTRICTS, ())
    district = store.ask(office_queries.districts)[0]
    _add(store, replace(HANAKO, district_id=district.id, district_fixed=True))
    with pytest.raises(Refusal, match="連絡先"):
        store.do("圏域の削除", office.remove_district, district.id)
