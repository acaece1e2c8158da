"""Columns nobody knows become fields of the office's own, with their values, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts import commands as contacts
from app.contacts import queries
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject, read_value
from app.importing.apply import Chosen, Report, apply
from app.importing.check import check
from app.importing.mapping import as_columns, guess, named
from app.importing.own import OwnColumn, guessed_kind, own_column, own_name
from app.importing.plan import Fate, Plan, plan
from app.importing.read import read_list
from app.importing.remarks import remarks
from app.importing.report import as_json
from app.kernel.errors import Refusal
from app.storage.store import Store

TODAY = date(2026, 11, 20)
Make = Callable[..., Path]
HEAD = ["氏名", "生年月日", "会員区分", "入会日", "口数"]
HANAKO = ["佐藤　花子", "S25.4.2", "正会員", datetime(2020, 4, 1), 3]
ICHIRO = ["鈴木　一郎", "S30.1.5", "賛助会員", "令和2年5月1日", "1,200"]
COLUMNS = {"氏名": "name", "生年月日": "birth_date", "会員区分": "own:会員区分:choice",
           "入会日": "own:入会日", "口数": "own:口数"}  # fmt: skip


def planned(store: Store, path: Path, columns: Mapping[str, str] = COLUMNS) -> Plan:
    table = read_list(path)
    return store.ask(plan, check(table, named(table, columns), TODAY), TODAY)


def carry_out(store: Store, found: Plan) -> Report:
    return store.do("取り込み", apply, found, Chosen()).result


def own_values(store: Store) -> list[dict[str, str]]:
    keys = store.ask(queries.PersonListing(TODAY).keys)
    shown = [store.ask(queries.custom_values, person=key) for key in keys]
    return [{value.field.name: value.shown for value in values} for values in shown]


def test_that_unknown_columns_become_fields_with_their_values(store: Store, xlsx: Make) -> None:
    found = planned(store, xlsx([HEAD, HANAKO, ICHIRO]))
    assert [(field.draft.name, field.draft.kind) for field in found.own] == [
        ("会員区分", FieldKind.CHOICE),
        ("入会日", FieldKind.DAY),
        ("口数", FieldKind.NUMBER),
    ]
    assert remarks(found)[0] == "独自項目「会員区分」（選択肢：正会員、賛助会員）を作ります。"
    told = as_json(found)
    assert told["rows"][1]["values"]["own"] == {
        "会員区分": "賛助会員", "入会日": "2020-05-01", "口数": "1200",
    }  # fmt: skip
    assert [field["new"] for field in told["own_fields"]] == [True, True, True]
    assert store.ask(queries.custom_fields, Subject.PERSON) == ()
    carry_out(store, found)
    assert own_values(store) == [
        {"会員区分": "正会員", "入会日": "令和2年4月1日", "口数": "3"},
        {"会員区分": "賛助会員", "入会日": "令和2年5月1日", "口数": "1200"},
    ]
    store.undo()
    assert store.ask(queries.custom_fields, Subject.PERSON) == ()


def test_that_a_corrected_list_shows_old_and_new_values(store: Store, xlsx: Make) -> None:
    path = xlsx([HEAD, HANAKO, ICHIRO])
    carry_out(store, planned(store, path))
    assert planned(store, path).counts[Fate.SAME] == 2
    found = planned(store, xlsx([HEAD, [*HANAKO[:4], 5], [*ICHIRO[:2], "名誉会員", "", ""]]))
    assert [row.fate for row in found.rows] == [Fate.CHANGE, Fate.CHANGE]
    changes = [(one.label, one.old, one.new) for row in found.rows for one in row.changes]
    assert changes == [("口数", "3", "5"), ("会員区分", "賛助会員", "名誉会員")]
    assert "選択肢に名誉会員を加えます" in remarks(found)[0]
    before = own_values(store)
    carry_out(store, found)
    assert own_values(store)[1] == {**before[1], "会員区分": "名誉会員"}  # a blank takes nothing
    store.undo()
    assert own_values(store) == before


def test_that_what_does_not_fit_is_kept_in_the_note(store: Store, xlsx: Make) -> None:
    store.do("項目", contacts.add_custom_field, CustomFieldDraft("口数", kind=FieldKind.NUMBER))
    odd = [*HANAKO[:4], "三つほど"]
    found = planned(store, xlsx([HEAD, odd, ICHIRO]))
    assert "備考に残します" in found.rows[0].reasons[0]
    carry_out(store, found)
    assert own_values(store)[0]["口数"] == ""
    assert found.rows[0].draft.note == "口数（元の記載）: 三つほど"


def test_that_a_retired_field_is_used_again(store: Store, xlsx: Make) -> None:
    field = CustomFieldDraft("口数", kind=FieldKind.NUMBER)
    key = store.do("項目", contacts.add_custom_field, field).result
    store.do("使わない", contacts.retire_custom_field, key)
    found = planned(store, xlsx([HEAD, HANAKO]))
    assert any("また使います" in said for said in remarks(found))
    carry_out(store, found)
    assert next(row.id for row in store.ask(queries.custom_fields, Subject.PERSON)) == key


def test_that_a_mapping_with_own_fields_is_remembered(store: Store, xlsx: Make) -> None:
    table = read_list(xlsx([HEAD, HANAKO]))
    mapping = named(table, COLUMNS)
    assert as_columns(table, mapping) == COLUMNS
    found = store.ask(plan, check(table, mapping, TODAY), TODAY)
    assert found.remember == (table.fingerprint, COLUMNS)
    assert guess(table).unused(table) == ("会員区分", "入会日", "口数")
    assert mapping.unused(table) == ()


@pytest.mark.parametrize(
    ("meant", "said"),
    [
        ("own:", "独自項目の名前がありません"),
        ("own:区分:色", "種類「色」はありません"),
        ("own:備考", "もとからある項目の名前"),
        ("own:" + "長" * 41, "40字まで"),
    ],
)
def test_that_a_field_that_cannot_be_is_refused(
    store: Store, xlsx: Make, meant: str, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        planned(store, xlsx([HEAD, HANAKO]), {"氏名": "name", "会員区分": meant})


def test_that_two_columns_cannot_be_one_field(store: Store, xlsx: Make) -> None:
    columns = {"氏名": "name", "会員区分": "own:区分", "口数": "own:区分:text"}
    with pytest.raises(Refusal, match="C列とE列の両方"):
        planned(store, xlsx([HEAD, HANAKO]), columns)


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (["12", "3.5", "1,200"], FieldKind.NUMBER),
        (["001", "002"], FieldKind.TEXT),
        (["2024-04-01", "R6.5.1", "令和元年6月1日"], FieldKind.DAY),
        (["4/1", "5/1"], FieldKind.TEXT),
        (["○", "×", "○"], FieldKind.YES_NO),
        (["正", "準", "正", "正", "準", "準"], FieldKind.CHOICE),
        (["山", "川", "海"], FieldKind.TEXT),
        ([], FieldKind.TEXT),
        (["-", "-"], FieldKind.TEXT),
    ],
)
def test_that_the_kind_is_guessed_from_the_values(texts: list[str], kind: FieldKind) -> None:
    assert guessed_kind(texts, TODAY) is kind


@given(st.lists(st.text(max_size=8), max_size=8))
def test_that_every_value_fits_the_guessed_kind(texts: list[str]) -> None:
    stripped = [text.strip() for text in texts]
    kind = guessed_kind(stripped, TODAY)
    if kind is not FieldKind.CHOICE:
        for text in stripped:
            read_value(CustomFieldDraft("値", kind=kind), text, TODAY)


@given(st.text(min_size=1, max_size=60))
def test_that_the_name_of_a_field_is_one(heading: str) -> None:
    name = own_name(heading)
    if name:
        said: Any = own_column(OwnColumn(name).value)
        assert said.name == name
        assert own_name(name) == name
