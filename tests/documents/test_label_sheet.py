"""Label sheets, measured on the PDF with the frames that a trial print has."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest
from pypdfium2 import raw

from app.documents.form.fill import fill
from app.documents.label_sheet import LABEL_SHEETS, LabelSheet, checked, label_form
from app.documents.print.book import print_bytes
from app.documents.proof import fill_and_proof
from app.kernel.errors import Refusal

ALLOWED = 0.3
"""In mm: what issue 4 asks for."""
POINT = 25.4 / 72
LINE = {
    "郵便番号": "〒040-8666", "住所": "函館市東雲町4-13", "建物": "見本ハイツ101号室",
    "団体名": "東雲町会", "役職": "町会長", "宛名": "函館　太郎　様", "連名": "　　　花子　様",
}  # fmt: skip
OWN = LabelSheet("own", 4, 11, 48.3, 25.4, 8.4, 8.8, gap=0.3)


def lines(pdf: bytes) -> tuple[list[float], list[float]]:
    """Return where upright lines stand and level ones lie, in mm from the top left."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    height = page.get_height()
    across, down = [], []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        if right - left < top - bottom:
            across.append((left + right) / 2 * POINT)
        else:
            down.append((height - (top + bottom) / 2) * POINT)
    document.close()
    return across, down


def nearest(places: list[float], wanted: float) -> float:
    return min(abs(place - wanted) for place in places)


@pytest.mark.parametrize("sheet", [*LABEL_SHEETS, OWN], ids=lambda sheet: sheet.key)
def test_that_every_edge_is_where_the_sheet_has_it(sheet: LabelSheet) -> None:
    filled = fill(label_form(sheet, frames=True), {"宛名": [LINE] * sheet.count})
    pdf, result = print_bytes(filled.data)
    assert result.pages == 1
    across, down = lines(pdf)
    for number in range(sheet.count):
        left, top = sheet.place(number)
        for edge in (left, left + sheet.width):
            assert nearest(across, edge) < ALLOWED
        for edge in (top, top + sheet.height):
            assert nearest(down, edge) < ALLOWED


@pytest.mark.parametrize(("right", "down"), [(1.5, -0.8), (-1.0, 2.0)])
def test_that_all_can_be_moved(right: float, down: float) -> None:
    sheet = LABEL_SHEETS[0]
    form = label_form(sheet, right=right, down=down, frames=True)
    across, level = lines(print_bytes(fill(form, {"宛名": [LINE]}).data)[0])
    for edge in (18.6, 18.6 + 86.4, 18.6 + 2 * 86.4):
        assert nearest(across, edge + right) < ALLOWED
    for row in range(7):
        assert nearest(level, 21.6 + 42.3 * row + down) < ALLOWED


def test_that_labels_at_the_papers_edge_stay_on_one_page_when_moved() -> None:
    sheet = next(one for one in LABEL_SHEETS if one.key == "21")
    for move in ({"right": -2.0}, {"right": 2.0, "down": 2.0}, {"down": -2.0}):
        filled = fill(label_form(sheet, **move), {"宛名": [LINE] * sheet.count})
        assert print_bytes(filled.data)[1].pages == 1


def test_that_labels_go_on_over_the_next_sheets_and_begin_anywhere() -> None:
    sheet = LABEL_SHEETS[0]
    rows = [{}] * 4 + [{**LINE, "宛名": f"函館　{n}子　様"} for n in range(20)]
    filled = fill_and_proof(label_form(sheet), {"宛名": rows})
    assert not filled.findings
    document = pypdfium2.PdfDocument(print_bytes(filled.data)[0])
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert [page.count("〒040-8666") for page in pages] == [8, 12]
    assert "7子" in pages[0]
    assert "8子" in pages[1]
    document.close()


def test_that_long_text_is_condensed_into_its_label() -> None:
    sheet = LABEL_SHEETS[0]
    long = {name: text * 6 for name, text in LINE.items()}
    pdf, _ = print_bytes(fill_and_proof(label_form(sheet), {"宛名": [long]}).data)
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].get_textpage()
    shown = page.get_text_range().replace("\r\n", "")
    for text in long.values():
        assert text.strip("　") in shown
    left, top = sheet.place(0)
    for number in range(page.count_chars()):
        box = page.get_charbox(number)
        assert left < box[0] * POINT
        assert box[2] * POINT < left + sheet.width
        assert (841.89 - box[1]) * POINT < top + sheet.height
    document.close()


@pytest.mark.parametrize(
    "wrong",
    [
        LabelSheet("x", 3, 8, 71, 30, 0, 0),
        LabelSheet("x", 0, 8, 50, 30, 0, 0),
        LabelSheet("x", 1, 1, 5, 30, 0, 0),
        LabelSheet("x", 1, 1, 50, 30, -1, 0),
        LabelSheet("x", 1, 9, 50, 30, 0, 30),
    ],
)
def test_that_a_sheet_that_is_not_on_the_paper_is_refused(wrong: LabelSheet) -> None:
    with pytest.raises(Refusal, match="ラベル"):
        checked(wrong)
    assert checked(OWN) is OWN


def test_that_the_same_sheet_gives_the_same_form_again() -> None:
    drawn = [label_form(LABEL_SHEETS[0]) for _ in range(2)]
    with zipfile.ZipFile(io.BytesIO(drawn[0])) as one, zipfile.ZipFile(io.BytesIO(drawn[1])) as two:
        assert one.namelist() == two.namelist()
        assert [one.read(name) for name in one.namelist()] == list(map(two.read, two.namelist()))
