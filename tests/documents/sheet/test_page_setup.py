from __future__ import annotations

import pytest
from lxml import etree

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, Area
from app.documents.sheet.colours import Palette, theme_colours
from app.documents.sheet.page_setup import read_page_setup, read_references

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    ("formula", "areas"),
    [
        ("Sheet1!$A$1:$C$9", [Area(1, 1, 9, 3)]),
        ("'申込,1'!$A$1:$B$2,'申込,1'!$D$4", [Area(1, 1, 2, 2), Area(4, 4, 4, 4)]),
        ("Sheet1!$A:$AK", [Area(1, 1, LAST_ROW, 37)]),
        ("Sheet1!$1:$3", [Area(1, 1, 3, LAST_COLUMN)]),
        ("Sheet1!#REF!", []),
        ("OFFSET(A1,0,0)", []),
        ("", []),
    ],
)
def test_that_print_areas_are_read(formula, areas):
    assert read_references(formula) == areas


def _sheet(inner):
    return etree.fromstring(f"<worksheet {MAIN}>{inner}</worksheet>")


def test_that_a_sheet_without_settings_is_a4_upright():
    setup = read_page_setup(_sheet(""))
    assert (setup.width, setup.height) == pytest.approx((595.28, 841.89), abs=0.01)
    assert setup.margins["left"] == pytest.approx(54)
    assert setup.fit_across is None


def test_that_breaks_and_fit_are_read():
    setup = read_page_setup(
        _sheet(
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/>'
            '<rowBreaks><brk id="7" man="1"/><brk id="9"/></rowBreaks>'
        )
    )
    assert setup.width > setup.height > 800
    assert (setup.fit_across, setup.fit_down) == (1, 0)
    assert setup.row_breaks == {7}


def test_that_nonsense_falls_back_to_the_usual():
    setup = read_page_setup(
        _sheet(
            '<pageMargins left="x" right="-4" top="1e9"/><pageSetup scale="9999" paperSize="?"/>'
        )
    )
    assert setup.margins["left"] == pytest.approx(54)
    assert setup.margins["right"] == 0
    assert setup.scale == 400


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ('rgb="FFC00000"', "C00000"),
        ('rgb="c00000"', "C00000"),
        ('indexed="10"', "FF0000"),
        ('indexed="64"', ""),
        ('theme="0"', "FFFFFF"),
        ('theme="0" tint="-0.5"', "808080"),
        ('theme="1" tint="0.5"', "808080"),
        ('theme="99"', ""),
        ('auto="1"', ""),
        ('rgb="nonsense"', ""),
    ],
)
def test_that_colours_are_made_out(attributes, colour):
    assert Palette().colour(etree.fromstring(f"<color {attributes}/>")) == colour


def test_that_a_broken_theme_is_left_out():
    assert theme_colours(etree.fromstring("<theme/>")) == []
