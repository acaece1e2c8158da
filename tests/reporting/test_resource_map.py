"""地域資源マップ: pins and key agree, all on the paper, and readers see what is theirs."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.documents.figures import Figure, Outline, Sign
from app.documents.form.package import Package
from app.local_resources import commands, queries
from app.local_resources.geo_file import read_map_file
from app.local_resources.local_resource import LocalResourceDraft, View
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.map_drawing import MapView, drawn_map
from app.reporting.map_entry import MapEntry, Placing, mark_of
from app.reporting.map_land import land_of
from app.reporting.map_paper import papers
from app.reporting.produce import preview, produce
from app.reporting.resource_choice import ResourceChoice, ResourcePaper
from app.storage.store import Store
from tests.local_resources.geography import DISTRICTS, middle, towns
from tests.reporting.mapped_office import TODAY, add_resources, furnish, import_land

MAP = document(None, "resource-map")


def _made(store: Store, **choice: object) -> Content:
    chosen = ResourceChoice(**{"view": View.INTERNAL, **choice})  # type: ignore[arg-type]
    return store.ask(MAP.make, Request(TODAY, resources=chosen))


def _pins(drawn: bytes) -> list[list[int]]:
    """Return, by sheet, the numbers that stand in the signs of a map."""
    package = Package(drawn)
    found = []
    for part in package.parts:
        if part.startswith("xl/worksheets/sheet"):
            texts = [
                node.text or ""
                for drawing in package.related(part, "drawing")
                for node in package.tree(drawing).iter("{*}t")
            ]
            found.append([int(text) for text in texts if text.isdigit() and text != "0"])
    return found


def _key(drawn: bytes) -> list[list[int]]:
    """Return, by sheet, the numbers of the key."""
    return [
        [
            int(cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.value.isdigit()
        ]
        for sheet in load_workbook(io.BytesIO(drawn))
    ]


def test_that_pins_and_key_agree_on_one_sheet(store: Store, tmp_path: Path) -> None:
    furnish(store)
    import_land(store, tmp_path)
    add_resources(store, 30)
    content = _made(store)
    rows = content.lists["資源"]
    placed = [row["No"] for row in rows if row["緯度"] is not None]
    assert [row["No"] for row in rows] == list(range(1, 31))
    assert [sorted(sheet) for sheet in _pins(content.drawn)] == [placed]
    assert [sorted(sheet) for sheet in _key(content.drawn)] == [list(range(1, 31))]
    assert Counter(row["位置"] for row in rows) == {"登録した位置": 26, "町のおおよその位置": 4}
    assert "＊は町のおおよその位置です" in content.fields["注記"]
    assert sum(one["件数"] for one in content.lists["区分"]) == 30
    assert [one["最初"] for one in content.lists["圏域"]][:3] == [1, 4, 7]
    assert _made(store).drawn == content.drawn
    listed = store.ask(
        document(None, "resource-list").make,
        Request(TODAY, resources=ResourceChoice(View.INTERNAL)),
    ).lists["資源"]
    assert [row["名称"] for row in listed] == [row["名称"] for row in rows]


def test_that_many_have_an_overview_and_a_sheet_for_each_district(
    store: Store, tmp_path: Path
) -> None:
    furnish(store)
    import_land(store, tmp_path)
    add_resources(store, 150)
    content = _made(store, paper=ResourcePaper.A3)
    sheets = load_workbook(io.BytesIO(content.drawn)).sheetnames
    assert sheets == ["全体", *DISTRICTS, "圏域未定"]
    pins, key = _pins(content.drawn), _key(content.drawn)
    assert key[0] == [150]
    assert sorted(pins[0]) == list(range(1, 151))
    assert [sorted(sheet) for sheet in pins[1:]] == [sorted(sheet) for sheet in key[1:]]
    assert sorted(number for sheet in key[1:] for number in sheet) == list(range(1, 151))
    request = Request(TODAY, resources=ResourceChoice(View.INTERNAL, paper=ResourcePaper.A3))
    printed = preview(store, MAP, request)
    pdf = pypdfium2.PdfDocument(printed.pdf)
    assert len(pdf) == 12
    assert {round(max(page.get_size())) for page in pdf} == {1191}
    assert printed.made.missing == ()
    assert "取扱注意" in pdf[3].get_textpage().get_text_range()


def test_that_readers_outside_see_only_what_is_theirs(store: Store, tmp_path: Path) -> None:
    furnish(store)
    import_land(store, tmp_path)
    add_resources(store, 30)
    counts = {view: len(_made(store, view=view).lists["資源"]) for view in View}
    assert counts == {View.PUBLIC: 10, View.PARTNERS: 20, View.INTERNAL: 30}
    target = tmp_path / "マップ.pdf"
    produce(store, MAP, Request(TODAY), target)
    (page,) = pypdfium2.PdfDocument(target.read_bytes())
    text = page.get_textpage().get_text_range()
    assert "地域資源マップ（公開用）" in text
    assert "最新の状況は各団体へご確認ください" in text
    assert "取扱注意" not in text
    again = tmp_path / "もう一度.pdf"
    produce(store, MAP, Request(TODAY), again)
    assert again.read_bytes() == target.read_bytes()
    produce(store, MAP, Request(TODAY), tmp_path / "m.csv")
    lines = list(csv.DictReader((tmp_path / "m.csv").read_text("utf-8-sig").splitlines()))
    assert len(lines) == 10
    produce(store, MAP, Request(TODAY), tmp_path / "m.json")
    assert json.loads((tmp_path / "m.json").read_text("utf-8"))["fields"]["件数"] == 10


def test_that_without_positions_every_district_has_a_tile(store: Store) -> None:
    furnish(store)
    content = _made(store)
    assert "圏域ごとの枠" not in "".join(content.remarks)
    add_resources(store, 40, placed=False)
    store.do(
        "追加",
        commands.add_resource,
        LocalResourceDraft(name="{{名称}}=1+1", city_wide=True, kana="んん"),
    )
    content = _made(store)
    assert _pins(content.drawn) == [[]]
    assert [sorted(sheet) for sheet in _key(content.drawn)] == [list(range(1, 42))]
    assert "圏域ごとの枠に並べました" in content.remarks[-1]
    printed = preview(store, MAP, Request(TODAY, resources=ResourceChoice(View.INTERNAL)))
    (page,) = pypdfium2.PdfDocument(printed.pdf)
    text = page.get_textpage().get_text_range()
    assert all(f"{name}（" in text for name in (*DISTRICTS, "全市"))
    assert "{{名称}}=1+1" in text


def test_that_a_district_alone_fills_the_paper_and_the_lost_are_listed(
    store: Store, tmp_path: Path
) -> None:
    furnish(store)
    import_land(store, tmp_path)
    add_resources(store, 30)
    for name, place in (("遠いサロン", (35.0, 135.0)), ("海のサロン", (41.0, 140.7))):
        draft = LocalResourceDraft(
            name=name, district_id=4, district_fixed=True, latitude=place[0], longitude=place[1]
        )
        store.do("追加", commands.add_resource, draft)
    lost = LocalResourceDraft(name="町のないサロン", district_id=4, district_fixed=True)
    store.do("追加", commands.add_resource, lost)
    content = _made(store, district=4)
    where = Counter(row["位置"] for row in content.lists["資源"])
    assert (where["地図の外"], where["位置未登録"]) == (2, 1)
    assert content.fields["位置未登録"] == 3
    assert len(_key(content.drawn)[0]) == len(_pins(content.drawn)[0]) + 3
    assert "3か所" in content.remarks[-1]


@pytest.mark.parametrize("district", [None, 4])
def test_that_signs_names_and_lines_stay_in_the_frame(
    store: Store, tmp_path: Path, district: int | None
) -> None:
    furnish(store)
    import_land(store, tmp_path)
    at = [middle(place) for place in range(10) for _ in range(4)]
    entries = [
        MapEntry(
            number, f"資源{number}", "", "", DISTRICTS[(number - 1) // 4], (number + 3) // 4,
            mark_of(number), Placing.EXACT, (longitude, latitude),
        )
        for number, (latitude, longitude) in enumerate(at, start=1)
        if district is None or (number + 3) // 4 == district
    ]  # fmt: skip
    land = land_of(store.ask(queries.map_areas), [], [])
    for paper in papers(ResourcePaper.A4, 3):
        frame, _ = paper.divided(20)
        found = drawn_map(MapView(land, entries, district), frame, paper.unit)
        assert len(found.pins) == len(entries)
        near = frame.grown(0.01)
        for figure in found.figures:
            assert all(near.holds(*point) for point in _edges(figure))
        names = [one for one in found.figures if isinstance(one, Sign) and one.text in DISTRICTS]
        assert len(names) == 10 if district is None else names
        assert not any(_meet(name, pin.at) for name in names for pin in found.pins)
        assert not any(_overlap(a, b) for a in names for b in names if a is not b)


def _edges(figure: Figure) -> list[tuple[float, float]]:
    if isinstance(figure, Outline):
        return [point for line in figure.lines for point in line]
    return [
        (figure.x + across * figure.width / 2, figure.y + down * figure.height / 2)
        for across in (-1, 1)
        for down in (-1, 1)
        if figure.text != "0"
    ]


def _meet(name: Sign, pin: tuple[float, float]) -> bool:
    return abs(name.x - pin[0]) < name.width / 2 + 2 and abs(name.y - pin[1]) < name.height / 2 + 2


def _overlap(a: Sign, b: Sign) -> bool:
    return abs(a.x - b.x) < (a.width + b.width) / 2 and abs(a.y - b.y) < (a.height + b.height) / 2


def test_that_the_same_kind_has_the_same_sign_and_others_another() -> None:
    marks = [mark_of(place) for place in (None, *range(18))]
    assert len(set(marks)) == 19
    without_colour = {(one.preset, one.fill == one.colour, one.dashed) for one in marks[1:]}
    assert len(without_colour) == 18


def test_that_names_of_small_districts_lead_there(store: Store, tmp_path: Path) -> None:
    furnish(store)
    import_land(store, tmp_path)
    land = land_of(store.ask(queries.map_areas), [], [])
    (frame, _), unit = papers(ResourcePaper.A4, 0)[0].divided(0), 1.0
    far = MapEntry(1, "遠い", "", "", "", None, mark_of(0), Placing.EXACT, (141.5, 42.2))
    figures = drawn_map(MapView(land, [far]), frame, unit).figures
    names = [one for one in figures if isinstance(one, Sign) and one.text in DISTRICTS]
    leads = [one for one in figures if isinstance(one, Outline) and one.width == 0.4]
    assert len(names) == 10
    assert len(leads) >= 8


def test_that_a_position_typed_wrong_does_not_shrink_the_map(store: Store, tmp_path: Path) -> None:
    furnish(store)
    add_resources(store, 8)
    for place in ((0.0, 0.0), (41.79, 150.7)):
        draft = LocalResourceDraft(name="誤り", latitude=place[0], longitude=place[1])
        store.do("追加", commands.add_resource, draft)
    placings = [row["位置"] for row in _made(store).lists["資源"] if row["名称"] == "誤り"]
    assert sorted(placings) == ["地図の外", "登録した位置"]
    store.do("町", commands.import_map, read_map_file(towns(tmp_path)))
    placings = [row["位置"] for row in _made(store).lists["資源"] if row["名称"] == "誤り"]
    assert placings == ["地図の外", "地図の外"]
