"""Pictures and QR codes put into cells."""

import io

import openpyxl
import pytest
from PIL import Image

from app.documents.form.fill import fill
from app.documents.form.values import Picture, decode
from app.kernel.errors import Refusal
from tests.documents.form.workbooks import parts, picture, tree, written

EMU = 12_700


def anchors(data: bytes, part: str = "xl/drawings/drawing1.xml"):
    return list(tree(data, part))


def place(anchor) -> tuple[int, int]:
    return int(anchor.findtext("{*}from/{*}row")), int(anchor.findtext("{*}from/{*}col"))


def test_that_a_picture_lies_inside_its_merged_cell_in_its_proportions(drawn):
    def draw(sheet):
        sheet["B2"] = "{{印}}"
        sheet.merge_cells("B2:C3")
        sheet.column_dimensions["B"].width = 30
        sheet.row_dimensions[2].height = sheet.row_dimensions[3].height = 30

    done = fill(drawn(draw), {"印": Picture(picture(40, 20))})
    assert done.written == (("様式", "B2"),)
    (anchor,) = anchors(done.data)
    size = anchor.find("{*}ext")
    wide, high = int(size.get("cx")), int(size.get("cy"))
    assert wide == pytest.approx(2 * high, rel=0.001)
    assert 0.9 * 60 * EMU < high <= 60 * EMU
    assert place(anchor) == (1, 1)
    sheet = openpyxl.load_workbook(io.BytesIO(done.data))["様式"]
    assert sheet["B2"].value is None
    assert len(sheet._images) == 1


def test_that_pictures_join_a_drawing_that_is_there_and_one_file_serves_them_all():
    def draw(book):
        sheet = book.add_worksheet("様式")
        sheet.insert_image("D9", "a.png", {"image_data": io.BytesIO(picture(9, 9))})
        sheet.write("A1", "{{人.印}}")
        sheet.write("A2", "末尾 {{印}}")

    form = written(draw)
    seal = Picture(picture(20, 20, mode="1"))
    done = fill(form, {"人": [{"印": seal}, {"印": seal}, {"印": None}], "印": seal})
    before, after = parts(form), parts(done.data)
    assert sorted(set(after) - set(before)) == ["xl/media/image2.png"]
    assert after["xl/media/image2.png"] == seal.data
    assert after["xl/media/image1.png"] == before["xl/media/image1.png"]
    assert sorted(place(anchor) for anchor in anchors(done.data)) == sorted(
        [(10, 3), (0, 0), (1, 0), (3, 0)]
    )
    ids = [
        entry.get("id") for entry in tree(done.data, "xl/drawings/drawing1.xml").iter("{*}cNvPr")
    ]
    assert len(set(ids)) == 4
    assert done.findings == ()


@pytest.mark.parametrize(
    ("kind", "mode", "ending"),
    [("PNG", "RGBA", "png"), ("JPEG", "L", "jpeg"), ("BMP", "RGB", "png"), ("TIFF", "CMYK", "png")],
)
def test_that_other_kinds_of_picture_become_png(drawn, kind, mode, ending):
    form = drawn(lambda sheet: sheet.append(["{{印}}"]))
    done = fill(form, {"印": Picture(picture(10, 10, kind, mode))})
    assert Image.open(io.BytesIO(parts(done.data)[f"xl/media/image1.{ending}"])).size == (10, 10)


def test_that_a_photo_is_put_upright(drawn):
    stream, turned = io.BytesIO(), Image.Exif()
    turned[0x112] = 6
    Image.new("RGB", (40, 20)).save(stream, "JPEG", exif=turned)
    done = fill(drawn(lambda s: s.append(["{{印}}"])), {"印": Picture(stream.getvalue())})
    assert Image.open(io.BytesIO(parts(done.data)["xl/media/image1.jpeg"])).size == (20, 40)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(50)])
def test_that_what_is_no_picture_is_said_and_changes_nothing_else(drawn, data):
    form = drawn(lambda sheet: sheet.append(["{{印}}", "{{題}}"]))
    done = fill(form, {"印": Picture(data, "印.png"), "題": "x"})
    assert [(finding.kind, finding.cell) for finding in done.findings] == [("picture", "A1")]
    assert "印.png" in done.findings[0].text
    assert done.written == (("様式", "B1"),)
    assert not any(name.startswith("xl/media") for name in parts(done.data))


def test_that_a_text_becomes_a_qr_code(drawn):
    form = drawn(lambda sheet: sheet.append(["{{番号|QR}}", "{{長い|QR}}"]))
    done = fill(form, {"番号": "https://example.jp/申込?n=1", "長い": "あ" * 500})
    image = Image.open(io.BytesIO(parts(done.data)["xl/media/image1.png"])).convert("L")
    dot = image.width // 8
    corner = [image.getpixel(((4 + n) * 8 + 4, 4 * 8 + 4)) for n in range(8)]
    assert corner == [0] * 7 + [255]
    assert (image.width, dot % 4) == (image.height, (17 + 8) % 4)
    sheet = openpyxl.load_workbook(io.BytesIO(done.data))["様式"]
    assert (sheet["A1"].value, sheet["B1"].value) == (None, "あ" * 500)


def test_that_a_picture_of_a_values_file_is_found_beside_it(tmp_path):
    (tmp_path / "seal.png").write_bytes(b"x")
    values = {"印": {"picture": "seal.png"}, "表": [{"印": {"picture": "seal.png"}}]}
    assert decode(values, tmp_path) == {
        "印": (seal := Picture(b"x", "seal.png")),
        "表": [{"印": seal}],
    }
    with pytest.raises(Refusal, match="無い"):
        decode({"picture": "無い.png"}, tmp_path)
