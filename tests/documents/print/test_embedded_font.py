from __future__ import annotations

import contextlib
import re
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from app.documents.fonts import typeface
from app.documents.print.book import print_bytes
from app.documents.print.embedded_font import EmbeddedFont


def _write(text, **style):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 60)
        sheet.write(0, 0, text, book.add_format({"font_name": "BIZ UDゴシック", **style}))

    return build


def _streams(data):
    """Return the content of a PDF's compressed streams."""
    for match in re.finditer(rb"stream\r?\n", data):
        unpacking = zlib.decompressobj()
        with contextlib.suppress(zlib.error):
            yield unpacking.decompress(data[match.end() :])


@pytest.mark.parametrize(
    "text",
    [
        "函館市くらし安心課",
        "𠮷野𡈽屋",
        "葛\U000e0100飾区",
        "辻\U000e0101",
        "髙﨑濵栁德瀨",
        "⽊村木村",
        "飯館鶴",
        "㈱①㍻㋿",
        "ABC 0123",
        "☑済",
    ],
)
def test_that_text_is_copied_as_it_was_written(press, text):
    printed = press(_write(text))
    assert printed.page.text.replace("\x00", "").strip() == text
    assert printed.result.missing == ()


def test_that_characters_no_font_has_are_named_and_drawn(press):
    printed = press(_write("絵😀と\U0002a6d6"))
    assert "😀" in printed.result.missing
    assert printed.page.dark(0, 0, 300, 100) > 0


def test_that_a_variant_no_font_knows_is_named_and_drawn_plain(press):
    printed = press(_write("𠮷\U000e0105"))
    assert printed.result.missing == ("𠮷\U000e0105",)


def test_that_variants_are_drawn_differently(press):
    one = press(_write("葛", font_size=40)).page.picture.tobytes()
    other = press(_write("葛\U000e0100", font_size=40)).page.picture.tobytes()
    assert one != other


def test_that_every_font_is_embedded_and_subset(press):
    def build(book):
        sheet = book.add_worksheet()
        names = [
            "BIZ UDゴシック",
            "BIZ UDPゴシック",
            "ＭＳ 明朝",
            "ＭＳ Ｐ明朝",
            "游ゴシック",
            "Arial",
        ]
        for row, name in enumerate(names):
            for column, bold in enumerate((False, True)):
                style = book.add_format({"font_name": name, "bold": bold})
                sheet.write(row, column, "くらしABC𠮷", style)

    data = press(build).data
    kinds = re.findall(rb"/Subtype /(\w+)", data)
    assert set(kinds) == {b"Type0", b"CIDFontType2"}
    names = set(re.findall(rb"/BaseFont /(\S+)", data))
    assert len(names) == 7
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
    assert data.count(b"/FontFile2") == len(names)
    assert b"Helvetica" not in data
    assert len(data) < 200_000


def test_that_a_name_written_in_code_blocks_of_a_hundred_is_read_whole(press):
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 250))
    printed = press(lambda book: book.add_worksheet().write(0, 0, text))
    copied = "".join(page.text for page in printed.pages)
    assert set(text[:40]) <= set(copied)
    counts = re.findall(rb"(\d+) beginbfchar", b"".join(_streams(printed.data)))
    assert counts
    assert all(int(count) <= 100 for count in counts)


def test_that_no_more_than_the_glyphs_shown_are_embedded(press):
    few, many = (press(_write(text)).data for text in ("くらし", "くらしの台帳をひらく安心課"))
    assert len(few) < len(many) < len(few) + 20_000


def test_that_two_documents_share_no_codes():
    font = EmbeddedFont(typeface("BIZUDGothic-Regular"))
    one, other = PDFDocument(), PDFDocument()
    assert font.splitString("函館", one) == [(0, b"\0\1\0\2")]
    assert font.splitString("館", other) == [(0, b"\0\1")]
    assert font.splitString("館函", one) == [(0, b"\0\2\0\1")]
    assert font.getSubsetInternalName(0, one) == font.getSubsetInternalName(0, other) == "/F1"


def test_that_prints_at_the_same_time_do_not_mix(press, tmp_path):
    press(_write("函館市くらし安心課"))
    book = (tmp_path / "帳票.xlsx").read_bytes()
    alone = print_bytes(book)[0]
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: print_bytes(book)[0], range(8))) == {alone}


def test_that_a_canvas_measures_text_by_the_glyphs_it_draws():
    font = EmbeddedFont(typeface("BIZUDGothic-Regular"))
    assert font.stringWidth("函館ab", 10) == pytest.approx(30)
    assert font.stringWidth("葛\U000e0100", 10) == pytest.approx(10)
    assert font.stringWidth("😀", 10) == pytest.approx(10)
