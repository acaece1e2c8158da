"""Text in shapes: where its lines come to lie, which way it runs, where it breaks."""

from __future__ import annotations

import pytest

from app.documents.print.book import print_bytes
from tests.documents.drawn_books import at, drawn_book, line, shape

MARGIN, SIDE, EDGE, SIZE = 36.0, 7.2, 3.6, 10.0
FONT = '<a:latin typeface="BIZ UDゴシック"/><a:ea typeface="BIZ UDゴシック"/>'


def words(text, side="l", more="", attributes="", font=""):
    return (
        f'<a:p><a:pPr algn="{side}" {attributes}>{more}</a:pPr><a:r><a:rPr sz="1000" {font}>{FONT}'
        f"</a:rPr><a:t>{text}</a:t></a:r></a:p>"
    )


@pytest.fixture
def write(read):
    """Return what prints one text in a shape of 120 by 60 points at (50, 50)."""

    def run(text, body="", frame="", size=(120, 60), **options):
        own = shape(text=text, body=body, frame=frame, look=line())
        data, _ = print_bytes(drawn_book([at(50, 50, *size, own)]), **options)
        return read(data)[0]

    return run


LEFT, TOP = MARGIN + 50, MARGIN + 50


@pytest.mark.parametrize(
    ("side", "x"), [("l", SIDE), ("ctr", 60 - 1.5 * SIZE), ("r", 120 - SIDE - 3 * SIZE)]
)
def test_that_lines_are_aligned_inside_the_insets(write, side, x):
    found = write(words("三文字", side)).find("三文字")
    assert found.left == pytest.approx(LEFT + x, abs=0.3)


@pytest.mark.parametrize(("anchor", "y"), [("t", EDGE), ("ctr", 25), ("b", 60 - EDGE - SIZE)])
def test_that_text_stands_where_its_anchor_says(write, anchor, y):
    found = write(words("三文字"), f'anchor="{anchor}"', rules="libreoffice").find("三文字")
    assert (found.top + found.bottom) / 2 == pytest.approx(TOP + y + SIZE / 2, abs=0.6)


def test_that_text_centred_as_a_whole_keeps_its_left_edge(write):
    page = write(words("長いほうの行") + words("短い"), 'anchorCtr="1"')
    first, second = page.find("長いほうの行"), page.find("短い")
    assert first.left == pytest.approx(LEFT + 60 - 3 * SIZE, abs=0.3)
    assert second.left == pytest.approx(first.left, abs=0.1)


def test_that_lines_break_by_the_rules_of_japanese(write):
    page = write(words("一二三四五六七八九十。次"))
    # Ten letters fit; the full stop may not begin a line and takes one with it.
    assert page.find("十").top > page.find("九").bottom - 2
    assert page.find("。").top == pytest.approx(page.find("十").top, abs=0.1)


def test_that_what_does_not_wrap_runs_on(write):
    page = write(words("一二三四五六七八九十一二三"), 'wrap="none"')
    assert page.find("一").top == pytest.approx(page.find("三").top, abs=0.1)


def test_that_paragraphs_have_their_spacing(write):
    exact = '<a:lnSpc><a:spcPts val="2000"/></a:lnSpc><a:spcBef><a:spcPts val="500"/></a:spcBef>'
    page = write(words("甲", more=exact) + words("乙", more=exact))
    assert page.find("乙").top - page.find("甲").top == pytest.approx(25, abs=0.1)


def test_that_bullets_stand_out_to_the_left(write):
    hanging = 'marL="254000" indent="-254000"'
    page = write(
        words("項目", more='<a:buChar char="•"/>', attributes=hanging)
        + words("次", more='<a:buAutoNum type="arabicPeriod"/>', attributes=hanging)
        + words("次の次", more='<a:buAutoNum type="arabicPeriod"/>', attributes=hanging)
    )
    assert page.find("項目").left == pytest.approx(LEFT + SIDE + 20, abs=0.3)
    assert page.find("•").left < LEFT + SIDE + 8
    assert page.find("2.").top == pytest.approx(page.find("次の次").top, abs=0.1)


def test_that_text_made_smaller_to_fit_is_smaller(read):
    fitted = '<a:bodyPr><a:normAutofit fontScale="50000"/></a:bodyPr>'
    own = shape(text=words("縮む")).replace("<a:bodyPr />", fitted)
    assert fitted in own
    page = read(print_bytes(drawn_book([at(50, 50, 120, 60, own)]))[0])[0]
    found = page.find("縮む")
    assert found.right - found.left == pytest.approx(SIZE, abs=0.3)


def test_that_text_turned_clockwise_runs_down_from_the_right(write):
    page = write(words("下へ"), 'vert="vert"', size=(60, 120))
    first, second = page.find("下"), page.find("へ")
    assert first.left > LEFT + 30
    assert second.top - first.top == pytest.approx(SIZE, abs=0.5)
    assert first.top == pytest.approx(TOP + EDGE, abs=1)


def test_that_vertical_writing_goes_down_in_columns_from_the_right(write):
    page = write(words("縦書き") + words("二列目"), 'vert="eaVert"', size=(60, 120))
    first, below, second = page.find("縦"), page.find("書"), page.find("二")
    assert first.left > second.right - 1
    assert below.left == pytest.approx(first.left, abs=0.5)
    assert below.top - first.top == pytest.approx(SIZE, abs=0.5)
    assert "縦書き" in page.text.replace("\r\n", "")


def test_that_text_turns_with_its_shape(write):
    page = write(words("回る"), 'anchor="ctr"', 'rot="10800000"')
    found = page.find("回る")
    assert found.right == pytest.approx(LEFT + 120 - SIDE, abs=1)
    assert page.find("回").left > page.find("る").left


def test_that_text_that_says_so_is_cut_at_the_edge(write):
    long = words("函館市の生活支援コーディネーターは、" * 4)
    clipped = write(long, 'vertOverflow="clip"', size=(60, 30))
    free = write(long, size=(60, 30))
    below = (LEFT + 5, TOP + 34, LEFT + 55, TOP + 90)
    assert clipped.dark(*below) == 0
    assert free.dark(*below) > 0
