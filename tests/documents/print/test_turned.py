from __future__ import annotations

import pytest

from app.documents.print.turned import angle_of, slant_of
from app.documents.sheet.look import Borders, Edge, Look

LEFT, TOP = 0.7 * 72, 0.75 * 72
DIGIT = 0.5 * 11
WIDTH = 10.71 * DIGIT
CENTRED = {"align": "center", "valign": "vcenter"}
CENTRED = {"align": "center", "valign": "vcenter"}


def _cell(text, *, width=10, height=80, **style):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 3, width)
        sheet.set_row(0, height)
        look = {"font_name": "BIZ UDゴシック", "rotation": 90, **style}
        sheet.write(0, 0, text, book.add_format(look))

    return build


def _middle(box):
    return (box.left + box.right) / 2


@pytest.mark.parametrize(
    ("rotation", "angle"), [(0, 0), (45, 45), (90, 90), (91, -1), (180, -90), (255, 0), (999, 0)]
)
def test_that_the_format_counts_angles_in_two_halves(rotation, angle):
    assert angle_of(Look(rotation=rotation)) == angle


@pytest.mark.parametrize("rotation", [90, -90])
@pytest.mark.parametrize(("where", "start"), [("top", 0), ("vcenter", 28.25), ("bottom", 56.5)])
def test_that_upright_text_is_aligned_along_the_height(press, rotation, where, start):
    page = press(_cell("上下", rotation=rotation, valign=where)).page
    tops = sorted(page.find(letter).top for letter in "上下")
    assert tops[0] == pytest.approx(TOP + 0.75 + start, abs=1.5)
    assert tops[1] - tops[0] == pytest.approx(11, abs=0.5)


@pytest.mark.parametrize(("rotation", "first"), [(90, -1), (-90, 1)])
def test_that_upright_lines_follow_each_other_across(press, rotation, first):
    style = {"rotation": rotation, "align": "center", "valign": "vcenter", "text_wrap": True}
    page = press(_cell("あいうえおかきくけこ", height=60, **style)).page
    one, other = page.find("あ"), page.find("こ")
    assert (_middle(one) - _middle(other)) * first > 9
    assert (_middle(one) + _middle(other)) / 2 == pytest.approx(LEFT + WIDTH / 2, abs=1)
    ends = [page.find(letter) for letter in "あお"]
    assert min(box.top for box in ends) >= TOP
    assert max(box.bottom for box in ends) <= TOP + 60


def test_that_upright_text_is_spread_over_the_height(press):
    page = press(_cell("上下", valign="vdistributed")).page
    assert page.find("上").bottom == pytest.approx(TOP + 79.25, abs=1.5)
    assert page.find("下").top == pytest.approx(TOP + 0.75, abs=1.5)


@pytest.mark.parametrize(("rotation", "edge"), [(90, LEFT + WIDTH - 7), (-90, LEFT + 7)])
def test_that_upright_text_stands_on_the_side_of_its_feet(press, rotation, edge):
    box = press(_cell("上下", rotation=rotation)).page.find("上")
    assert _middle(box) == pytest.approx(edge, abs=1.5)


def test_that_upright_text_is_cut_at_its_cell_and_slanted_text_runs_over(press):
    long = "長い見出しの文字列です"
    upright = press(_cell(long, height=40)).page
    assert "".join(upright.text.split()) in {"長い見", "長い見出"}
    assert upright.dark(LEFT, TOP + 42, LEFT + WIDTH, TOP + 140) == 0
    slanted = press(_cell(long, height=60, width=3, rotation=45, align="left")).page
    assert slanted.dark(LEFT + 3.71 * DIGIT + 2, TOP, LEFT + 60, TOP + 60) > 0


def test_that_slanted_text_wraps_to_its_row(press):
    style = {"rotation": 45, "text_wrap": True, "height": 60, **CENTRED}
    page = press(_cell("あいうえおかきくけこ", **style)).page
    first, last = page.find("あ"), page.find("こ")
    assert max(box.bottom for box in page.chars) <= TOP + 62
    assert last.left - first.left < 9 * 11 * 0.7


def test_that_only_a_bordered_slanted_cell_slants():
    edge = Edge("thin", "000000")
    assert slant_of(Look(rotation=45, borders=Borders(left=edge)), 30) == pytest.approx(30)
    assert slant_of(Look(rotation=135, borders=Borders(left=edge)), 30) == pytest.approx(-30)
    for look in (Look(rotation=45), Look(rotation=90, borders=Borders(left=edge)), Look()):
        assert slant_of(look, 30) == 0


def test_that_the_lines_of_a_slanted_cell_lean_over(press):
    page = press(_cell("見出し", rotation=45, border=2, height=60, **CENTRED)).page
    for share in (0.25, 0.5, 0.75):
        x, y = LEFT + 60 * share, TOP + 60 * (1 - share)
        assert page.dark(x - 1.5, y - 1.5, x + 1.5, y + 1.5) > 0.2
    assert page.dark(LEFT - 1, TOP + 2, LEFT + 1, TOP + 30) == 0
    box = page.find("出")
    assert _middle(box) == pytest.approx(LEFT + WIDTH / 2 + 30, abs=2)
