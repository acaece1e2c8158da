"""社会資源一覧: who sees what, on a page for each district."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.local_resources import commands
from app.local_resources.local_resource import ConfirmationDraft, LocalResourceDraft, View
from app.office import commands as office
from app.office.masters import DistrictDraft, TownDraft
from app.office.settings import OfficeSettings
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.produce import preview, produce
from app.reporting.resource_choice import ResourceChoice, ResourcePaper
from app.storage.store import Store

TODAY = date(2026, 4, 1)
LIST = document(None, "resource-list")
MOBILE = "080-1000-0001"


@pytest.fixture
def places(store: Store) -> Store:
    """Thirty in the north, two in the west, one for the whole city, of all three views."""
    store.do("設定", office.change_settings, OfficeSettings(office_name="見本事務所"))
    for name, town in (("西部", "弁天町"), ("北部", "桔梗")):
        store.do("圏域", office.add_district, DistrictDraft(name))
        store.do("町名", office.assign_towns, [TownDraft(town, "", name)])
    drafts = [
        LocalResourceDraft(
            name=f"みほんサロン{number:02}",
            kana="みほんさろん",
            address_town="桔梗" if number < 30 else "弁天町" if number < 32 else "",
            city_wide=number == 32,
            opening="第2・4水曜 10:00～12:00",
            winter_break="12～3月は休み",
            content="体操、お茶とおしゃべり",
            venue="桔梗みほん町会館",
            representative="見本　花子",
            public_contact="見本町会",
            public_phone="0138-00-0001" if number % 2 else MOBILE,
            internal_contact="見本　太郎",
            internal_phone=MOBILE,
            view=tuple(View)[number % 3],
            public_consent_on=TODAY if number % 2 else None,
            note="鍵は会長宅",
        )
        for number in range(33)
    ]
    keys = store.do("追加", commands.add_resources, drafts).result
    asked = ConfirmationDraft(TODAY, "担当")
    store.do("確認", commands.confirm_resources, keys[:5], asked)
    return store


def _made(store: Store, **choice: object) -> Content:
    chosen = ResourceChoice(**choice)  # type: ignore[arg-type]
    return store.ask(LIST.make, Request(TODAY, resources=chosen))


def test_that_each_reader_gets_only_what_is_theirs(places: Store) -> None:
    public, partners, inside = (
        _made(places, view=view) for view in (View.PUBLIC, View.PARTNERS, View.INTERNAL)
    )
    counts = [len(one.lists["資源"]) for one in (public, partners, inside)]
    assert counts == [5, 22, 33]
    assert MOBILE not in str(public.lists)
    assert "見本　太郎" not in str([public.lists, partners.lists])
    assert "鍵は会長宅" not in str([public.lists, partners.lists])
    assert public.fields["注記"] == ("令和8年4月1日現在。最新の状況は各団体へご確認ください。")
    assert public.remarks == ("「公開」のうち、公開の同意日がない6件は載せていません。",)
    assert (public.people, inside.people) == (0, 33)
    assert sum(row["要確認"] == "○" for row in inside.lists["資源"]) == 28
    assert [one["圏域名"] for one in inside.lists["圏域"]] == ["西部", "北部", "全市"]
    assert [row["No"] for row in inside.lists["資源"]] == list(range(1, 34))


def test_that_every_district_begins_a_page_on_either_paper(places: Store) -> None:
    for paper, width in ((ResourcePaper.A4, 842), (ResourcePaper.A3, 1191)):
        chosen = ResourceChoice(View.INTERNAL, paper=paper)
        printed = preview(places, LIST, Request(TODAY, resources=chosen))
        pdf = pypdfium2.PdfDocument(printed.pdf)
        texts = [page.get_textpage().get_text_range() for page in pdf]
        heads = [
            next(name for name in ("西部", "北部", "全市") if f"（内部用）　{name}" in text)
            for text in texts
        ]
        assert heads[0] == "西部"
        assert heads[-1] == "全市"
        assert set(heads[1:-1]) == {"北部"}
        assert all("取扱注意" in text for text in texts)
        assert pdf[0].get_width() == pytest.approx(width, abs=1)
        assert printed.made.warnings == ()


def test_that_the_public_file_bears_no_mobile_and_no_warning_to_hide_it(
    places: Store, tmp_path: Path
) -> None:
    target = tmp_path / "一覧.xlsx"
    produce(places, LIST, Request(TODAY), target)
    book = load_workbook(io.BytesIO(target.read_bytes()))
    text = "\n".join(
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    )
    assert MOBILE not in text
    assert "見本　太郎" not in text
    headers = [sheet.oddHeader for sheet in book]
    assert not any(one and "取扱注意" in str(one.right.text) for one in headers)
    produce(places, LIST, Request(TODAY), tmp_path / "一覧.csv")
    assert MOBILE not in (tmp_path / "一覧.csv").read_text("utf-8-sig")


def test_that_an_empty_list_is_one_page(store: Store) -> None:
    pdf = preview(store, LIST, Request(TODAY)).pdf
    assert len(pypdfium2.PdfDocument(pdf)) == 1
