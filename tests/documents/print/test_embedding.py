from __future__ import annotations

import re
import zlib

import pytest


def _write(text, **style):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 60)
        sheet.write(0, 0, text, book.add_format({"font_name": "BIZ UDゴシック", **style}))

    return build


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
    fonts = re.findall(rb"/Type/Font/Subtype/(\w+)/BaseFont/(\S+)", data)
    assert {kind.split(b"/")[0] for kind, _ in fonts} == {b"Type0", b"CIDFontType2"}
    names = {name.split(b"/")[0] for _, name in fonts}
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
    assert data.count(b"/FontFile2") == len(names)
    assert len(data) < 200_000


def test_that_a_name_written_in_code_blocks_of_a_hundred_is_read_whole(press):
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 250))
    printed = press(lambda book: book.add_worksheet().write(0, 0, text))
    copied = "".join(page.text for page in printed.pages)
    assert set(text[:40]) <= set(copied)
    for stream in re.findall(rb"stream\n(.*?)\nendstream", printed.data, re.DOTALL):
        try:
            content = zlib.decompress(stream)
        except zlib.error:
            continue
        for count in re.findall(rb"(\d+) beginbfchar", content):
            assert int(count) <= 100
