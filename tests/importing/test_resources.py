"""Lists of places of activity: matched by name and place, added, updated, and undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from app.contacts import commands as contacts
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft
from app.importing import mapping as mappings
from app.importing.apply import Chosen, Decision, apply
from app.importing.check import check
from app.importing.plan import Fate, Plan, plan
from app.importing.read import read_list
from app.importing.report import as_json
from app.kernel.errors import Refusal
from app.local_resources import commands, queries
from app.local_resources.local_resource import LocalResourceDraft, LocalResourceId, View
from app.local_resources.opening import Opening
from app.storage.store import Store

TODAY = date(2026, 11, 20)
Make = Callable[..., Path]
HEAD = [
    "名称", "名称_カナ", "所在地", "電話番号", "開催日", "会場", "緯度", "経度", "分類", "実施主体",
    "定員", "備考",
]  # fmt: skip
SALON = [
    "みほんサロン", "ミホンサロン", "函館市桔梗1丁目2-3", "0138-00-1001",
    "第2・第4水曜日 10時～12時", "みほん会館", "41.85", "140.71", "交流サロン",
    "みほん町会", "２０名", "上履き",
]  # fmt: skip
CAFE = ["おしゃべりカフェ", "", "函館市末広町4-19", "", "不定期", "", "", "", "喫茶", "港の会",
        "若干名", ""]  # fmt: skip


def planned(store: Store, path: Path) -> Plan:
    table = read_list(path, subject=Subject.RESOURCE)
    return store.ask(plan, check(table, mappings.guess(table), TODAY), TODAY)


def fates(found: Plan) -> list[Fate]:
    return [row.fate for row in found.rows]


def stored(store: Store) -> list[LocalResourceDraft]:
    keys = [LocalResourceId(key) for key in store.ask(queries.ResourceListing().keys)]
    drafts = store.ask(queries.resource_drafts, keys)
    return [drafts[key] for key in keys]


def with_cell(row: list[str], column: str, value: str) -> list[str]:
    return [value if name == column else cell for name, cell in zip(HEAD, row, strict=True)]


def test_that_a_row_fills_every_field_and_what_fits_none_is_noted(store: Store, xlsx: Make) -> None:
    kind = store.do("区分", commands.add_resource_kind, "交流サロン").result
    body = OrganisationDraft(name="みほん町会")
    organisation = store.do("団体", contacts.add_organisation, body).result
    found = planned(store, xlsx([HEAD, SALON, CAFE]))
    assert fates(found) == [Fate.ADD, Fate.ADD]
    store.do("取り込み", apply, found, Chosen())
    cafe, salon = sorted(stored(store), key=lambda one: one.name)
    assert (salon.name, salon.kana, salon.venue) == ("みほんサロン", "みほんさろん", "みほん会館")
    assert (salon.address_town, salon.address_number) == ("函館市桔梗", "1丁目2-3")
    assert (salon.latitude, salon.longitude, salon.capacity) == (41.85, 140.71, 20)
    assert (salon.kind_id, salon.organisation_id) == (kind, organisation)
    assert (salon.view, salon.internal_phone, salon.public_phone) == (
        View.INTERNAL, "0138-00-1001", "",
    )  # fmt: skip
    key = LocalResourceId(store.ask(queries.ResourceListing(text="みほん").keys)[0])
    days = (Opening((2,), (2, 4), (), time(10), time(12)),)
    assert store.ask(queries.openings_of, [key])[key] == days
    assert cafe.note.splitlines() == [
        "定員（元の記載）: 若干名", "区分（元の記載）: 喫茶", "主体（元の記載）: 港の会",
    ]  # fmt: skip


def test_that_the_list_again_changes_nothing_and_a_new_one_updates(
    store: Store, xlsx: Make
) -> None:
    path = xlsx([HEAD, SALON, CAFE])
    store.do("取り込み", apply, planned(store, path), Chosen())
    assert fates(planned(store, path)) == [Fate.SAME, Fate.SAME]
    (key,) = store.ask(queries.ResourceListing(text="みほん").keys)
    store.do("公開", commands.publish_resources, [LocalResourceId(key)], consented_on=TODAY)
    newer = with_cell(with_cell(SALON, "開催日", "毎週金曜 13:30～15:00"), "備考", "駐車場なし")
    found = planned(store, xlsx([HEAD, newer, CAFE]))
    assert fates(found) == [Fate.CHANGE, Fate.SAME]
    assert [change.label for change in found.rows[0].changes] == ["開催日時", "備考"]
    store.do("取り込み", apply, found, Chosen())
    card = store.ask(queries.resource_card, LocalResourceId(key), TODAY)
    assert card.openings[0].weekdays == (4,)
    assert card.draft.note.startswith("上履き\n")
    assert card.draft.note.endswith("\n駐車場なし")
    assert card.draft.view is View.PUBLIC
    store.undo()
    assert store.ask(queries.resource_card, LocalResourceId(key), TODAY).openings[0].weeks == (2, 4)


def test_that_one_name_in_two_places_is_two_and_another_number_is_asked(
    store: Store, xlsx: Make
) -> None:
    store.do("取り込み", apply, planned(store, xlsx([HEAD, SALON])), Chosen())
    elsewhere = with_cell(with_cell(SALON, "所在地", "函館市湯川町1-1"), "電話番号", "0138-00-9")
    moved = with_cell(with_cell(SALON, "所在地", "函館市桔梗5丁目1"), "電話番号", "")
    found = planned(store, xlsx([HEAD, elsewhere, moved]))
    assert fates(found)[1] is Fate.DOUBTFUL
    assert "社会資源" in found.rows[1].reasons[0]
    (key,) = store.ask(queries.ResourceListing().keys)
    store.do("ごみ箱", commands.bin_resource, LocalResourceId(key))
    again = planned(store, xlsx([HEAD, SALON]))
    assert (fates(again), again.rows[0].binned) == ([Fate.DOUBTFUL], True)
    store.do("取り込み", apply, again, Chosen(otherwise=Decision.UPDATE))
    assert store.ask(queries.ResourceListing().keys) == [key]


def test_that_municipal_columns_become_opening_days(store: Store, xlsx: Make) -> None:
    head = ["名称", "住所", "緯度経度", "経度", "利用可能曜日", "開始時間", "終了時間",
            "利用可能日時特記事項"]  # fmt: skip
    row = ["みほん会館", "函館市桔梗1-1", "", "", "月火水木金", "9:00", "17:00",
           "年末年始（12/29～1/3）は休み。"]  # fmt: skip
    found = planned(store, xlsx([head, row]))
    store.do("取り込み", apply, found, Chosen())
    (draft,) = stored(store)
    assert draft.opening == "毎週月～金曜 09:00～17:00（年末年始〔12/29～1/3〕は休み）"
    values = as_json(found)["rows"][0]["values"]
    assert (values["opening"], values["own"]) == (draft.opening, {})


@pytest.mark.parametrize("written", ["北緯41度", "999,140", "41.8"])
def test_that_a_place_that_is_none_is_kept_in_the_note(
    store: Store, xlsx: Make, written: str
) -> None:
    found = planned(store, xlsx([["名称", "緯度"], ["みほん会館", written]]))
    (row,) = found.rows
    assert (row.draft.latitude, row.draft.longitude) == (None, None)
    assert written in row.draft.note


def test_that_own_fields_and_lists_without_names_are_refused(store: Store, xlsx: Make) -> None:
    table = read_list(xlsx([HEAD, SALON]), subject=Subject.RESOURCE)
    with pytest.raises(Refusal, match="独自項目"):
        mappings.named(table, {"名称": "resource", "備考": "own:持ち物"})
    with pytest.raises(Refusal, match="名称の列"):
        planned(store, xlsx([["電話番号", "緯度"], ["0138-00-0000", "41"]]))
