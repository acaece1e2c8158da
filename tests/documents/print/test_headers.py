from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.documents.print.header_codes import PageFacts, read_codes
from app.documents.print.header_room import with_room
from app.documents.print.rules import RULES
from app.documents.sheet.look import Font
from app.documents.sheet.page_setup import HeaderFooter, PageSetup

FACTS = PageFacts(
    3, 12, "名簿", "四月.xlsx", datetime(2026, 4, 1, 9, 5), "C:\\様式\\"
)  # fmt: skip
FONT = Font("ＭＳ Ｐゴシック", 11.0)


def _texts(code):
    parts = read_codes(code, FONT, FACTS)
    return {side: "".join(text for text, _ in runs) for side, runs in parts.items() if runs}


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("&P / &N", {"C": "3 / 12"}),
        ("&L&A&C&D&R&T", {"L": "名簿", "C": "2026/4/1", "R": "9:05"}),
        ("&Z&F", {"C": "C:\\様式\\四月.xlsx"}),
        ("A && B", {"C": "A & B"}),
        ("&P+2", {"C": "5"}),
        ("&G&H&O", {}),
        ("&L左&L続き", {"L": "左続き"}),
    ],
)
def test_that_codes_become_what_they_stand_for(code, shown):
    assert _texts(code) == shown


def test_that_codes_change_the_font_until_the_next_part():
    parts = read_codes('&L&"BIZ UDゴシック,太字"&14&KFF0000赤&U線&R普通', FONT, FACTS)
    (red, first), (line, second) = parts["L"]
    assert (red, first.name, first.size, first.bold, first.colour) == (
        "赤", "BIZ UDゴシック", 14.0, True, "FF0000",
    )  # fmt: skip
    assert (line, second.underline) == ("線", "single")
    assert parts["R"] == [("普通", FONT)]


@pytest.mark.parametrize(
    ("code", "field", "value"),
    [
        ("&Ba", "bold", True),
        ("&Ia", "italic", True),
        ("&Sa", "strike", True),
        ("&Xa", "raised", "superscript"),
        ("&Ya", "raised", "subscript"),
        ("&Ea", "underline", "double"),
        ("&B&Ba", "bold", False),
    ],
)
def test_that_switches_change_the_letters(code, field, value):
    ((_, font),) = read_codes(code, FONT, FACTS)["C"]
    assert getattr(font, field) == value


def _setup(code, **more):
    return replace(PageSetup(), header_footer=HeaderFooter({"oddHeader": code}, **more))


def test_that_headers_take_no_room_from_the_body_in_excel():
    setup = _setup("&C&9小さい")
    assert with_room(setup, Font("游ゴシック", 12.0), RULES["excel"]) is setup


def test_that_libreoffice_keeps_room_for_a_line_of_the_default_font():
    roomy = with_room(_setup("&C&9小さい"), Font("游ゴシック", 12.0), RULES["libreoffice"])
    assert roomy.margins["top"] == pytest.approx(72 + 3)
    crowded = replace(_setup("&C一\n二\n三\n四"), margins={**PageSetup().margins, "top": 40})
    font = Font("游ゴシック", 12.0)
    assert with_room(crowded, font, RULES["libreoffice"]).margins["top"] == 40


def test_that_headers_shrink_with_their_sheet(press):
    def build(book, *, scales):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "本文")
        sheet.set_print_scale(50)
        sheet.set_header("&L&20見出し", {"scale_with_doc": scales})

    follows = press(lambda book: build(book, scales=True)).page.find("見出し")
    stays = press(lambda book: build(book, scales=False)).page.find("見出し")
    assert (stays.right - stays.left) == pytest.approx(2 * (follows.right - follows.left), rel=0.02)


def test_that_headers_may_leave_the_margins(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "本文")
        sheet.set_margins(left=2)
        sheet.set_header("&L見出し", {"align_with_margins": False})

    page = press(build).page
    assert page.find("見出し").left == pytest.approx(50.4, abs=1)
    assert page.find("本文").left > 144


def test_that_numbers_go_on_over_the_sheets_from_a_first_number(press):
    def build(book):
        for number in range(3):
            sheet = book.add_worksheet()
            sheet.write(0, 0, "本文")
            sheet.set_footer("&C&P頁")
            if number == 1:
                sheet.set_paper(9)
                sheet.set_start_page(7)

    texts = [page.text.split()[-1] for page in press(build).pages]
    assert texts == ["1頁", "7頁", "8頁"]


def test_that_the_file_is_named_with_its_ending(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "本文")
        sheet.set_header("&L&F")

    assert "帳票.xlsx" in press(build).page.text
