"""Resources: stored with what is derived, listed, confirmed, and shown to whom they may be."""

from __future__ import annotations

from datetime import date, time

import pytest

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft
from app.kernel.errors import Refusal
from app.local_resources import commands, queries
from app.local_resources.local_resource import (
    ConfirmationDraft,
    ConfirmationResult,
    LocalResourceDraft,
    LocalResourceId,
    ResourceStatus,
    View,
)
from app.local_resources.opening import Opening
from app.office import commands as office
from app.office.masters import DistrictDraft, TownDraft
from app.storage.store import Store

TODAY = date(2026, 4, 1)
WEDNESDAYS = Opening((2,), (2, 4), (), time(10), time(12))


def _draft(**values: object) -> LocalResourceDraft:
    standard = {"name": "みほんサロン", "kana": "みほんさろん", "opening": "第2・4水曜 10時～12時"}
    return LocalResourceDraft(**{**standard, **values})  # type: ignore[arg-type]


def _add(store: Store, **values: object) -> LocalResourceId:
    return store.do("社会資源を追加", commands.add_resource, _draft(**values)).result


def test_that_a_resource_is_stored_with_its_district_and_the_days_its_words_tell(
    store: Store,
) -> None:
    district = store.do("圏域", office.add_district, DistrictDraft("北部")).result
    store.do("町名", office.assign_towns, [TownDraft("松川町", "まつかわちょう", "北部")])
    key = _add(
        store,
        address_town="松川町",
        address_number="1-2",
        public_phone="０１３８ー００－００００",
    )

    card = store.ask(queries.resource_card, key, TODAY)

    assert (card.draft.district_id, card.district) == (district, "北部")
    assert card.openings == (WEDNESDAYS,)
    assert card.draft.public_phone == "0138-00-0000"
    assert card.stale
    assert card.confirmed == "未確認"
    assert store.ask(queries.ResourceListing(text="ﾐﾎﾝ 松川").keys) == [key]


def test_that_days_follow_new_words_and_days_set_by_hand_keep_words_of_their_own(
    store: Store,
) -> None:
    key = _add(store)
    store.do("変更", commands.change_resource, key, _draft(opening="毎週金曜 13:30～15:30"))
    assert store.ask(queries.openings_of, [key])[key][0].weekdays == (4,)

    store.do("変更", commands.change_resource, key, _draft(opening="不定期"))
    assert store.ask(queries.openings_of, [key]) == {}

    store.do("開催日", commands.set_openings, key, [WEDNESDAYS], text="水曜に月2回ほど")
    store.do("変更", commands.change_resource, key, _draft(opening="水曜に月2回くらい"))
    assert store.ask(queries.openings_of, [key])[key] == (WEDNESDAYS,)

    store.do("開催日", commands.set_openings, key, [WEDNESDAYS])
    card = store.ask(queries.resource_card, key, TODAY)
    assert card.draft.opening == "第2・4水曜 10:00～12:00"
    before = store.history()
    store.undo()
    assert store.ask(queries.resource_card, key, TODAY).draft.opening == "水曜に月2回くらい"
    assert len(store.history()) == len(before) + 1


def test_that_a_refusal_names_each_field(store: Store) -> None:
    wrong = _draft(name=" ", latitude=41.7, public_phone="あいう", capacity=-1)
    with pytest.raises(Refusal) as refused:
        store.do("追加", commands.add_resource, wrong)
    assert set(refused.value.fields) == {"name", "longitude", "public_phone", "capacity"}
    with pytest.raises(Refusal, match="緯度は"):
        _add(store, latitude=141.0, longitude=41.7)
    with pytest.raises(Refusal, match="削除"):
        store.do("変更", commands.change_resource, LocalResourceId(99), _draft())


def test_that_the_round_of_calls_begins_with_what_was_never_confirmed(store: Store) -> None:
    never, fresh, old = (_add(store, name=f"みほん{number}") for number in range(3))
    ended = _add(store, name="終わった会", status=ResourceStatus.ENDED)
    for key, day in ((fresh, date(2025, 4, 1)), (old, date(2024, 5, 1))):
        store.do("確認", commands.confirm_resource, key, ConfirmationDraft(day, "担当"))
    unanswered = ConfirmationDraft(TODAY, "担当", result=ConfirmationResult.NO_ANSWER)
    store.do("確認", commands.confirm_resource, old, unanswered)

    calls = store.ask(queries.stale, TODAY)

    assert [one.row.id for one in calls] == [never, old]
    assert [len(one.attempts) for one in calls] == [0, 1]
    assert store.ask(queries.ResourceListing(stale_on=TODAY).keys) == [never, old]
    assert not store.ask(queries.resource_card, ended, TODAY).stale
    later = store.ask(queries.stale, date(2026, 4, 2))
    assert [one.row.id for one in later] == [never, old, fresh]


