from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
import xlsxwriter

from app.documents.print.book import print_bytes
from app.documents.print.geometry import Geometry
from app.documents.print.rules import RULES
from app.documents.sheet.book import Book

LEFT, TOP = 0.7 * 72, 0.75 * 72
TEXT = "函館花子様"
READINGS = (
    '<rPh sb="0" eb="2"><t>ハコダテ</t></rPh><rPh sb="2" eb="4"><t>ハナコ</t></rPh>'
    '<phoneticPr fontId="1"{look}/>'
)


def _book(*, text=TEXT, look="", show="cell", height=40, width=30, readings=READINGS, **style):
    """Return a workbook whose one cell has furigana: in 6 points over 11."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made)
    book.formats[0].set_font_name("BIZ UDゴシック")
    sheet = book.add_worksheet()
    sheet.set_column(0, 0, width)
    if height:
        sheet.set_row(0, height)
    small = book.add_format({"font_name": "BIZ UDゴシック", "font_size": 6})
    sheet.write(0, 0, text, book.add_format({"font_name": "BIZ UDゴシック", **style}))
    sheet.write(5, 0, "", small)
    sheet.write_blank(5, 1, None, small)
    book.close()
    return _marked(made.getvalue(), text, readings.format(look=look), show)


def _marked(data, text, readings, show):
    """Put the readings into the shared text, and the mark that shows them into the sheet."""
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            part = part.replace(f"<t>{text}</t>", f"<t>{text}</t>{readings}")
            if show == "cell":
                part = part.replace('<c r="A1"', '<c r="A1" ph="1"')
            elif show == "row":
                part = part.replace('<row r="1"', '<row r="1" ph="1"')
            fonts = part.find('<sz val="6"/>')
            assert name != "xl/styles.xml" or fonts > 0
            new.writestr(name, part)
    return changed.getvalue()


@pytest.fixture
def page(read):
    """Return what prints a workbook with furigana and reads its only page."""

    def run(**options):
        data, _ = print_bytes(_book(**options))
        (found,) = read(data)
        return found

    return run


def test_that_nothing_is_shown_where_it_is_not_switched_on(page):
    assert page(show="").text.strip() == TEXT


@pytest.mark.parametrize("show", ["cell", "row"])
def test_that_readings_stand_above_their_characters(page, show):
    found = page(show=show)
    base, reading, other = found.find("函"), found.find("ハコダテ"), found.find("ハナコ")
    assert reading.bottom == pytest.approx(base.top, abs=0.8)
    assert reading.left == pytest.approx(base.left, abs=0.3)
    assert other.left == pytest.approx(max(found.find("花").left, reading.right), abs=0.3)
    assert "".join(sorted("".join(found.text.split()))) == "".join(sorted(TEXT + "ハコダテハナコ"))


@pytest.mark.parametrize(
    ("look", "left", "right"),
    [
        ("", 22, 40),
        (' alignment="center"', 24, 42),
        (' alignment="distributed"', 22, 44),
        (' alignment="noControl"', 24, 42),
    ],
)
def test_that_readings_are_aligned_as_the_text_says(page, look, left, right):
    box = page(look=look, text="函館花子様").find("ハナコ")
    assert (box.left - LEFT - 1.5, box.right - LEFT - 1.5) == pytest.approx(
        (max(left, 24), max(left, 24) + right - left), abs=0.6
    )


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("", "ハコダテ"),
        ("fullwidthKatakana", "ハコダテ"),
        ("Hiragana", "はこだて"),
        ("halfwidthKatakana", "ﾊｺﾀﾞﾃ"),
        ("noConversion", "ハコダテ"),
    ],
)
def test_that_readings_are_written_in_the_kana_the_text_says(page, kind, shown):
    look = f' type="{kind}"' if kind else ""
    assert shown in "".join(char.text for char in page(look=look).chars)


def test_that_readings_follow_their_characters_to_other_lines(page):
    found = page(text_wrap=True, width=4.5, height=60)
    one, other = found.find("花"), found.find("ハナ")
    assert other.bottom == pytest.approx(one.top, abs=0.8)
    assert found.find("ハコ").bottom < found.find("ハナ").top


def test_that_readings_follow_text_that_is_spread(page):
    found = page(align="distributed")
    assert found.find("ハナコ").left == pytest.approx(found.find("花").left, abs=0.3)


def test_that_a_row_grows_for_its_furigana():
    plain, grown = (
        Geometry(next(Book(_book(show=show, height=0)).sheets(["Sheet1"])), RULES["excel"])
        for show in ("", "cell")
    )
    assert plain.height(1) == 15
    assert grown.height(1) == 21


@pytest.mark.parametrize(
    "readings",
    [
        '<rPh sb="-3" eb="99"><t>ナ</t></rPh>',
        '<rPh sb="9" eb="2"><t>ナ</t></rPh><phoneticPr fontId="77" type="x" alignment="y"/>',
        '<rPh sb="a" eb=""/>',
        "<rPh/><phoneticPr/>",
    ],
)
def test_that_nonsense_readings_do_no_harm(page, readings):
    text = page(readings=readings).text
    assert set(TEXT) <= set(text)


def test_that_characters_outside_the_first_plane_count_twice(page):
    readings = '<rPh sb="2" eb="3"><t>ノ</t></rPh><phoneticPr fontId="1"/>'
    found = page(text="𠮷野家", readings=readings)
    assert found.find("ノ").left == pytest.approx(found.find("野").left, abs=0.3)
