"""Fields of the office's own: what may stand in them, being found by it, changes of kind."""

from __future__ import annotations

from datetime import date

import pytest

from app.contacts import commands, queries
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject, read_value, shown
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft, PersonId
from app.contacts.queries import OrganisationListing, PersonListing
from app.kernel.errors import Refusal
from app.storage.store import Store

DAY = date(2026, 4, 1)
SHIRT = CustomFieldDraft("服のサイズ", kind=FieldKind.CHOICE, choices=("Ｓ", "M", "L"))
NUMBER = CustomFieldDraft("会員番号")


@pytest.fixture
def person(store: Store) -> PersonId:
    return store.do("追加", commands.add_person, PersonDraft("見本", "花子")).result


def _add(store: Store, draft: CustomFieldDraft) -> int:
    return store.do("独自項目", commands.add_custom_field, draft).result


def _set(store: Store, field: int, value: str, person: PersonId) -> None:
    store.do("独自項目", commands.set_custom, field, value, person=person)


def _values(store: Store, person: PersonId) -> dict[str, str]:
    found = store.ask(queries.custom_values, person=person)
    return {row.field.name: row.shown for row in found}


@pytest.mark.parametrize(
    ("kind", "typed", "stored", "seen"),
    [
        (FieldKind.TEXT, "　長い　文 ", "長い　文", "長い　文"),
        (FieldKind.NUMBER, "１，２００", "1200", "1200"),
        (FieldKind.NUMBER, "-1.50", "-1.5", "-1.5"),
        (FieldKind.NUMBER, "100", "100", "100"),
        (FieldKind.DAY, "R8.4.1", "2026-04-01", "令和8年4月1日"),
        (FieldKind.DAY, "2026-04-01", "2026-04-01", "令和8年4月1日"),
        (FieldKind.YES_NO, "はい", "yes", "はい"),
        (FieldKind.YES_NO, "○", "yes", "はい"),
        (FieldKind.YES_NO, "無", "no", "いいえ"),
        (FieldKind.YES_NO, "-", "no", "いいえ"),
        (FieldKind.YES_NO, "いいえ", "no", "いいえ"),
        (FieldKind.CHOICE, "s", "Ｓ", "Ｓ"),
        (FieldKind.CHOICE, "", "", ""),
        (FieldKind.DAY, "　", "", ""),
    ],
)
def test_that_a_value_is_stored_in_one_spelling(
    kind: FieldKind, typed: str, stored: str, seen: str
) -> None:
    field = CustomFieldDraft("項目", kind=kind, choices=SHIRT.choices)
    assert read_value(field, typed, DAY) == stored
    assert shown(field, stored) == seen
    assert read_value(field, seen, DAY) == stored


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (FieldKind.NUMBER, "三つ", "数ではありません"),
        (FieldKind.NUMBER, "1e5", "数ではありません"),
        (FieldKind.NUMBER, "NaN", "数ではありません"),
        (FieldKind.DAY, "きのうごろ", "「項目」："),
        (FieldKind.YES_NO, "たぶん", "「はい」か「いいえ」"),
        (FieldKind.CHOICE, "XL", "選択肢（Ｓ、M、L）にありません"),
    ],
)
def test_that_a_value_of_another_kind_is_refused(kind: FieldKind, typed: str, said: str) -> None:
    field = CustomFieldDraft("項目", kind=kind, choices=SHIRT.choices)
    with pytest.raises(Refusal, match=said):
        read_value(field, typed, DAY)


def test_that_searches_find_what_stands_in_own_fields(store: Store, person: PersonId) -> None:
    number = _add(store, NUMBER)
    _set(store, number, "Ｋ－0042", person)
    listing = PersonListing(DAY, text="k0042")
    assert store.ask(listing.keys) == [person]
    changed = PersonDraft("見本", "花代")
    store.do("変更", commands.change_person, person, changed)
    assert store.ask(listing.keys) == [person]
    _set(store, number, "", person)
    assert store.ask(listing.keys) == []
    assert _values(store, person) == {"会員番号": ""}
    store.undo()
    assert store.ask(listing.keys) == [person]


def test_that_organisations_have_fields_of_their_own(store: Store, person: PersonId) -> None:
    field = _add(store, CustomFieldDraft("会員数", Subject.ORGANISATION, FieldKind.NUMBER))
    key = store.do("追加", commands.add_organisation, OrganisationDraft("見本会")).result
    store.do("独自項目", commands.set_custom, field, "３２０", organisation=key)
    assert store.ask(OrganisationListing("320").keys) == [key]
    assert store.ask(queries.organisation_card, key, DAY).own[0].shown == "320"
    store.do("変更", commands.change_organisation, key, OrganisationDraft("見本の会"))
    assert store.ask(OrganisationListing("320").keys) == [key]
    with pytest.raises(Refusal, match="「会員数」は団体の独自項目です"):
        _set(store, field, "1", person)
    with pytest.raises(TypeError):
        store.do("独自項目", commands.set_custom, field, "1")


