"""Pictures on sheets and in headers: their place, what is cut off, what cannot be read."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from app.documents.print.book import print_bytes
from tests.documents.drawn_books import at, drawn_book

MARGIN = 36.0
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/image" Target="../media/{name}"/></Relationships>'
)


def picture(crop="", frame="", inside=""):
    return (
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="図 1"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip r:embed="rId1">{inside}</a:blip><a:srcRect {crop}/></xdr:blipFill>'
        f'<xdr:spPr><a:xfrm {frame}/><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic>'
    )


def halves():
    """Return a picture that is red at the left and blue at the right."""
    image = Image.new("RGB", (40, 20), (255, 0, 0))
    image.paste((0, 0, 255), (20, 0, 40, 20))
    return image


@pytest.fixture
def show(read):
    def run(content, kind="PNG", data=None):
        stream = io.BytesIO()
        if data is None:
            halves().save(stream, kind)
        name = f"image1.{kind.lower()}"
        parts = {
            f"xl/media/{name}": stream.getvalue() if data is None else data,
            "xl/drawings/_rels/drawing1.xml.rels": _RELATIONS.format(name=name).encode(),
        }
        made, result = print_bytes(drawn_book([at(50, 50, 80, 40, content)], parts=parts))
        return read(made)[0], result

    return run


def colour(page, x, y):
    pixel = page.picture.getpixel((int((MARGIN + 50 + x) * 3), int((MARGIN + 50 + y) * 3)))[:3]
    names = {(True, False, False): "red", (False, False, True): "blue", (True,) * 3: "white"}
    return names.get(tuple(part > 200 for part in pixel), "other")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_that_a_picture_fills_its_anchor(show, kind):
    page, result = show(picture(), kind)
    assert [colour(page, x, 20) for x in (-3, 3, 77, 83)] == ["white", "red", "blue", "white"]
    assert result.warnings == ()


def test_that_what_is_cut_off_is_not_shown(show):
    page, _ = show(picture('l="50000"'))
    assert [colour(page, x, 20) for x in (-3, 3, 77, 83)] == ["white", "blue", "blue", "white"]


@pytest.mark.parametrize("frame", ['flipH="1"', 'rot="10800000"'])
def test_that_pictures_are_mirrored_and_turned(show, frame):
    page, _ = show(picture(frame=frame))
    assert [colour(page, x, 20) for x in (3, 77)] == ["blue", "red"]


def test_that_a_faint_picture_is_faint(show):
    page, _ = show(picture(inside='<a:alphaModFix amt="20000"/>'))
    pixel = page.picture.getpixel((int((MARGIN + 53) * 3), int((MARGIN + 70) * 3)))[:3]
    assert pixel == pytest.approx((255, 204, 204), abs=3)


@pytest.mark.parametrize("data", [b"", b"\x01\x00\x00\x00EMF", b"\x89PNG\r\n\x1a\nbroken"])
def test_that_a_broken_picture_is_an_empty_frame_and_named(show, data):
    page, result = show(picture(), data=data)
    assert "image1.png" in result.warnings[0]
    assert page.dark(MARGIN + 49, MARGIN + 60, MARGIN + 51, MARGIN + 80) > 0
    assert colour(page, 40, 20) == "white"


def test_that_a_picture_stands_in_its_part_of_header_and_footer(read, tmp_path):
    halves().save(tmp_path / "mark.png", dpi=(96, 96))

    def build(_, sheet):
        sheet.set_header("&L&G", {"image_left": str(tmp_path / "mark.png")})
        sheet.set_footer("&R&G", {"image_right": str(tmp_path / "mark.png")})

    page = read(print_bytes(drawn_book([], build))[0])[0]
    # 40 by 20 pixels are 30 by 15 points; the header's margin is 0.3 inches.
    pixels = page.picture
    assert pixels.getpixel((int((MARGIN + 3) * 3), int((21.6 + 7) * 3)))[:3] == (255, 0, 0)
    right, bottom = page.width - MARGIN - 3, page.height - 21.6 - 7
    assert pixels.getpixel((int(right * 3), int(bottom * 3)))[:3] == (0, 0, 255)
