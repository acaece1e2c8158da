"""An office of invented resources in the invented city of the tests."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from app.local_resources import commands
from app.local_resources.geo_file import read_map_file
from app.local_resources.local_resource import LocalResourceDraft, View
from app.office import commands as office
from app.office.masters import DistrictDraft, TownDraft
from app.office.settings import OfficeSettings
from app.storage.store import Store
from tests.local_resources.geography import DISTRICTS, boundaries, middle, town_name, towns

TODAY = date(2026, 4, 1)
KINDS = (
    "介護者支援", "家事援助", "交流サロン", "外出支援", "配食＋見守り", "見守り・安否確認",
    "通いの場（体操・介護予防）", "認知症カフェ", "居場所・多世代", "買い物・移動販売", "除雪",
    "趣味・サークル", "学び・教室", "相談窓口", "会場・貸しスペース", "企業の取組", "お宝",
    "その他",
)  # fmt: skip
_NAMES = ("みほんサロン", "ふれあい食堂", "いきいき体操の会", "買い物バス", "雪かき隊", "茶の間")


def furnish(store: Store) -> None:
    """Give an office its districts, one town each, and the kinds of resources."""
    store.do("設定", office.change_settings, OfficeSettings(
        office_name="みほん生活支援事務所", office_phone="0138-00-0000", city="函館市",
    ))  # fmt: skip
    for place, name in enumerate(DISTRICTS):
        store.do("圏域", office.add_district, DistrictDraft(name))
        store.do("町名", office.assign_towns, [TownDraft(town_name(place), "", name)])
    store.do("区分", commands.seed_resource_kinds, KINDS)


def import_land(store: Store, folder: Path) -> None:
    """Import the boundaries, and where towns lie."""
    store.do("境界", commands.import_map, read_map_file(boundaries(folder)))
    store.do("町", commands.import_map, read_map_file(towns(folder)))


def add_resources(store: Store, count: int, *, placed: bool = True, seed: int = 1) -> None:
    """Add resources all over the city; some lie at their town only, one nowhere, two together."""
    chance = random.Random(seed)
    drafts = []
    for number in range(count):
        place = number % len(DISTRICTS)
        latitude, longitude = middle(place)
        exact = placed and number % 7 != 3
        if number % 10 != 1 or number < 20:
            latitude += chance.uniform(-0.009, 0.009)
            longitude += chance.uniform(-0.009, 0.009)
        drafts.append(
            LocalResourceDraft(
                name=f"{town_name(place)}{_NAMES[number % len(_NAMES)]}{number}",
                kind_id=1 + number * 5 % len(KINDS) if number else None,
                address_town=town_name(place) if number != 5 else "知らない町",
                address_number="1-2",
                latitude=round(latitude, 6) if exact else None,
                longitude=round(longitude, 6) if exact else None,
                view=tuple(View)[number % 3],
                public_consent_on=TODAY,
            )
        )
    store.do("追加", commands.add_resources, drafts)
