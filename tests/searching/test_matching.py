"""Saved searches: who meets which condition, and that they are up to date and can be undone."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.contacts import commands
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.organisation import AffiliationDraft, OrganisationDraft
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft, PersonStatus, Sex
from app.kernel.errors import Refusal
from app.searching import commands as saving
from app.searching import queries
from app.searching.condition import (
    Comparison,
    Condition,
    Search,
    SearchField,
    fields_of,
    from_json,
    to_json,
)
from app.storage.store import Store
from app.timeline import commands as timeline
from app.timeline.note import NoteDraft

DAY = date(2026, 4, 1)
PEOPLE = (
    PersonDraft("渡辺", "花子", "わたなべ", "はなこ", sex=Sex.FEMALE, birth_date=date(1950, 4, 1)),
    PersonDraft("髙橋", "一", "たかはし", "はじめ", phone="0138-00-1234", occupation="大工"),
    PersonDraft("佐藤", "実", birth_date=date(1950, 4, 2), no_mail=True, note="渡辺さんの紹介"),
    PersonDraft("鈴木", "光", status=PersonStatus.MOVED, address_town="湯川町"),
)


@pytest.fixture
def known(store: Store) -> Store:
    store.do("追加", commands.add_people, PEOPLE)
    return store


def _found(store: Store, *conditions: Condition, match_all: bool = True) -> set[int]:
    return set(store.ask(queries.matching, Search(Subject.PERSON, conditions, match_all), DAY))


def _is(field: SearchField, value: object = "", how: Comparison = Comparison.IS) -> Condition:
    return Condition(field.value, how, str(value))


@pytest.mark.parametrize(
    ("condition", "people"),
    [
        (_is(SearchField.NAME, "高橋", Comparison.CONTAINS), {2}),
        (_is(SearchField.NAME, "高", Comparison.IS), set()),
        (_is(SearchField.NAME, "渡邊花子"), {1}),
        (_is(SearchField.KANA, "ﾜﾀﾅﾍﾞ", Comparison.CONTAINS), {1}),
        (_is(SearchField.KANA, "watanabe", Comparison.CONTAINS), {1}),
        (_is(SearchField.KANA, how=Comparison.EMPTY), {3, 4}),
        (_is(SearchField.OCCUPATION, how=Comparison.FILLED), {2}),
        (_is(SearchField.PHONE, "00-12", Comparison.CONTAINS), {2}),
        (_is(SearchField.ADDRESS, "湯川", Comparison.LACKS), {1, 2, 3}),
        (_is(SearchField.ANYWHERE, "渡辺", Comparison.CONTAINS), {1, 3}),
        (_is(SearchField.ANYWHERE, "渡辺", Comparison.LACKS), {2, 4}),
        (_is(SearchField.SEX, "female"), {1}),
        (_is(SearchField.SEX, "female", Comparison.IS_NOT), {2, 3, 4}),
        (_is(SearchField.STATUS, "active", Comparison.IS_NOT), {4}),
        (_is(SearchField.NO_MAIL), {3}),
        (_is(SearchField.NO_MAIL, how=Comparison.IS_NOT), {1, 2, 4}),
        (_is(SearchField.AGE, 76, Comparison.AT_LEAST), {1}),
        (_is(SearchField.AGE, 75, Comparison.AT_MOST), {3}),
        (_is(SearchField.AGE, 75), {3}),
        (_is(SearchField.BIRTH_MONTH, 4), {1, 3}),
    ],
)
def test_that_a_condition_finds_whom_it_says(
    known: Store, condition: Condition, people: set[int]
) -> None:
    assert _found(known, condition) == people
    search = Search(Subject.PERSON, (condition,))
    assert from_json(Subject.PERSON, to_json(search)) == search


def test_that_conditions_hold_all_together_or_any(known: Store) -> None:
    both = _is(SearchField.BIRTH_MONTH, 4), _is(SearchField.NO_MAIL)
    assert _found(known, *both) == {3}
    assert _found(known, *both, match_all=False) == {1, 3}
    assert _found(known) == _found(known, match_all=False) == {1, 2, 3, 4}
    known.do("ごみ箱", commands.bin_person, 3)
    assert _found(known, *both) == set()


def test_that_what_hangs_on_a_person_can_be_asked_for(known: Store) -> None:
    tag = known.do("タグ", commands.add_tag, "園芸").result
    known.do("タグ", commands.tag, tag, people=[1])
    mailings = ConsentDraft(ConsentItem.MAILINGS, DAY)
    known.do("同意", commands.give_consent, 2, mailings)
    kind = known.do("種別", commands.add_organisation_kind, "見本の種別").result
    body = known.do("団体", commands.add_organisation, OrganisationDraft("会", kind_id=kind)).result
    known.do("所属", commands.affiliate, 3, body, AffiliationDraft("副会長"))
    past = AffiliationDraft("会長", ends_on=date(2026, 3, 31))
    known.do("所属", commands.affiliate, 4, body, past)
    note = NoteDraft(datetime(2026, 4, 1, 9), text="電話", follow_up_on=DAY, follow_up="折り返す")
    known.do("メモ", timeline.add_note, note, person=4)
    assert _found(known, _is(SearchField.TAG, tag)) == {1}
    assert _found(known, _is(SearchField.TAG, tag, Comparison.IS_NOT)) == {2, 3, 4}
    assert _found(known, _is(SearchField.CONSENT, "mailings")) == {2}
    assert _found(known, _is(SearchField.CONSENT, "mailings", Comparison.IS_NOT)) == {1, 3, 4}
    assert _found(known, _is(SearchField.MEMBER_KIND, kind)) == {3}
    assert _found(known, _is(SearchField.ROLE, "会長", Comparison.CONTAINS)) == {3}
    assert _found(known, _is(SearchField.FOLLOW_UP)) == {4}
    assert _found(known, _is(SearchField.COMPLETED, 1)) == set()
    assert _found(known, Condition("attended", Comparison.IS, "1", (2024, 2026))) == set()


def test_that_own_fields_are_compared_as_what_they_are(known: Store) -> None:
    draft = CustomFieldDraft("台数", Subject.PERSON, FieldKind.NUMBER)
    field = known.do("項目", commands.add_custom_field, draft).result
    for person, value in ((1, "9"), (2, "10")):
        known.do("値", commands.set_custom, field, value, person=person)
    own = f"own:{field}"
    assert _found(known, Condition(own, Comparison.AT_LEAST, "10")) == {2}
    assert _found(known, Condition(own, Comparison.IS, "９")) == {1}
    assert _found(known, Condition(own, Comparison.EMPTY)) == {3, 4}
    with pytest.raises(Refusal, match="数ではありません"):
        _found(known, Condition(own, Comparison.AT_LEAST, "多い"))


def test_that_organisations_have_searches_of_their_own(store: Store) -> None:
    bodies = [OrganisationDraft("美原町会"), OrganisationDraft("松川会", agreement=True)]
    store.do("団体", commands.add_organisations, bodies)
    named = Condition("name", Comparison.CONTAINS, "町会")
    assert store.ask(queries.matching, Search(Subject.ORGANISATION, (named,)), DAY) == [1]
    for field in fields_of(Subject.ORGANISATION):
        store.ask(queries.choices, Subject.ORGANISATION, field)
    sex = Condition("sex", Comparison.IS, "female")
    with pytest.raises(Refusal, match="性別"):
        store.ask(queries.matching, Search(Subject.ORGANISATION, (sex,)), DAY)


def test_that_searches_are_kept_changed_renamed_removed_and_undone(known: Store) -> None:
    search = Search(Subject.PERSON, (_is(SearchField.BIRTH_MONTH, 4),))
    key = known.do("保存", saving.save_search, "四月生まれ", search).result
    with pytest.raises(Refusal, match="すでにあります"):
        known.do("保存", saving.save_search, "四月生まれ", search)
    changed = Search(Subject.PERSON, (_is(SearchField.NO_MAIL),), match_all=False)
    known.do("変更", saving.change_search, key, changed)
    known.do("改名", saving.rename_search, key, "発送しない方")
    assert known.ask(queries.saved_search, key) == ("発送しない方", changed)
    known.do("削除", saving.remove_search, key)
    assert known.ask(queries.saved_searches) == ()
    known.undo()
    known.undo()
    known.undo()
    assert known.ask(queries.saved_search, key) == ("四月生まれ", search)


@pytest.mark.parametrize(
    "condition",
    [
        Condition("age", Comparison.AT_LEAST, "たくさん"),
        Condition("name", Comparison.CONTAINS, " "),
        Condition("name", Comparison.AT_LEAST, "3"),
        Condition("own:1; DROP", Comparison.IS, "3"),
        Condition("nothing", Comparison.IS, "3"),
    ],
)
def test_that_a_condition_that_says_nothing_is_refused(known: Store, condition: Condition) -> None:
    with pytest.raises(Refusal):
        _found(known, condition)
