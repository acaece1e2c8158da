"""Lists of organisations: matched, updated, added, published again, and undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.contacts import commands as contacts
from app.contacts import queries
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.importing.apply import Chosen, Decision, Report, apply
from app.importing.check import check
from app.importing.mapping import guess
from app.importing.plan import Fate, Plan, plan
from app.importing.read import read_list
from app.importing.report import as_json
from app.kernel.errors import Refusal
from app.storage.store import Store
from app.training.course import CourseId

TODAY = date(2026, 11, 20)
Make = Callable[..., Path]
HEAD = ["名称", "名称カナ", "所在地", "電話番号", "代表者", "種別", "備考"]
HALL = ["社会福祉法人　みなと会", "ミナトカイ", "〒040-0053 函館市末広町4-19 港ビル2階",
        "0138-00-1001", "理事長　港 太郎", "町会", "第二月曜休み"]  # fmt: skip
CLUB = ["みはら会", "", "函館市美原1丁目2-3", "0138-00-1002", "", "同好会", ""]


def planned(store: Store, path: Path) -> Plan:
    table = read_list(path, subject=Subject.ORGANISATION)
    return store.ask(plan, check(table, guess(table), TODAY), TODAY)


def fates(found: Plan) -> list[Fate]:
    return [row.fate for row in found.rows]


def carry_out(store: Store, found: Plan) -> Report:
    return store.do("取り込み", apply, found, Chosen()).result


def stored(store: Store) -> list[OrganisationDraft]:
    keys = store.ask(queries.OrganisationListing().keys)
    drafts = store.ask(queries.organisation_drafts, [OrganisationId(key) for key in keys])
    return [drafts[OrganisationId(key)] for key in keys]


def with_cell(row: list[str], column: str, value: str) -> list[str]:
    return [value if name == column else cell for name, cell in zip(HEAD, row, strict=True)]


def test_that_a_row_fills_every_field_of_an_organisation(store: Store, xlsx: Make) -> None:
    kind = store.do("追加", contacts.add_organisation_kind, "町会").result
    found = planned(store, xlsx([HEAD, HALL, CLUB]))
    assert fates(found) == [Fate.ADD, Fate.ADD]
    carry_out(store, found)
    hall, club = stored(store)
    assert (hall.name, hall.kana, hall.legal_form) == (
        "社会福祉法人　みなと会", "みなとかい", "社会福祉法人",
    )  # fmt: skip
    assert (hall.postal_code, hall.address_town) == ("040-0053", "函館市末広町")
    assert (hall.address_number, hall.address_building) == ("4-19", "港ビル2階")
    assert (hall.representative_title, hall.representative_name) == ("理事長", "港 太郎")
    assert (hall.kind_id, club.kind_id) == (kind, None)
    assert club.note == "種別（元の記載）: 同好会"


def test_that_the_list_again_changes_nothing_and_undo_takes_all_back(
    store: Store, xlsx: Make
) -> None:
    path = xlsx([HEAD, HALL, CLUB])
    carry_out(store, planned(store, path))
    again = planned(store, path)
    assert fates(again) == [Fate.SAME, Fate.SAME]
    store.undo()
    assert stored(store) == []


def test_that_a_corrected_list_changes_only_what_was_corrected(store: Store, xlsx: Make) -> None:
    carry_out(store, planned(store, xlsx([HEAD, HALL, CLUB])))
    before = {draft.name: draft for draft in stored(store)}
    found = planned(store, xlsx([HEAD, with_cell(HALL, "電話番号", "0138-00-9999"), CLUB]))
    assert fates(found) == [Fate.CHANGE, Fate.SAME]
    (change,) = found.rows[0].changes
    assert (change.label, change.old, change.new) == ("電話", "0138-00-1001", "0138-00-9999")
    carry_out(store, found)
    after = {draft.name: draft for draft in stored(store)}
    assert after[CLUB[0]] == before[CLUB[0]]
    assert after[HALL[0]].phone == "0138-00-9999"
    assert after[HALL[0]].note == before[HALL[0]].note


@pytest.mark.parametrize("name", ["みなと会", "（福）みなと会", "社会福祉法人みなと 会"])
def test_that_a_legal_form_does_not_make_another(store: Store, xlsx: Make, name: str) -> None:
    carry_out(store, planned(store, xlsx([HEAD, HALL])))
    found = planned(store, xlsx([HEAD, with_cell(HALL, "名称", name)]))
    assert fates(found) == [Fate.SAME]
    assert carry_out(store, found).rows[0].record is not None
    assert [draft.name for draft in stored(store)] == [HALL[0]]


def test_that_one_name_in_two_places_is_two(store: Store, xlsx: Make) -> None:
    there = with_cell(with_cell(HALL, "電話番号", "0138-00-7777"), "所在地", "函館市湯川町1-1-1")
    found = planned(store, xlsx([HEAD, HALL, there]))
    assert fates(found) == [Fate.ADD, Fate.ADD]
    carry_out(store, found)
    assert fates(planned(store, xlsx([HEAD, there, HALL]))) == [Fate.SAME, Fate.SAME]


def test_that_what_is_unclear_is_asked(store: Store, xlsx: Make) -> None:
    draft = OrganisationDraft(name="みはら会", address_town="函館市美原", address_number="9-9")
    store.do("追加", contacts.add_organisation, draft)
    nameless = with_cell(HALL, "名称", "")
    found = planned(store, xlsx([HEAD, with_cell(CLUB, "電話番号", ""), HALL, HALL, nameless]))
    assert fates(found) == [Fate.DOUBTFUL, Fate.ADD, Fate.DOUBTFUL, Fate.REFUSED]
    assert "番地が違います" in found.rows[0].reasons[0]
    assert "この一覧の3行目と同じ団体です" in found.rows[2].reasons[0]
    assert found.rows[3].reasons == ("団体の名前がありません",)


def test_that_a_corrected_name_is_asked_about_and_taken(store: Store, xlsx: Make) -> None:
    carry_out(store, planned(store, xlsx([HEAD, with_cell(CLUB, "名称", "みわら会")])))
    found = planned(store, xlsx([HEAD, CLUB]))
    assert fates(found) == [Fate.DOUBTFUL]
    assert "名前の少し違う団体" in found.rows[0].reasons[0]
    store.do("取り込み", apply, found, Chosen(otherwise=Decision.UPDATE))
    assert [draft.name for draft in stored(store)] == ["みはら会"]
    both = planned(store, xlsx([HEAD, CLUB, with_cell(CLUB, "名称", "みわら会")]))
    assert fates(both) == [Fate.SAME, Fate.ADD]  # neighbours under one roof are two


def test_that_who_runs_it_now_takes_the_place_of_who_did(store: Store, xlsx: Make) -> None:
    head = [*HEAD, "法人名"]
    carry_out(store, planned(store, xlsx([head, [*HALL, "北法人"]])))
    carry_out(store, planned(store, xlsx([head, [*HALL, "南法人"]])))
    lines = stored(store)[0].note.splitlines()
    assert [line for line in lines if "法人" in line] == ["運営法人: 南法人"]


def test_that_a_word_for_a_kind_finds_it(store: Store, xlsx: Make) -> None:
    kind = store.do("追加", contacts.add_organisation_kind, "医療機関・薬局").result
    found = planned(store, xlsx([HEAD, with_cell(CLUB, "種別", "無床診療所")]))
    assert found.rows[0].draft.kind_id == kind
    assert "「医療機関・薬局」とし" in found.rows[0].reasons[0]


def test_that_the_json_names_every_row_once(store: Store, xlsx: Make) -> None:
    found = planned(store, xlsx([["団体の一覧"], HEAD, HALL, CLUB]))
    told: dict[str, Any] = as_json(found, carry_out(store, found))
    assert [row["row"] for row in told["rows"]] == [3, 4]
    assert [row["row"] for row in told["left_out"]] == [1, 2]
    values = told["rows"][0]["values"]
    assert values["name"] == "社会福祉法人　みなと会"
    assert values["address"] == "函館市末広町4-19　港ビル2階"
    assert all(row["key"] for row in told["rows"])


def test_that_organisations_cannot_apply_for_a_course(store: Store, xlsx: Make) -> None:
    found = planned(store, xlsx([HEAD, HALL]))
    with pytest.raises(Refusal, match="団体は研修に申し込めません"):
        store.do("取り込み", apply, found, Chosen(), CourseId(1))


def test_that_the_heading_row_can_be_said(xlsx: Make) -> None:
    path = xlsx([["あ", "い"], ["みなと会", "函館市末広町4-19"]])
    assert read_list(path, header_row=1).headings == ("あ", "い")
    with pytest.raises(Refusal, match="9行目には見出し"):
        read_list(path, header_row=9)
