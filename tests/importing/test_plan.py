"""The fate of every row, what an import changes, and that undo puts everything back."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.contacts import commands as contacts
from app.contacts import queries as people
from app.contacts.person import Consideration, PersonDraft
from app.importing.apply import Chosen, Decision, Outcome, Report, apply
from app.importing.check import check
from app.importing.mapping import guess, named
from app.importing.plan import Fate, Plan, PlannedRow, plan
from app.importing.read import read_list
from app.importing.report import HEADINGS, as_json, as_list
from app.kernel.errors import Refusal
from app.office import commands as office
from app.office import queries as office_queries
from app.office.masters import TownDraft
from app.storage.store import Store
from app.wiring import default_masters

DISTRICTS, _ = default_masters()

TODAY = date(2026, 11, 20)
Make = Callable[..., Path]

HEAD = ["氏名", "ふりがな", "生年月日", "電話", "住所", "備考"]
HANAKO = ["佐藤　花子", "さとう　はなこ", "S25.4.2", "0138-00-0001", "函館市美原1-2-3", ""]
ICHIRO = ["鈴木　一郎", "すずき　いちろう", "S30.1.5", "0138-00-0002", "函館市末広町4-19", ""]
STORED = PersonDraft(
    "佐藤", "花子", "さとう", "はなこ", birth_date=date(1950, 4, 2), phone="0138-00-0001",
    address_town="函館市美原", address_number="1丁目2番3号", note="茶道",
)  # fmt: skip


def planned(store: Store, path: Path) -> Plan:
    table = read_list(path)
    return store.ask(plan, check(table, guess(table), TODAY), TODAY)


def fates(found: Plan) -> list[Fate]:
    return [row.fate for row in found.rows]


def carry_out(store: Store, found: Plan, otherwise: Decision = Decision.LEAVE) -> Report:
    return store.do("取り込み: 名簿.xlsx", apply, found, Chosen(otherwise=otherwise)).result


def everything(store: Store) -> Sequence[object]:
    keys = store.ask(people.PersonListing(TODAY).keys)
    cards = [store.ask(people.person_card, key, TODAY) for key in keys]
    return [*cards, store.ask(office_queries.settings)]


@pytest.fixture
def known(store: Store) -> Store:
    store.do("追加", contacts.add_person, STORED)
    return store


def test_that_new_people_are_added_and_undone(store: Store, xlsx: Make) -> None:
    before = everything(store)
    found = planned(store, xlsx([HEAD, HANAKO, ICHIRO]))
    assert fates(found) == [Fate.ADD, Fate.ADD]
    report = carry_out(store, found)
    cards = [store.ask(people.person_card, row.record, TODAY) for row in report.rows]
    assert [card.draft.name for card in cards] == ["佐藤　花子", "鈴木　一郎"]
    assert [card.draft.phone for card in cards] == ["0138-00-0001", "0138-00-0002"]
    assert store.undo().result
    assert everything(store) == before


def test_that_the_same_list_again_changes_nothing(store: Store, xlsx: Make) -> None:
    path = xlsx([HEAD, HANAKO, ICHIRO])
    carry_out(store, planned(store, path))
    again = planned(store, path)
    assert fates(again) == [Fate.SAME, Fate.SAME]
    assert store.do("取り込み", apply, again, Chosen()).operation is None


def test_that_a_change_is_shown_with_old_and_new(known: Store, xlsx: Make) -> None:
    row = ["佐藤　花子", "さとう　はなこ", "S25.4.2", "0138-00-9999", "美原１−２−３", "書道"]
    found = planned(known, xlsx([HEAD, row]))
    assert fates(found) == [Fate.CHANGE]
    changes = {change.label: (change.old, change.new) for change in found.rows[0].changes}
    assert changes == {
        "電話": ("0138-00-0001", "0138-00-9999"),
        "備考": ("茶道", "茶道\n書道"),
    }
    before = everything(known)
    report = carry_out(known, found)
    assert report.rows[0].outcome is Outcome.CHANGED
    assert known.ask(people.person_card, report.rows[0].record, TODAY).draft.note == "茶道\n書道"
    known.undo()
    assert everything(known) == before


def test_that_a_blank_takes_nothing_away(known: Store, xlsx: Make) -> None:
    found = planned(known, xlsx([HEAD, ["佐藤 花子", "", "S25.4.2", "", "", ""]]))
    assert fates(found) == [Fate.SAME]


def test_that_the_stored_spelling_of_a_name_stays(store: Store, xlsx: Make) -> None:
    store.do("追加", contacts.add_person, replace(STORED, family_name="髙﨑", family_kana=""))
    row = ["高崎　花子", "たかさき　はなこ", "S25.4.2", "0138-00-0001", "", ""]
    found = planned(store, xlsx([HEAD, row]))
    assert fates(found) == [Fate.CHANGE]
    assert [change.label for change in found.rows[0].changes] == ["ふりがな"]
    assert any("髙﨑" in said for said in found.rows[0].reasons)
    report = carry_out(store, found)
    assert store.ask(people.person_card, report.rows[0].record, TODAY).draft.family_name == "髙﨑"


@pytest.mark.parametrize(
    ("row", "fate"),
    [
        (["佐藤　花子", "", "", "", "", ""], Fate.DOUBTFUL),
        (["佐藤　花子", "さとう　はなこ", "", "0138-11-1111", "", ""], Fate.DOUBTFUL),
        (["佐藤　花子", "さとう　はなこ", "S26.4.2", "0138-00-0001", "", ""], Fate.DOUBTFUL),
        (["佐藤　花子", "さとう　はなこ", "S26.4.2", "0138-11-1111", "", ""], Fate.ADD),
        (
            ["佐藤　一", "さとう　はじめ", "S24.1.1", "0138-00-0001", "函館市美原1-2-3", ""],
            Fate.ADD,
        ),
        (["佐東　華子", "さとう　はなこ", "S25.4.2", "", "", ""], Fate.DOUBTFUL),
        (["", "さとう　はなこ", "S25.4.2", "0138-00-0001", "", ""], Fate.REFUSED),
        (["渡辺　次郎", "わたなべ　じろう", "45/4/5", "", "", ""], Fate.DOUBTFUL),
    ],
)
def test_that_a_row_has_the_fate(known: Store, xlsx: Make, row: list[str], fate: Fate) -> None:
    found = planned(known, xlsx([HEAD, row, ICHIRO]))
    assert fates(found) == [fate, Fate.ADD]
    assert found.rows[0].reasons or fate is Fate.ADD


def test_that_people_in_the_bin_are_asked_about(known: Store, xlsx: Make) -> None:
    (key,) = known.ask(people.PersonListing(TODAY).keys)
    known.do("ごみ箱へ", contacts.bin_person, key)
    found = planned(known, xlsx([HEAD, HANAKO]))
    assert fates(found) == [Fate.DOUBTFUL]
    assert any("ごみ箱" in said for said in found.rows[0].reasons)


def test_that_two_stored_records_of_one_person_are_asked_about(known: Store, xlsx: Make) -> None:
    known.do("追加", contacts.add_person, STORED)
    found = planned(known, xlsx([HEAD, HANAKO]))
    assert fates(found) == [Fate.DOUBTFUL]
    assert any("2人" in said for said in found.rows[0].reasons)


def test_that_the_same_person_twice_in_a_file_is_said(store: Store, xlsx: Make) -> None:
    found = planned(store, xlsx([HEAD, HANAKO, ICHIRO, HANAKO, ["鈴木一郎", *[""] * 5]]))
    assert fates(found) == [Fate.ADD, Fate.ADD, Fate.DOUBTFUL, Fate.DOUBTFUL]
    assert any("2行目" in said for said in found.rows[2].reasons)
    assert any("3行目" in said for said in found.rows[3].reasons)


def test_that_doubtful_rows_are_decided(known: Store, xlsx: Make) -> None:
    doubtful = ["佐藤　花子", "", "", "0138-11-1111", "", ""]
    found = planned(known, xlsx([HEAD, doubtful]))
    count = len(known.ask(people.PersonListing(TODAY).keys))
    left = carry_out(known, found)
    assert left.counts[Outcome.LEFT] == 1
    assert left.rows[0].record is None
    added = carry_out(known, found, Decision.ADD)
    assert added.counts[Outcome.ADDED] == 1
    assert len(known.ask(people.PersonListing(TODAY).keys)) == count + 1
    known.undo()
    report = known.do("取り込み", apply, found, Chosen({found.rows[0].row: Decision.UPDATE})).result
    assert report.rows[0].outcome is Outcome.CHANGED
    card = known.ask(people.person_card, report.rows[0].record, TODAY)
    assert card.draft.phone == "0138-11-1111"


def test_that_nobody_is_updated_where_it_is_not_clear_who(store: Store, xlsx: Make) -> None:
    found = planned(store, xlsx([HEAD, ["佐藤　花子", "", "45/4/5", "", "", ""], ICHIRO]))
    with pytest.raises(Refusal, match="2行目"):
        carry_out(store, found, Decision.UPDATE)
    assert store.ask(people.PersonListing(TODAY).keys) == []


def test_that_districts_are_taken_by_name_or_town(store: Store, xlsx: Make) -> None:
    store.do("初期設定", office.seed_masters, DISTRICTS, [TownDraft("美原", "", "北部")])
    rows = [
        ["氏名", "電話", "住所", "圏域"],
        ["佐藤 花子", "0138-00-0001", "函館市美原1-2-3", ""],
        ["鈴木 一郎", "0138-00-0002", "函館市美原1-2-3", "北部"],
        ["田中 次郎", "0138-00-0003", "函館市美原1-2-3", "西部圏域"],
        ["木村 三郎", "0138-00-0004", "", "南極"],
    ]
    report = carry_out(store, planned(store, xlsx(rows)))
    cards = [store.ask(people.person_card, row.record, TODAY) for row in report.rows]
    assert [card.district for card in cards] == ["北部", "北部", "西部", ""]
    assert [card.draft.district_fixed for card in cards] == [False, False, True, False]
    assert "南極" in cards[3].draft.note


def test_that_needs_are_added_and_not_taken_away(store: Store, xlsx: Make) -> None:
    head = ["氏名", "生年月日", "車いす", "配慮事項"]
    first = ["佐藤 花子", "S25.4.2", "○", "前の席"]
    report = carry_out(store, planned(store, xlsx([head, first])))
    second = ["佐藤 花子", "S25.4.2", "", "送迎"]
    report = carry_out(store, planned(store, xlsx([head, second])))
    assert store.ask(people.consideration, report.rows[0].record) == Consideration(
        wheelchair=True, pickup=True, detail="前の席、送迎"
    )


def test_that_a_corrected_mapping_is_remembered_and_undone(store: Store, csv: Make) -> None:
    table = read_list(csv("氏名,よみ,備考\n佐藤 花子,さとう はなこ,0138-00-0001\n"))
    mapping = named(table, {"氏名": "name", "よみ": "kana", "備考": "phone"})
    found = store.ask(plan, check(table, mapping, TODAY), TODAY)
    carry_out(store, found)
    columns = store.ask(office_queries.import_map, table.fingerprint)
    assert columns is not None
    assert named(table, columns) == mapping
    store.undo()
    assert store.ask(office_queries.import_map, table.fingerprint) is None


def test_that_the_json_has_the_promised_shape(known: Store, xlsx: Make) -> None:
    rows = [["名簿"], HEAD, HANAKO, ICHIRO, ["", "なし", "", "0138-00-0003", "", ""], ["合計", "3"]]
    found = planned(known, xlsx(rows))
    shown = json.loads(json.dumps(as_json(found)))
    assert (shown["sheet"], shown["header_row"], shown["other_sheets"]) == ("名簿", 2, [])
    assert [(row["row"], row["fate"]) for row in shown["rows"]] == [
        (3, "same"),
        (4, "add"),
        (5, "refused"),
    ]
    assert [left["row"] for left in shown["left_out"]] == [1, 2, 6]
    assert shown["counts"] == {"add": 1, "change": 0, "same": 1, "doubtful": 0, "refused": 1}
    assert shown["applied"] is False
    values = shown["rows"][1]["values"]
    assert values["name"] == "鈴木　一郎"
    assert values["kana"] == "すずき　いちろう"
    assert values["birth_date"] == "1955-01-05"
    assert values["address"] == "函館市末広町4-19"
    assert values["phone"] == "0138-00-0002"
    report = carry_out(known, found)
    done = as_json(found, report)
    assert done["applied"] is True
    assert [row["key"] for row in done["rows"]] == [row.record for row in report.rows]
    assert done["rows"][0]["key"] is not None
    assert done["rows"][2]["key"] is None


def test_that_the_report_names_every_row_in_order(known: Store, xlsx: Make) -> None:
    found = planned(known, xlsx([["名簿"], HEAD, HANAKO, ICHIRO, ["合計", "2"]]))
    lines = list(as_list(found, carry_out(known, found)))
    assert [line[0] for line in lines] == [1, 2, 3, 4, 5]
    assert all(len(line) == len(HEADINGS) for line in lines)
    assert lines[3][4] == "追加しました"


def test_that_a_decision_sees_the_row(known: Store, xlsx: Make) -> None:
    seen: list[PlannedRow] = []

    class Asking:
        def decide(self, row: PlannedRow) -> Decision:
            seen.append(row)
            return Decision.LEAVE

    found = planned(known, xlsx([HEAD, ["佐藤　花子", *[""] * 5], ICHIRO]))
    known.do("取り込み", apply, found, Asking())
    assert [row.row for row in seen] == [2]
    assert seen[0].record is not None