def test_that_many_values_are_written_in_one_step_or_not_at_all(
    store: Store, person: PersonId
) -> None:
    other = store.do("追加", commands.add_person, PersonDraft("試し", "一")).result
    shirt, number = _add(store, SHIRT), _add(store, NUMBER)
    values = {person: {shirt: "M", number: "1"}, other: {shirt: "l"}}
    done = store.do("取り込み", commands.set_customs, Subject.PERSON, values)
    assert done.result == 3
    assert store.ask(queries.custom_values_of, Subject.PERSON, [person, other]) == {
        person: {shirt: "M", number: "1"},
        other: {shirt: "L"},
    }
    again = store.do("取り込み", commands.set_customs, Subject.PERSON, values)
    assert (again.result, again.tables) == (0, frozenset())
    with pytest.raises(Refusal):
        store.do(
            "取り込み",
            commands.set_customs,
            Subject.PERSON,
            {person: {number: "2"}, other: {shirt: "XL"}},
        )
    assert _values(store, person) == {"服のサイズ": "M", "会員番号": "1"}
    store.undo()
    assert _values(store, other) == {"服のサイズ": "", "会員番号": ""}


def test_that_the_kind_changes_only_where_every_value_fits(store: Store, person: PersonId) -> None:
    other = store.do("追加", commands.add_person, PersonDraft("試し", "一")).result
    field = _add(store, NUMBER)
    _set(store, field, "00１２", person)
    _set(store, field, "未定", other)
    as_number = CustomFieldDraft("会員番号", kind=FieldKind.NUMBER)
    with pytest.raises(Refusal, match="1件の値（「未定」など）が「数」に合わない"):
        store.do("独自項目", commands.change_custom_field, field, as_number)
    assert _values(store, person) == {"会員番号": "00１２"}
    _set(store, field, "", other)
    store.do("独自項目", commands.change_custom_field, field, as_number)
    assert _values(store, person) == {"会員番号": "12"}
    assert store.ask(PersonListing(DAY, text="0012").keys) == []
    store.undo()
    assert _values(store, person) == {"会員番号": "00１２"}


def test_that_a_day_becomes_text_as_it_is_read(store: Store, person: PersonId) -> None:
    field = _add(store, CustomFieldDraft("入会日", kind=FieldKind.DAY))
    _set(store, field, "R8.4.1", person)
    store.do("独自項目", commands.change_custom_field, field, CustomFieldDraft("入会日"))
    assert _values(store, person) == {"入会日": "令和8年4月1日"}
    assert store.ask(PersonListing(DAY, text="令和8年4月").keys) == [person]


def test_that_a_choice_in_use_stays(store: Store, person: PersonId) -> None:
    field = _add(store, SHIRT)
    _set(store, field, "L", person)
    fewer = CustomFieldDraft(SHIRT.name, kind=FieldKind.CHOICE, choices=("S", "M"))
    with pytest.raises(Refusal, match="合わない"):
        store.do("独自項目", commands.change_custom_field, field, fewer)


@pytest.mark.parametrize("name", ["", "  ", "{{氏名}}", "氏名|敬称", "あ" * 41, "受講者.氏名"])
def test_that_a_name_no_form_could_use_is_refused(store: Store, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        _add(store, CustomFieldDraft(name))
    assert set(refusal.value.fields) == {"name"}


def test_that_names_are_taken_once_for_each_subject(store: Store) -> None:
    first = _add(store, NUMBER)
    with pytest.raises(Refusal, match="すでにあります"):
        _add(store, CustomFieldDraft(" 会員番号 "))
    _add(store, CustomFieldDraft("会員番号", Subject.ORGANISATION))
    with pytest.raises(Refusal, match="選択肢を1つ以上"):
        _add(store, CustomFieldDraft("選ぶ", kind=FieldKind.CHOICE, choices=(" ",)))
    with pytest.raises(Refusal, match="対象"):
        store.do(
            "独自項目",
            commands.change_custom_field,
            first,
            CustomFieldDraft("会員", Subject.ORGANISATION),
        )


def test_that_fields_are_moved_retired_and_removed(store: Store, person: PersonId) -> None:
    shirt, number = _add(store, SHIRT), _add(store, NUMBER)
    store.do("独自項目", commands.move_custom_field, number, 1)
    assert list(_values(store, person)) == ["会員番号", "服のサイズ"]
    _set(store, shirt, "M", person)
    with pytest.raises(Refusal, match="1件に入力されているため"):
        store.do("独自項目", commands.remove_custom_field, shirt)
    for field in (shirt, number):
        store.do("独自項目", commands.retire_custom_field, field)
    assert store.ask(queries.custom_fields, Subject.PERSON) == ()
    assert _values(store, person) == {"服のサイズ": "M"}
    kept = store.ask(queries.custom_fields, Subject.PERSON, retired=True)
    assert [(row.name, row.used) for row in kept] == [("会員番号", 0), ("服のサイズ", 1)]
    store.do("独自項目", commands.retire_custom_field, shirt, retired=False)
    store.do("独自項目", commands.remove_custom_field, number)
    [left] = store.ask(queries.custom_fields, Subject.PERSON, retired=True)
    assert (left.name, left.retired) == ("服のサイズ", False)
