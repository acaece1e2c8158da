"""Organisations: what is stored of them, their list, their kinds, and the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.contacts import commands, queries
from app.contacts.organisation import OrganisationDraft, OrganisationId, OrganisationStatus
from app.contacts.queries import OrganisationListing
from app.kernel.errors import Refusal
from app.office import commands as office
from app.office import queries as office_queries
from app.office.masters import TownDraft
from app.storage.store import Store
from app.wiring import default_masters

DAY = date(2026, 4, 1)
ORGANISATIONS = (
    OrganisationDraft(
        "社会福祉法人みほん福祉会",
        kana="しゃかいふくしほうじんみほんふくしかい",
        representative_title="理事長",
        representative_name="見本　太郎",
        phone="0138-22-0001",
    ),
    OrganisationDraft("見本町会", "みほん町会", "ミホンチョウカイ", note="回覧板は月２回"),
    OrganisationDraft("㈱あおい商店", kana="あおいしょうてん", address_town="函館市美原"),
    OrganisationDraft("NPO法人 HAKODATE見本", kana="はこだてみほん"),
    OrganisationDraft("よみがなのない会"),
)


@pytest.fixture
def known(store: Store) -> Store:
    store.do("追加", commands.add_organisations, ORGANISATIONS)
    return store


def _names(store: Store, listing: OrganisationListing) -> list[str]:
    keys = store.ask(listing.keys)
    rows = store.ask(listing.rows, keys)
    return [rows[key].name for key in keys]


def _key(store: Store, name: str) -> OrganisationId:
    [key] = store.ask(OrganisationListing(name).keys)
    return OrganisationId(key)


def _draft(store: Store, key: OrganisationId) -> OrganisationDraft:
    return store.ask(queries.organisation_drafts, [key])[key]


def test_that_the_list_is_in_kana_order_without_the_legal_form(known: Store) -> None:
    assert _names(known, OrganisationListing()) == [
        "㈱あおい商店",
        "NPO法人 HAKODATE見本",
        "見本町会",
        "社会福祉法人みほん福祉会",
        "よみがなのない会",
    ]
    tabs = {tab.title: tab.people for tab in known.ask(OrganisationListing().tabs)}
    assert {title: count for title, count in tabs.items() if count} == {
        "あ": 1,
        "は": 1,
        "ま": 2,
        "ふりがな未入力": 1,
    }
    assert _names(known, OrganisationListing(tab="ま")) == ["見本町会", "社会福祉法人みほん福祉会"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("社会福祉法人みほん", "社会福祉法人みほん福祉会"),
        ("みほんふくし", "社会福祉法人みほん福祉会"),
        ("mihonfuku", "社会福祉法人みほん福祉会"),
        ("見本太郎", "社会福祉法人みほん福祉会"),
        ("22-0001", "社会福祉法人みほん福祉会"),
        ("hakodate", "NPO法人 HAKODATE見本"),
        ("特定非営利", "NPO法人 HAKODATE見本"),
        ("回覧板　2回", "見本町会"),
        ("美原", "㈱あおい商店"),
        ("(株)あおい", "㈱あおい商店"),
        ("株式会社", "㈱あおい商店"),
    ],
)
def test_that_search_finds_every_spelling(known: Store, text: str, name: str) -> None:
    assert _names(known, OrganisationListing(text)) == [name]


def test_that_what_is_typed_is_stored_in_one_spelling(store: Store) -> None:
    typed = OrganisationDraft(
        "　(福)みほんかい ",
        kana="ﾐﾎﾝｶｲ",
        phone="(22)0001",
        fax="０１３８ー２２ー０００２",
        postal_code="〒0408666",
        email="ｉｎｆｏ@example.jp",
    )
    stored = _draft(store, store.do("追加", commands.add_organisation, typed).result)
    assert (stored.name, stored.kana, stored.legal_form) == (
        "(福)みほんかい",
        "みほんかい",
        "社会福祉法人",
    )
    assert (stored.phone, stored.fax) == ("0138-22-0001", "0138-22-0002")
    assert (stored.postal_code, stored.email) == ("040-8666", "info@example.jp")


def test_that_every_wrong_field_has_its_sentence(store: Store) -> None:
    wrong = OrganisationDraft(" ", kana="漢字", phone="12", postal_code="1", email="@")
    with pytest.raises(Refusal) as refusal:
        store.do("追加", commands.add_organisation, wrong)
    assert set(refusal.value.fields) == {"name", "kana", "phone", "postal_code", "email"}


def test_that_a_legal_form_that_was_given_stays(store: Store) -> None:
    given = OrganisationDraft("見本サロン株式会社", legal_form="任意団体")
    assert _draft(store, store.do("追加", commands.add_organisation, given).result) == given


def test_that_the_district_follows_the_town_unless_it_is_fixed(store: Store) -> None:
    store.do("町名", office.seed_masters, *default_masters())
    districts = store.ask(office_queries.districts)
    town = next(one for one in store.ask(office_queries.towns) if one.district_id is None)
    there = OrganisationDraft("見本会", address_town=f"函館市{town.name}", address_number="1番")
    fixed = replace(there, district_id=districts[0].id, district_fixed=True)
    first, second = store.do("追加", commands.add_organisations, [there, fixed]).result
    assert _draft(store, first).district_id is None
    draft = TownDraft(town.name, town.kana, districts[1].name)
    store.do("町名", office.assign_towns, [draft])
    assert store.do("圏域", commands.refresh_districts).result == 1
    card = store.ask(queries.organisation_card, first, DAY)
    assert card.district == districts[1].name
    assert _draft(store, second).district_id == districts[0].id
    assert _names(store, OrganisationListing(district_id=districts[1].id)) == ["見本会"]


def test_that_the_bin_keeps_everything_and_gives_it_back(known: Store) -> None:
    key = _key(known, "見本町会")
    before = _draft(known, key)
    known.do("削除", commands.bin_organisation, key)
    assert "見本町会" not in _names(known, OrganisationListing())
    assert _names(known, OrganisationListing(binned=True)) == ["見本町会"]
    assert [one.id for one in known.ask(queries.known_organisations) if one.binned] == [key]
    known.do("戻す", commands.restore_organisation, key)
    assert "見本町会" in _names(known, OrganisationListing())
    assert _draft(known, key) == before


def test_that_a_change_is_found_and_undone_in_one_step(known: Store) -> None:
    key = _key(known, "見本町会")
    before = _draft(known, key)
    changed = replace(before, name="新見本町会", status=OrganisationStatus.PAUSED)
    known.do("変更", commands.change_organisation, key, changed)
    assert _names(known, OrganisationListing("新見本")) == ["新見本町会"]
    assert _names(known, OrganisationListing(status=OrganisationStatus.PAUSED)) == ["新見本町会"]
    known.undo()
    assert _draft(known, key) == before
    assert _names(known, OrganisationListing("新見本")) == []


def test_that_nothing_is_added_where_one_of_many_is_wrong(store: Store) -> None:
    with pytest.raises(Refusal):
        store.do("追加", commands.add_organisations, [ORGANISATIONS[0], OrganisationDraft()])
    assert _names(store, OrganisationListing()) == []


def test_that_a_kind_is_added_moved_renamed_and_retired(known: Store) -> None:
    known.do("種別", commands.seed_organisation_kinds, ["町会", "企業"])
    club = known.do("種別", commands.add_organisation_kind, "老人クラブ").result
    known.do("種別", commands.move_organisation_kind, club, 1)
    known.do("種別", commands.rename_organisation_kind, club, "高齢者クラブ")
    with pytest.raises(Refusal, match="すでにあります"):
        known.do("種別", commands.rename_organisation_kind, club, "町会")
    key = _key(known, "見本町会")
    known.do("変更", commands.change_organisation, key, replace(_draft(known, key), kind_id=club))
    with pytest.raises(Refusal, match="1件あるため削除できません"):
        known.do("種別", commands.remove_organisation_kind, club)
    known.do("種別", commands.retire_organisation_kind, club)
    kinds = known.ask(queries.organisation_kinds)
    assert [(one.name, one.retired, one.organisations) for one in kinds] == [
        ("高齢者クラブ", True, 1),
        ("町会", False, 0),
        ("企業", False, 0),
    ]
    assert _names(known, OrganisationListing(kind_id=club)) == ["見本町会"]
    assert known.ask(queries.organisations, [key])[0].kind == "高齢者クラブ"
    known.do("種別", commands.remove_organisation_kind, kinds[2].id)
    for _ in range(6):
        known.undo()
    assert [one.name for one in known.ask(queries.organisation_kinds)] == ["町会", "企業"]


def test_that_rows_of_many_pieces_come_in_order(store: Store) -> None:
    drafts = [
        OrganisationDraft(f"団体{number}", kana=f"{'あいうえお'[number % 5]}だんたい")
        for number in range(510)
    ]
    store.do("追加", commands.add_organisations, drafts)
    keys = store.ask(OrganisationListing().keys)
    assert [row.id for row in store.ask(queries.organisations, keys)] == list(keys)


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (OrganisationDraft("(福) みほん福祉会"), ["社会福祉法人みほん福祉会"]),
        (OrganisationDraft("未知", kana="ミホンチョウカイ"), ["見本町会"]),
        (OrganisationDraft("ミホン町会"), ["見本町会"]),
        (OrganisationDraft("株式会社"), []),
        (OrganisationDraft("美原"), []),
        (OrganisationDraft(), []),
    ],
)
def test_that_what_is_called_the_same_is_told(
    known: Store, draft: OrganisationDraft, found: list[str]
) -> None:
    rows = known.ask(queries.same_named_organisations, draft)
    assert [row.name for row in rows] == found
    for row in rows:
        assert known.ask(queries.same_named_organisations, draft, row.id) == ()