def test_that_a_confirmation_and_what_it_changed_are_one_step(store: Store) -> None:
    key = _add(store)
    asked = ConfirmationDraft(TODAY, "担当")
    store.do("確認", commands.confirm_resource, key, asked, _draft(fee="200円"))
    card = store.ask(queries.resource_card, key, TODAY)
    assert card.draft.fee == "200円"
    assert card.confirmed_on == TODAY
    assert card.confirmations[0].confirmation.result is ConfirmationResult.CHANGED

    store.do("確認を消す", commands.remove_confirmation, card.confirmations[0].id)
    assert store.ask(queries.resource_card, key, TODAY).confirmed_on is None
    store.undo()
    store.undo()
    card = store.ask(queries.resource_card, key, TODAY)
    assert (card.draft.fee, card.confirmed_on) == ("", None)
    with pytest.raises(Refusal, match="今日より後"):
        store.do("確認", commands.confirm_resource, key, ConfirmationDraft(date(2027, 1, 1)))


def test_that_lists_for_outside_hold_only_what_may_be_shown(store: Store) -> None:
    public = _add(
        store,
        name="あ公開",
        kana="",
        view=View.PUBLIC,
        public_phone="080-1000-0000",
        public_contact="世話人",
        internal_phone="0138-00-0001",
        representative="見本　花子",
        note="鍵は会長宅",
    )
    _add(store, name="い関係", kana="", view=View.PARTNERS)
    _add(store, name="う内部", kana="")
    assert store.ask(queries.resources_for_list, View.PUBLIC, TODAY) == ()
    assert store.ask(queries.without_publication_consent) == 1
    assert set(store.ask(queries.resource_card, public, TODAY).findings) == {
        "public_consent_on",
        "public_phone",
    }

    store.do("公開", commands.publish_resources, [public], consented_on=TODAY)

    (shown,) = store.ask(queries.resources_for_list, View.PUBLIC, TODAY)
    assert (shown.contact.line, shown.note) == ("世話人", "")
    partners = store.ask(queries.resources_for_list, View.PARTNERS, TODAY)
    assert [one.name for one in partners] == ["あ公開", "い関係"]
    assert partners[0].contact.line == "世話人　080-1000-0000"
    inside = store.ask(queries.resources_for_list, View.INTERNAL, TODAY)
    assert len(inside) == 3
    assert inside[0].contact.phone == "0138-00-0001"


def test_that_pauses_ends_and_winter_are_no_days_it_opens_on(store: Store) -> None:
    _add(store, winter_break="12～3月は休み", ended_on=date(2026, 5, 13))
    _add(store, status=ResourceStatus.PAUSED)
    spring = store.ask(queries.open_days_between, date(2026, 3, 1), date(2026, 5, 31))
    assert [one.on.day.isoformat() for one in spring] == [
        "2026-04-08",
        "2026-04-22",
        "2026-05-13",
    ]


def test_that_districts_follow_the_towns_except_where_fixed_by_hand(store: Store) -> None:
    west = store.do("圏域", office.add_district, DistrictDraft("西部")).result
    _add(store, address_town="松川町")
    fixed = _add(store, address_town="松川町", district_id=west, district_fixed=True)
    store.do("圏域", office.add_district, DistrictDraft("北部"))
    store.do("町名", office.assign_towns, [TownDraft("松川町", "", "北部")])
    assert store.do("圏域", commands.refresh_resource_districts).result == 1
    assert store.ask(queries.resource_card, fixed, TODAY).district == "西部"


def test_that_resources_of_an_organisation_follow_when_it_is_renamed_or_binned(
    store: Store,
) -> None:
    body = OrganisationDraft(name="みほん町会")
    organisation = store.do("団体", contacts.add_organisation, body).result
    key = _add(store, organisation_id=organisation)
    (row,) = store.ask(queries.resources_of, organisation)
    assert (row.id, row.organisation) == (key, "みほん町会")
    store.do("ごみ箱", commands.bin_resource, key)
    assert store.ask(queries.resources_of, organisation) == ()
    assert store.ask(queries.ResourceListing(binned=True).keys) == [key]
    store.do("戻す", commands.restore_resource, key)
    assert store.ask(queries.resources_of, organisation)[0].id == key
