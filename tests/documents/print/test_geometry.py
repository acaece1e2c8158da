from __future__ import annotations

import dataclasses

import pytest

from app.documents.form.addresses import Area
from app.documents.print.geometry import Geometry
from app.documents.print.rules import RULES
from app.documents.sheet.cells import Row
from app.documents.sheet.colours import Palette
from app.documents.sheet.look import Font
from app.documents.sheet.page_setup import PageSetup
from app.documents.sheet.styles import Styles
from app.documents.sheet.worksheet import Columns, Worksheet


def _sheet(font="游ゴシック", size=11.0, **changes):
    styles = Styles(None, Palette())
    styles.default_font = Font(name=font, size=size)
    fields = {
        "name": "表", "styles": styles, "rows": {}, "columns": [], "merges": [],
        "setup": PageSetup(), "default_height": 18.75, "default_width": None, "base_digits": 8,
        "rows_hidden": False, "shows_zeros": True,
    }  # fmt: skip
    return Worksheet(**{**fields, **changes})


@pytest.mark.parametrize(
    ("font", "digit"),
    [
        ("游ゴシック", 0.5537),
        ("ＭＳ Ｐゴシック", 0.5),
        ("Calibri", 0.5068),
        ("BIZ UDゴシック", 0.5),
    ],
)
def test_that_columns_are_as_wide_as_digits_of_the_named_font(font, digit):
    sheet = _sheet(font, columns=[Columns(2, 3, 10.0, hidden=False, style=0)])
    geometry = Geometry(sheet, RULES["excel"])
    assert geometry.width(2) == pytest.approx(10 * digit * 11)
    assert geometry.left(4) - geometry.left(2) == pytest.approx(20 * digit * 11)


def test_that_a_column_without_a_width_is_a_multiple_of_eight_pixels():
    assert Geometry(_sheet(), RULES["excel"]).width(1) == pytest.approx(9 * 0.5537 * 11)


def test_that_hidden_rows_and_columns_take_no_room():
    sheet = _sheet(
        columns=[Columns(2, 2, 10.0, hidden=True, style=0)],
        rows={1: Row(30.0, hidden=False, style=None), 2: Row(30.0, hidden=True, style=None)},
    )
    geometry = Geometry(sheet, RULES["excel"])
    assert geometry.width(2) == 0
    assert (geometry.height(1), geometry.height(2), geometry.height(3)) == (30, 0, 18.75)
    assert geometry.top(4) == pytest.approx(48.75)


def test_that_libreoffice_counts_whole_twips_and_pixels():
    sheet = _sheet(
        columns=[Columns(1, 1, 8.69921875, hidden=False, style=0)],
        rows={1: Row(13.6, hidden=False, style=None)},
    )
    geometry = Geometry(sheet, RULES["libreoffice"])
    assert geometry.width(1) * 20 == pytest.approx(round(geometry.width(1) * 20))
    assert geometry.height(1) == 13.5


def test_that_every_cell_of_a_merged_area_knows_it():
    area = Area(1, 1, 2, 3)
    sheet = _sheet(merges=[area], rows={3: Row(None, hidden=False, style=None)})
    geometry = Geometry(sheet, RULES["excel"])
    assert geometry.merged(1, 1) == area
    assert geometry.merged(3, 1) is None


@pytest.mark.parametrize(
    ("font", "size", "share"),
    [
        ("ＭＳ Ｐゴシック", 11.0, 11 / 12),
        ("MS Mincho", 11.0, 11 / 12),
        ("ＭＳ Ｐゴシック", 12.0, 1),
        ("ＭＳ Ｐゴシック", 9.0, 1),
        ("游ゴシック", 11.0, 1),
        ("BIZ UDゴシック", 11.0, 1),
    ],
)
def test_that_rows_print_lower_where_the_screen_draws_the_font_larger(font, size, share):
    sheet = _sheet(font, size, rows={1: Row(30.0, hidden=False, style=None)})
    assert Geometry(sheet, RULES["excel"]).height(1) == pytest.approx(30 * share)
    assert Geometry(sheet, RULES["libreoffice"]).height(1) == 30


def test_that_the_vertical_factor_is_one_setting():
    rules = dataclasses.replace(RULES["excel"], row_factor=0.9)
    sheet = _sheet(rows={1: Row(30.0, hidden=False, style=None)})
    assert Geometry(sheet, rules).height(1) == pytest.approx(27)


def test_that_edges_reach_to_the_one_after_the_last():
    geometry = Geometry(_sheet(), RULES["excel"])
    tops, lefts = geometry.tops(3), geometry.lefts(2)
    assert tops[4] == pytest.approx(3 * 18.75)
    assert lefts[3] == pytest.approx(2 * geometry.width(1))
