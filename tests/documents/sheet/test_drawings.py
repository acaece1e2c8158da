"""Drawings as their parts say them: colours, styles of the theme, fonts, anchors."""

from __future__ import annotations

import pytest
from lxml import etree

from app.documents.sheet.book import Book
from app.documents.sheet.drawing_colours import Colours, Paint
from app.documents.sheet.paints import Gradient
from app.documents.sheet.vml import colour, length, share
from tests.documents.drawn_books import at, drawn_book, line, shape, solid

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
STYLE = (
    '<xdr:style><a:lnRef idx="2"><a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr>'
    '</a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0">'
    '<a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/>'
    "</a:fontRef></xdr:style>"
)


def read(*anchors):
    (sheet,) = Book(drawn_book(anchors)).sheets(["用紙"])
    return [drawing.content for drawing in sheet.drawings]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<a:srgbClr val="ff8000"/>', Paint("FF8000")),
        ('<a:schemeClr val="tx1"/>', Paint("112233")),
        # Office's own blue at half its light is the outline that Excel gives to new shapes.
        ('<a:srgbClr val="4472C4"><a:shade val="50000"/></a:srgbClr>', Paint("2F528F")),
        (
            '<a:srgbClr val="4472C4"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:srgbClr>',
            Paint("B4C7E7"),
        ),
        ('<a:srgbClr val="FF0000"><a:alpha val="25000"/></a:srgbClr>', Paint("FF0000", 0.25)),
        ('<a:sysClr val="windowText" lastClr="123456"/>', Paint("000000")),
        ('<a:prstClr val="red"/>', Paint("FF0000")),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', Paint("FF0000")),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', Paint("00FF00")),
        ('<a:srgbClr val="nonsense"><a:lumMod val="x"/></a:srgbClr>', Paint("000000")),
        ("<a:nothing/>", None),
    ],
)
def test_that_colours_are_changed_as_excel_does(inside, expected):
    element = etree.fromstring(f"<a:solidFill {A}>{inside}</a:solidFill>")
    assert Colours({"dk1": "112233"}).inside(element) == expected


def test_that_a_style_of_the_theme_fills_and_outlines():
    (found,) = read(at(0, 0, 50, 50, shape(look="", style=STYLE, text="文")))
    assert found.fill.colour == "4F81BD"
    assert found.stroke.paint.colour == "385D8A"
    assert found.stroke.width > 1
    assert found.body.paragraphs[0].font.colour == "FFFFFF"


def test_that_own_properties_come_before_the_style():
    own = solid("00FF00") + line("FF0000", 3, '<a:prstDash val="dash"/><a:headEnd type="oval"/>')
    none = "<a:noFill/><a:ln><a:noFill/></a:ln>"
    first, second = read(
        at(0, 0, 50, 50, shape(look=own, style=STYLE)),
        at(0, 0, 50, 50, shape(look=none, style=STYLE)),
    )
    assert (first.fill, first.stroke.width) == (Paint("00FF00"), 3)
    assert (first.stroke.dash, first.stroke.head.kind) == ((4, 3), "oval")
    assert (second.fill, second.stroke) == (None, None)


def test_that_patterns_are_mixed_and_gradients_keep_their_stops():
    pattern = (
        '<a:pattFill prst="pct50"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )
    gradient = (
        '<a:gradFill><a:gsLst><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs><a:gs pos="0">'
        '<a:srgbClr val="FF0000"/></a:gs></a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    )
    first, second = read(
        at(0, 0, 50, 50, shape(look=pattern)), at(0, 0, 50, 50, shape(look=gradient))
    )
    assert first.fill == Paint("FF8080")
    assert second.fill == Gradient(((0, Paint("FF0000")), (1, Paint("0000FF"))), 90)


def test_that_japanese_and_latin_letters_have_fonts_of_their_own():
    text = (
        '<a:p><a:r><a:rPr sz="900" b="1" u="sng"><a:latin typeface="Arial"/>'
        '<a:ea typeface="ＭＳ 明朝"/></a:rPr><a:t>令和8年ABC</a:t></a:r><a:br/>'
        "<a:r><a:t>次</a:t></a:r></a:p>"
    )
    (found,) = read(at(0, 0, 50, 50, shape(text=text)))
    runs = found.body.paragraphs[0].runs
    assert [(word, font.name) for word, font in runs][:4] == [
        ("令和", "ＭＳ 明朝"), ("8", "Arial"), ("年", "ＭＳ 明朝"), ("ABC", "Arial"),
    ]  # fmt: skip
    assert (runs[0][1].size, runs[0][1].bold, runs[0][1].underline) == (9, True, "single")
    assert found.body.text == "令和8年ABC\n次"


def test_that_measures_of_the_older_language_are_understood():
    assert [length(text) for text in ("12pt", "1in", "96px", "x", "")] == [12, 72, 72, 0, 0]
    assert [share(text) for text in ("32768f", "0.25", "x")] == [0.5, 0.25, 0]
    assert [colour(text, "111111") for text in ("#ff0000 [10]", "#f00", "window [65]", "?")] == [
        "FF0000", "FF0000", "FFFFFF", "111111",
    ]  # fmt: skip
