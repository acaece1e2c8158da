"""Settings, masters and the record of exports, in a real office file."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.kernel.errors import Refusal
from app.office import commands, queries
from app.office.exports import Export
from app.office.masters import DistrictDraft, TownDraft
from app.office.settings import OfficeSettings, Punctuation
from app.storage.store import Store
from app.wiring import default_masters

DISTRICTS, _ = default_masters()

TOWNS = (
    TownDraft("末広町", "すえひろちょう", "西部"),
    TownDraft("美原", "みはら", "北東部第2"),
    TownDraft("赤川", "あかがわ", "北東部第3"),
    TownDraft("赤川町", "あかがわちょう", "北部"),
    TownDraft("元町", "もとまち"),
)


@pytest.fixture
def seeded(store: Store) -> Store:
    store.do("初期設定", commands.seed_masters, DISTRICTS, TOWNS)
    return store


def test_that_a_new_office_has_the_defaults(store: Store) -> None:
    assert store.ask(queries.settings) == OfficeSettings()


def test_that_settings_are_kept_and_undone(store: Store) -> None:
    wanted = OfficeSettings(
        office_name="はこだて支えあい室", punctuation=Punctuation.TOUTEN, coordinator=" 山田 "
    )
    store.do("設定の変更", commands.change_settings, wanted)
    assert store.ask(queries.settings) == replace(wanted, coordinator="山田")
    store.undo()
    assert store.ask(queries.settings) == OfficeSettings()


def test_that_a_setting_can_go_back_to_its_default(store: Store) -> None:
    store.do("設定の変更", commands.change_settings, OfficeSettings(city="北斗市"))
    store.do("設定の変更", commands.change_settings, OfficeSettings())
    assert store.ask(queries.settings).city == "函館市"


def test_that_unchanged_settings_are_no_step_of_undo(store: Store) -> None:
    store.do("設定の変更", commands.change_settings, OfficeSettings(city="北斗市"))
    done = store.do("設定の変更", commands.change_settings, OfficeSettings(city="北斗市"))
    assert done.operation is None


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        (OfficeSettings(area_code="138"), "area_code"),
        (OfficeSettings(city=" "), "city"),
        (OfficeSettings(date_style="きょう"), "date_style"),
    ],
)
def test_that_wrong_settings_are_refused_by_field(
    store: Store, settings: OfficeSettings, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        store.do("設定の変更", commands.change_settings, settings)
    assert field in refused.value.fields


def test_that_the_towns_district_is_found_in_an_address(seeded: Store) -> None:
    names = {row.id: row.name for row in seeded.ask(queries.districts)}

    def district(address: str) -> str | None:
        found = seeded.ask(queries.district_of_town, address)
        return None if found is None else names[found]

    assert district("末広町４番１９号") == "西部"
    assert district("北海道函館市美原１丁目26-8") == "北東部第2"
    assert district("函館市美原一丁目") == "北東部第2"
    assert district("赤川町１２３") == "北部"
    assert district("赤川1丁目") == "北東部第3"
    assert district("元町1-1") is None
    assert district("美原団地") is None
    assert district("") is None


def test_that_towns_are_imported_with_a_reason_for_each_refused(seeded: Store) -> None:
    towns = [
        TownDraft("末広町", "", "中央部第1"),
        TownDraft("美原"),
        TownDraft("若松町", "わかまつちょう", "中央部第1"),
        TownDraft("海上", "", "ない圏域"),
        TownDraft(" "),
    ]
    done = seeded.do("町名の取り込み", commands.assign_towns, towns).result
    assert (done.added, done.changed, done.same) == (("若松町",), ("末広町",), ("美原",))
    assert [town for town, _ in done.refused] == ["海上", ""]
    by_name = {row.name: row for row in seeded.ask(queries.towns)}
    assert by_name["末広町"].district == "中央部第1"
    assert by_name["末広町"].kana == "すえひろちょう"
    seeded.undo()
    assert {row.name: row for row in seeded.ask(queries.towns)}["末広町"].district == "西部"


def test_that_districts_are_edited_and_moved(seeded: Store) -> None:
    first = seeded.ask(queries.districts)[0]
    seeded.do("圏域の変更", commands.change_district, first.id, DistrictDraft("西部圏域", "あさひ"))
    seeded.do("圏域の並べ替え", commands.move_district, first.id, 10)
    districts = seeded.ask(queries.districts)
    assert districts[-1].name == "西部圏域"
    assert [row.position for row in districts] == list(range(1, 11))


def test_that_a_district_with_towns_is_not_removed(seeded: Store) -> None:
    by_name = {row.name: row.id for row in seeded.ask(queries.districts)}
    with pytest.raises(Refusal, match="1件の町名"):
        seeded.do("圏域の削除", commands.remove_district, by_name["西部"])
    seeded.do("圏域の削除", commands.remove_district, by_name["東央部第1"])
    assert len(seeded.ask(queries.districts)) == 9


def test_that_two_districts_never_have_one_name(seeded: Store) -> None:
    with pytest.raises(Refusal) as refused:
        seeded.do("圏域の追加", commands.add_district, DistrictDraft("北部 "))
    assert "name" in refused.value.fields


def test_that_a_town_is_changed_and_removed(seeded: Store) -> None:
    town = next(row for row in seeded.ask(queries.towns) if row.name == "元町")
    seeded.do("町名の変更", commands.change_town, town.id, TownDraft("元町", "もとまち", "西部"))
    assert seeded.ask(queries.district_of_town, "元町1-1") is not None
    with pytest.raises(Refusal):
        seeded.do("町名の変更", commands.change_town, town.id, TownDraft("美原"))
    seeded.do("町名の削除", commands.remove_town, town.id)
    assert "元町" not in {row.name for row in seeded.ask(queries.towns)}


def test_that_what_left_the_office_is_listed_newest_first(store: Store) -> None:
    export = Export("trainee-roster", "受講者名簿", "pdf", 40, ("氏名", "電話"), "研修", "市")
    store.note("提供の記録", commands.record_export, export)
    second = replace(export, title="名札", people=3)
    store.note("提供の記録", commands.record_export, second)
    listing = queries.ExportListing()
    keys = store.ask(listing.keys)
    rows = store.ask(listing.rows, keys)
    assert [rows[key].export.title for key in keys] == ["名札", "受講者名簿"]
    assert rows[keys[1]].export == export
    assert rows[keys[1]].made_at == datetime(2026, 4, 1, 9)


def test_that_a_mapping_is_remembered_by_the_headings(store: Store) -> None:
    assert store.ask(queries.import_map, "abc") is None
    store.note("列の対応", commands.remember_import_map, "abc", {"氏名": "name"})
    store.note("列の対応", commands.remember_import_map, "abc", {"氏名": "name", "備考": "note"})
    assert store.ask(queries.import_map, "abc") == {"氏名": "name", "備考": "note"}
    assert store.ask(queries.settings) == OfficeSettings()
