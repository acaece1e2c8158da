"""地域資源マップ (section 3.13): numbered pins and their key, drawn from what the office imported.

Who sees what, and under which number, is as in the list of resources for the same readers.
Without a single position there is a tile for each district instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from app.local_resources import queries as local_resources
from app.local_resources.local_resource import View
from app.local_resources.map_area import MapAreaRow, Position, TownPosition
from app.local_resources.resource_card import ListedResource
from app.office import queries as office
from app.office.towns import TownFinder, TownPlace
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields
from app.reporting.map_book import MapBook, Words
from app.reporting.map_entry import MapEntry, Mark, Placing, mark_of
from app.reporting.map_ground import ring_middle
from app.reporting.map_land import Land, land_of
from app.reporting.map_tiles import tiles_drawn
from app.reporting.resource_choice import EDITIONS
from app.reporting.resource_list import OUTSIDE, dated, left_out, whereabouts

COLUMNS = ("名称", "区分", "町名")
_INSIDE = "{day}現在。外へ出さないでください。"
_ABOUT = "＊は町のおおよその位置です。"
_NO_KIND = "区分なし"


def make(session: Session, request: Request) -> Content:
    """Return the map for the readers that were asked for."""
    view = request.resources.view
    kinds = local_resources.resource_kinds(session)
    marks = {kind.name: mark_of(place) for place, kind in enumerate(kinds)}
    entries, land = _gathered(session, request, marks)
    fields = {
        **office_fields(session, request.today),
        "用途": EDITIONS[view],
        "注記": _note(session, request, entries),
        "件数": len(entries),
        "位置未登録": sum(one.position is None for one in entries),
    }
    explained = [*marks.items(), (_NO_KIND, mark_of(None))]
    words = _words(fields, inside=view is View.INTERNAL)
    paper = request.resources.paper
    if any(one.position is not None for one in entries):
        drawn = MapBook(land, words, paper, explained).drawn(entries)
    else:
        drawn = tiles_drawn(entries, _districts(session, request), words, paper, explained)
    return Content(
        title=words.title,
        fields=fields,
        lists={
            "資源": [_line(one) for one in entries],
            "圏域": _by_district(entries),
            "区分": _by_kind(entries, explained),
        },
        form="resource-map.xlsx",
        main_list="資源",
        columns=COLUMNS,
        drawn=drawn,
        remarks=(*left_out(session, view), *_unplaced(entries)),
    )


def _gathered(
    session: Session, request: Request, marks: Mapping[str, Mark]
) -> tuple[list[MapEntry], Land]:
    """Return the resources in the order of their list, and the land they lie on."""
    choice = request.resources
    found = local_resources.resources_for_list(
        session, choice.view, request.today, district_id=choice.district, kind_id=choice.kind
    )
    areas = local_resources.map_areas(session)
    towns = _towns(session, areas)
    positions = [place for one in found if (place := _own(one))]
    land = land_of(areas, _with_districts(session), positions)
    return [
        _entry(number, one, land, towns, marks) for number, one in enumerate(found, start=1)
    ], land


def _note(session: Session, request: Request, entries: Sequence[MapEntry]) -> str:
    inside = request.resources.view is View.INTERNAL
    note = dated(session, request, _INSIDE if inside else OUTSIDE)
    return note + (_ABOUT if any(one.placing is Placing.TOWN for one in entries) else "")


def _words(fields: Mapping[str, Any], *, inside: bool) -> Words:
    return Words(
        f"地域資源マップ（{fields['用途']}）",
        fields["注記"],
        "取扱注意" if inside else "",
        "　".join(str(fields[name]) for name in ("事務所名", "事務所電話") if fields[name]),
    )


def _own(one: ListedResource) -> Position | None:
    if one.latitude is None or one.longitude is None:
        return None
    return one.longitude, one.latitude


def _entry(
    number: int,
    one: ListedResource,
    land: Land,
    towns: tuple[TownFinder, Mapping[str, Position]],
    marks: Mapping[str, Mark],
) -> MapEntry:
    position, placing = _own(one), Placing.EXACT
    if position is None:
        town = towns[0].find(one.address or one.town)
        position = None if town is None else towns[1][town.name]
        placing = Placing.UNKNOWN if town is None else Placing.TOWN
    if position is not None and not land.holds(position):
        position, placing = None, Placing.OUTSIDE
    return MapEntry(
        number,
        one.name,
        one.kind,
        one.town,
        whereabouts(one),
        None if one.city_wide else one.district_id,
        marks.get(one.kind, mark_of(None)),
        placing,
        position,
    )


def _towns(
    session: Session, areas: Sequence[MapAreaRow]
) -> tuple[TownFinder, Mapping[str, Position]]:
    """Return what finds the town of an address, and where each lies.

    A town the office imported no position of is looked for among the boundaries; a district is
    too large to stand in for a place.
    """
    districts = {row.name for row in office.districts(session)}
    known: dict[str, Position] = {}
    for area in areas:
        if area.name and area.rings and area.name.removesuffix("圏域") not in districts:
            at, size = max((ring_middle(ring) for ring in area.rings), key=lambda found: found[1])
            if size:
                known[area.name] = at
    for town in local_resources.map_points(session):
        known[town.name] = (town.longitude, town.latitude)
    places = tuple(TownPlace(name, None) for name in known)
    return TownFinder(places, office.settings(session).city), known


def _with_districts(session: Session) -> list[tuple[TownPosition, int | None]]:
    finder = office.town_finder(session)
    return [(town, finder.district(town.name)) for town in local_resources.map_points(session)]


def _districts(session: Session, request: Request) -> list[str]:
    """Return the districts that have a tile even where there is nothing in them."""
    wanted = request.resources.district
    return [row.name for row in office.districts(session) if wanted in {None, row.id}]


def _line(one: MapEntry) -> dict[str, Any]:
    return {
        "No": one.number,
        "圏域": one.group,
        "名称": one.name,
        "区分": one.kind,
        "町名": one.town,
        "位置": one.placing.label,
        "緯度": None if one.position is None else one.position[1],
        "経度": None if one.position is None else one.position[0],
    }


def _by_district(entries: Sequence[MapEntry]) -> list[dict[str, Any]]:
    found = []
    for group, of in groupby(entries, key=lambda one: one.group):
        numbers = [one.number for one in of]
        found.append(
            {"圏域名": group, "件数": len(numbers), "最初": numbers[0], "最後": numbers[-1]}
        )
    return found


def _by_kind(
    entries: Sequence[MapEntry], kinds: Sequence[tuple[str, Mark]]
) -> list[dict[str, Any]]:
    counts = [(kind, sum(one.kind == kind for one in entries)) for kind, _ in kinds]
    counts[-1] = (_NO_KIND, sum(not one.kind for one in entries))
    return [{"区分名": kind, "件数": count} for kind, count in counts if count]


def _unplaced(entries: Sequence[MapEntry]) -> Sequence[str]:
    """Say what has no pin, and how it gets one."""
    missing = [one for one in entries if one.position is None]
    if not missing:
        return ()
    if len(missing) == len(entries):
        return (
            "位置がまだないため、圏域ごとの枠に並べました。"
            "境界（GeoJSON）と町の位置（CSV）を取り込むか、社会資源に緯度と経度を"
            "入力すると、地図になります。",
        )
    return (f"位置が分からない{len(missing)}か所は、地図に印がありません。一覧に載せています。",)
