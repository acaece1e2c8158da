"""まとめて変更: what would become of whom, and one step that changes them and is taken back."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.contacts import commands, queries
from app.contacts.bulk_edit import Edit, EditFate, EditPlan, edit_fields
from app.contacts.custom import CONTACTS, CustomFieldDraft, FieldKind, Subject
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft, PersonStatus
from app.kernel.errors import Cancelled, Refusal
from app.office import commands as office
from app.storage.dump import all_records
from app.storage.store import Store
from app.wiring import default_masters

DAY = date(2026, 4, 1)
PEOPLE = (
    PersonDraft("渡辺", "花子", address_town="函館市島泊町", note="園芸"),
    PersonDraft("髙橋", "一", no_mail=True, note="園芸\n名簿の更新"),
    PersonDraft("佐藤", "実", status=PersonStatus.DECEASED),
    PersonDraft("鈴木", "光", status=PersonStatus.MOVED, neighbourhood="島泊町会"),
)
CHANGE, SAME, REFUSED = EditFate.CHANGE, EditFate.SAME, EditFate.REFUSED


@pytest.fixture
def known(store: Store) -> Store:
    districts, towns = default_masters()
    store.note("準備", office.seed_masters, districts, towns)
    store.do("追加", commands.add_people, PEOPLE)
    store.do("追加", commands.add_organisations, [OrganisationDraft("美原町会")])
    return store


def _plan(store: Store, edit: Edit, keys: tuple[int, ...] = (1, 2, 3, 4)) -> EditPlan:
    return store.ask(queries.edit_plan, edit, keys, DAY)


def _person(field: str, value: str = "") -> Edit:
    return Edit(Subject.PERSON, field, value)


@pytest.mark.parametrize(
    ("edit", "fates"),
    [
        (_person("status", "moved"), (CHANGE, CHANGE, REFUSED, SAME)),
        (_person("district", "1"), (CHANGE, CHANGE, CHANGE, CHANGE)),
        (_person("neighbourhood", " 島泊町会 "), (CHANGE, CHANGE, CHANGE, SAME)),
        (_person("neighbourhood"), (SAME, SAME, SAME, CHANGE)),
        (_person("no_mail", "withheld"), (CHANGE, SAME, CHANGE, CHANGE)),
        (_person("honorific", "様"), (SAME, SAME, SAME, SAME)),
        (_person("contact_by", "fax"), (CHANGE, CHANGE, CHANGE, CHANGE)),
        (_person("note", "名簿の更新"), (CHANGE, SAME, CHANGE, CHANGE)),
    ],
)
def test_that_a_plan_says_what_becomes_of_each(
    known: Store, edit: Edit, fates: tuple[EditFate, ...]
) -> None:
    plan = _plan(known, edit)
    assert tuple(line.fate for line in plan.lines) == fates
    for line in plan.lines:
        assert (line.fate is SAME) <= (line.before == line.after)
        assert bool(line.reason) is (line.fate is REFUSED)


def test_that_a_district_is_set_by_hand_and_given_back_to_the_address(known: Store) -> None:
    by_address = known.ask(queries.drafts, [1])[1].district_id
    other = 1 if by_address != 1 else 2
    plan = _plan(known, _person("district", str(other)), (1,))
    assert plan.lines[0].after == f"{plan.words}（手で指定）"
    assert plan.title(1) == f"1人の圏域を変更（{plan.words}）"
    known.do(plan.title(1), commands.edit_many, plan.edit, [1])
    assert known.ask(queries.drafts, [1])[1].district_fixed
    back = _plan(known, _person("district"), (1, 2))
    assert [line.fate for line in back.lines] == [CHANGE, SAME]
    known.do(back.title(1), commands.edit_many, back.edit, [1, 2])
    assert known.ask(queries.drafts, [1])[1].district_id == by_address


def test_that_who_is_in_the_bin_or_gone_is_refused_in_words(known: Store) -> None:
    known.do("ごみ箱", commands.bin_person, 1)
    plan = _plan(known, _person("no_mail", "withheld"), (1, 99))
    assert ["ごみ箱" in plan.lines[0].reason, "削除" in plan.lines[1].reason] == [True, True]
    with pytest.raises(Refusal, match="渡辺　花子：ごみ箱"):
        known.do("変更", commands.edit_many, plan.edit, [2, 4, 1])
    assert not known.ask(queries.drafts, [4])[4].no_mail


def test_that_tags_go_on_and_off_and_are_searched_by(known: Store) -> None:
    tag = str(known.do("タグ", commands.add_tag, "園芸部").result)
    known.do("タグ", commands.tag, int(tag), people=[2])
    on = _plan(known, _person("tag_on", tag))
    assert on.keys(CHANGE) == (1, 3, 4)
    assert on.title(3) == "3人にタグ「園芸部」を付ける"
    assert known.do(on.title(3), commands.edit_many, on.edit, on.keys(CHANGE)).result == 3
    assert known.ask(queries.search_people, "園芸部", 9) != ()
    off = _plan(known, _person("tag_off", tag))
    assert [(line.before, line.after) for line in off.lines] == [("園芸部", "")] * 4
    known.do(off.title(4), commands.edit_many, off.edit, (1, 2, 3, 4))
    assert known.ask(queries.tagged, int(tag)).people == ()


def test_that_own_fields_take_what_they_are_for(known: Store) -> None:
    draft = CustomFieldDraft("会員区分", Subject.PERSON, FieldKind.CHOICE, ("正会員", "賛助"))
    field = known.do("項目", commands.add_custom_field, draft).result
    edit = known.ask(queries.read_edit, Subject.PERSON, "会員区分", "賛助")
    known.do("変更", commands.edit_many, edit, [1, 2])
    assert known.ask(queries.custom_values_of, Subject.PERSON, [1, 2, 3]) == {
        1: {field: "賛助"},
        2: {field: "賛助"},
    }
    assert _plan(known, edit).keys(SAME) == (1, 2)
    with pytest.raises(Refusal, match="会員区分"):
        _plan(known, dataclasses.replace(edit, value="特別"))


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("氏名", "山田", "変えられるのは 状態、圏域"),
        ("状態", "引越し", "選べるのは 通常、転出"),
        ("状態", "", "選べるのは"),
        ("備考に書き足す", " ", "入力してください"),
        ("タグを付ける", "", "設定"),
    ],
)
def test_that_an_edit_nobody_could_take_is_refused(
    known: Store, name: str, words: str, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        _plan(known, known.ask(queries.read_edit, Subject.PERSON, name, words))


def test_that_organisations_have_kind_and_reach(known: Store) -> None:
    kind = known.do("種別", commands.add_organisation_kind, "町会").result
    for name, words in (("団体種別", "町会"), ("活動の範囲", "全市"), ("状態", "休止")):
        edit = known.ask(queries.read_edit, Subject.ORGANISATION, name, words)
        plan = _plan(known, edit, (1,))
        assert plan.title(1) == f"1団体の{name}を変更（{words}）"
        known.do(plan.title(1), commands.edit_many, edit, [1])
    stored = known.ask(queries.organisation_drafts, [1])[1]
    assert (stored.kind_id, stored.reach.label, stored.status.label) == (kind, "全市", "休止")


def test_that_stopping_changes_nothing(known: Store) -> None:
    class Stop:
        def step(self, done: int, total: int) -> None:
            if done == total:
                raise Cancelled

    before = list(known.ask(all_records))
    with pytest.raises(Cancelled):
        known.do("変更", commands.edit_many, _person("no_mail", "withheld"), [1], Stop())
    assert list(known.ask(all_records)) == before


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_that_any_edit_does_what_the_plan_says_and_one_undo_takes_it_back(
    known: Store, data: st.DataObject
) -> None:
    subject = data.draw(st.sampled_from(CONTACTS))
    fields = {one.field: one for one in known.ask(queries.editable_fields, subject)}
    names = [one.value for one in edit_fields(subject) if not one.value.startswith("tag")]
    field = fields[data.draw(st.sampled_from(names))]
    words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9)
    choices = [value for _, value in field.choices or ()]
    value = data.draw(st.sampled_from(choices) if choices else words.map("町会".__add__))
    keys = (1, 2, 3, 4) if subject is Subject.PERSON else (1,)
    plan = _plan(known, Edit(subject, field.field, value), keys)
    before = list(known.ask(all_records))
    changing = plan.keys(CHANGE)
    known.do(plan.title(len(changing)), commands.edit_many, plan.edit, changing)
    after = _plan(known, plan.edit, keys)
    assert after.keys(CHANGE) == ()
    assert {line.key: line.before for line in after.lines if line.key in changing} == {
        line.key: line.after for line in plan.lines if line.key in changing
    }
    if changing:
        known.undo()
    assert list(known.ask(all_records)) == before
