"""What is drawn, seen in the picture of the page."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from app.documents.print.book import print_bytes

LEFT, TOP = 0.7 * 72, 0.75 * 72
WIDTH, HEIGHT = 10.71 * 5.5, 15.0


def _styled(**style):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 9, 10)
        sheet.write_blank(0, 0, None, book.add_format(style))
        sheet.write(5, 0, "下")

    return build


@pytest.mark.parametrize("kind", range(1, 14))
def test_that_every_kind_of_border_is_drawn(press, kind):
    page = press(_styled(border=kind)).page
    for place in (TOP, TOP + HEIGHT):
        assert page.dark(LEFT + 2, place - 1.5, LEFT + WIDTH - 2, place + 1.5) > 0.03
    assert page.dark(LEFT + 5, TOP + 4, LEFT + WIDTH - 5, TOP + HEIGHT - 4) == 0


def test_that_heavier_lines_are_thicker(press):
    shares = [
        press(_styled(border=kind)).page.dark(LEFT + 5, TOP - 2, LEFT + WIDTH - 5, TOP + 2)
        for kind in (7, 1, 2, 5)
    ]
    assert shares == sorted(shares)
    assert shares[-1] > 2 * shares[1]


@pytest.mark.parametrize(("kind", "corners"), [(1, (1, 0)), (2, (0, 1)), (3, (1, 1))])
def test_that_diagonals_strike_a_cell_out(press, kind, corners):
    page = press(_styled(diag_type=kind, diag_border=1)).page
    third = WIDTH / 6
    rising = page.dark(LEFT + WIDTH - third, TOP, LEFT + WIDTH, TOP + 4)
    falling = page.dark(LEFT, TOP, LEFT + third, TOP + 4)
    assert (rising > 0.05, falling > 0.05) == tuple(bool(corner) for corner in corners)


def test_that_fills_are_drawn_in_their_colour(press):
    page = press(_styled(bg_color="#FFC000")).page
    pixel = page.picture.getpixel((int((LEFT + 20) * 3), int((TOP + 7) * 3)))
    assert pixel[:3] == (0xFF, 0xC0, 0x00)


def test_that_lines_inside_a_merged_area_are_left_out(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 9, 10)
        sheet.merge_range(0, 0, 2, 2, "", book.add_format({"border": 1}))
        sheet.write(5, 0, "下")

    page = press(build).page
    assert page.dark(LEFT + 5, TOP + 5, LEFT + 3 * WIDTH - 5, TOP + 3 * HEIGHT - 5) == 0
    assert page.dark(LEFT + 5, TOP + 3 * HEIGHT - 1, LEFT + 3 * WIDTH - 5, TOP + 3 * HEIGHT + 1) > 0


def test_that_pictures_are_drawn_and_kept_once(press, tmp_path):
    for name, mode, colour in (("a.png", "RGBA", (255, 0, 0, 255)), ("b.jpg", "RGB", (0, 0, 255))):
        Image.new(mode, (40, 40), colour).save(tmp_path / name)

    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 9, "右")
        sheet.insert_image(0, 0, str(tmp_path / "a.png"))
        sheet.insert_image(10, 0, str(tmp_path / "a.png"))
        sheet.insert_image(5, 0, str(tmp_path / "b.jpg"), {"object_position": 3})
        sheet.fit_to_pages(1, 1)

    printed = press(build)
    picture = printed.page.picture
    colours = {picture.getpixel((x, y))[:3] for x in range(160, 260, 5) for y in range(160, 700, 5)}
    assert any(red > 240 and blue < 20 for red, _, blue in colours)
    assert any(blue > 240 and red < 20 for red, _, blue in colours)
    assert printed.data.count(b"/Subtype /Image") == 2


def test_that_a_picture_in_an_unknown_format_is_named(press, tmp_path):
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")

    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "字")
        sheet.insert_image(2, 0, str(tmp_path / "a.png"))

    press(build)
    stream = io.BytesIO()
    with zipfile.ZipFile(tmp_path / "帳票.xlsx") as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.infolist():
            is_picture = item.filename.endswith(".png")
            new.writestr(item.filename, b"broken" if is_picture else old.read(item))
    _, result = print_bytes(stream.getvalue())
    assert "image1.png" in result.warnings[0]


def test_that_a_photograph_is_kept_as_it_is_and_one_in_print_colours_is_converted(press, tmp_path):
    Image.effect_noise((60, 60), 90).convert("RGB").save(tmp_path / "a.jpg")
    Image.new("CMYK", (40, 40), (0, 255, 255, 0)).save(tmp_path / "b.jpg")

    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "字")
        sheet.insert_image(2, 0, str(tmp_path / "a.jpg"))
        sheet.insert_image(12, 0, str(tmp_path / "b.jpg"))

    printed = press(build)
    assert (tmp_path / "a.jpg").read_bytes() in printed.data
    assert printed.data.count(b"/DCTDecode") == 1
    assert printed.result.warnings == ()


def test_that_what_shows_through_a_picture_stays_to_be_seen(press, tmp_path):
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(tmp_path / "a.png")

    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "字")
        sheet.insert_image(2, 0, str(tmp_path / "a.png"))

    page = press(build).page
    assert page.dark(LEFT, TOP + 2 * HEIGHT + 2, LEFT + 25, TOP + 2 * HEIGHT + 25) == 0
