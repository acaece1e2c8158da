from __future__ import annotations

from itertools import pairwise

import pytest

from app.documents.print.content import Content
from app.documents.print.rules import RULES
from app.documents.print.stacked import columns_of
from app.documents.sheet.look import Font, Look

LEFT, TOP = 0.7 * 72, 0.75 * 72
DIGIT = 0.5 * 11
WIDTH = 10.71 * DIGIT
FONT = Font(name="BIZ UDゴシック", size=10)


def _cell(text, *, width=10, height=80, **style):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, width)
        sheet.set_row(0, height)
        look = {"font_name": "BIZ UDゴシック", "rotation": 270, "valign": "top", **style}
        sheet.write(0, 0, text, book.add_format(look))

    return build


def _middle(box):
    return (box.left + box.right) / 2


def _columns(text, height, **look):
    content = Content([(text, FONT)], "left")
    columns = columns_of(content, Look(font=FONT, rotation=255, **look), height, RULES["excel"])
    return ["".join(atom.glyph.text for atom in column.atoms) for column in columns]


def test_that_letters_stand_under_each_other_in_the_middle(press):
    page = press(_cell("縦書A1")).page
    boxes = [page.find(letter) for letter in "縦書A1"]
    tops = [box.bottom for box in boxes]
    assert [later - earlier for earlier, later in pairwise(tops)] == (
        pytest.approx([11, 11, 11], abs=0.3)
    )
    assert [_middle(box) for box in boxes] == pytest.approx([LEFT + WIDTH / 2] * 4, abs=0.4)


def test_that_signs_have_their_vertical_form_and_stay_plain_text(press):
    page = press(_cell("あ、。ー（）「」っ", font_size=20, height=300, width=6)).page
    assert "".join(page.text.split()) == "あ、。ー（）「」っ"
    comma = page.find("、")
    half = (comma.left + comma.right) / 2
    assert page.dark(half, comma.top, comma.right, (comma.top + comma.bottom) / 2) > 0
    assert page.dark(comma.left, comma.top, half, comma.bottom) == 0


@pytest.mark.parametrize(
    ("text", "height", "look", "columns"),
    [
        ("あいうえお", 30, {}, ["あいうえお"]),
        ("あいうえお", 30, {"wrap": True}, ["あいう", "えお"]),
        ("あいう。お", 30, {"wrap": True}, ["あい", "う。お"]),
        ("あい\nう", 30, {"wrap": True}, ["あい", "う"]),
        ("あい\nう", 30, {}, ["あいう"]),
        ("あいうえお", 30, {"vertical": "distributed"}, ["あいう", "えお"]),
        ("", 30, {}, [""]),
    ],
)
def test_that_columns_end_with_the_paragraph_and_the_cell(text, height, look, columns):
    assert _columns(text, height, **look) == columns


def test_that_columns_go_from_right_to_left(press):
    page = press(_cell("甲乙\n丙", text_wrap=True)).page
    first, second, third = (page.find(letter) for letter in "甲乙丙")
    assert _middle(first) == pytest.approx(_middle(second), abs=0.3)
    assert _middle(first) - _middle(third) == pytest.approx(11, abs=0.3)
    assert (_middle(first) + _middle(third)) / 2 == pytest.approx(LEFT + WIDTH / 2, abs=0.4)


@pytest.mark.parametrize(
    ("style", "left"),
    [
        ({"align": "left"}, LEFT + 1.5),
        ({"align": "right"}, LEFT + WIDTH - 1.5 - 11),
        ({"align": "center"}, LEFT + WIDTH / 2 - 5.5),
    ],
)
def test_that_a_column_stands_where_the_cell_says(press, style, left):
    assert press(_cell("縦", **style)).page.find("縦").left == pytest.approx(left, abs=0.4)


@pytest.mark.parametrize(
    ("where", "first", "last"),
    [("top", 0, 11), ("vcenter", 28.25, 39.25), ("bottom", 56.5, 67.5), ("vdistributed", 0, 67.5)],
)
def test_that_letters_are_aligned_downwards(press, where, first, last):
    page = press(_cell("縦書", valign=where)).page
    tops = [page.find(letter).bottom - 11 for letter in "縦書"]
    assert tops == pytest.approx([TOP + 0.75 + first, TOP + 0.75 + last], abs=1.5)


def test_that_stacked_text_shrinks_to_its_cell(press):
    page = press(_cell("縦書縮小文字列", height=40, shrink=True)).page
    assert page.find("列").bottom <= TOP + 40
    assert "".join(page.text.split()) == "縦書縮小文字列"


def test_that_letters_below_the_cell_are_not_in_the_file(press):
    page = press(_cell("見える見えない", height=34)).page
    assert "".join(page.text.split()) in {"見える", "見える見"}
