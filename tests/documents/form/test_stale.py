"""Stored results of formulas go exactly where something they depend on changed."""

import pytest

from app.documents.form.fill import fill
from tests.documents.form.workbooks import parts, tree, with_parts, written

FIRST, SECOND = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
BOOK = "xl/workbook.xml"


def results(data: bytes, part: str = FIRST) -> dict[str, str | None]:
    cells = tree(data, part).iter("{*}c")
    return {c.get("r"): c.findtext("{*}v") for c in cells if c.find("{*}f") is not None}


def formulas(*texts: str, draw=None) -> bytes:
    """Column C holds the formulas, A1 the cell to fill, A2 the number 7; all results are 5."""

    def how(book):
        sheet, other = book.add_worksheet("様式"), book.add_worksheet("他 表")
        book.define_name("入力", "=様式!$A$1")
        book.define_name("入力の倍", "=入力*2")
        sheet.write("A1", 1)
        sheet.write("A2", 7)
        for row, text in enumerate(texts):
            sheet.write_formula(row, 2, text, None, 5)
        other.write_formula("A1", "=様式!C1", None, 5)
        other.write_formula("A2", "=様式!A2", None, 5)
        if draw:
            draw(book, sheet)

    return written(how)


@pytest.mark.parametrize(
    "text",
    [
        "=A1+1", "=$A$1", "=SUM(A:A)", "=SUM(1:1)", "=SUM(A1:A9)", "=入力", "=入力の倍+1",
        '=INDIRECT("A"&1)', "=OFFSET(A2,-1,0)", "=TODAY()", "=様式!A1", "='様式'!A1*2",
        "=SUM('様式:他 表'!A1)",
    ],
)  # fmt: skip
def test_that_what_depends_on_a_filled_cell_goes_and_what_depends_on_that(text):
    done = fill(formulas(text, "=A2+1"), {"様式!A1": 3}).data
    assert results(done) == {"C1": None, "C2": "5"}
    assert results(done, SECOND) == {"A1": None, "A2": "5"}
    assert b'fullCalcOnLoad="1"' in parts(done)[BOOK]


@pytest.mark.parametrize(
    "text",
    ["=A2+1", '="A1"&A2', "=[1]Sheet1!A1", "=B1:B9", "=ROW()", "=表1A1", "=他!A1", "=LOG10(A2)"],
)
def test_that_what_does_not_depend_stays(text):
    assert results(fill(formulas(text), {"様式!A1": 3}).data) == {"C1": "5"}


def test_that_tables_arrays_and_long_chains_are_followed():
    def draw(book, sheet):
        sheet.write_formula("D1", "=SUM(売上[額])", None, 5)
        sheet.add_table("F1:G4", {"name": "売上", "columns": [{"header": "日"}, {"header": "額"}]})
        sheet.write_array_formula("I1:I3", "{=A1:A3*2}", None, 5)
        sheet.write("I2", 5)
        sheet.write("I3", 5)
        sheet.write_formula("J1", "=I3", None, 5)
        for row in range(1, 500):
            sheet.write_formula(row, 11, f"=L{row}+1", None, 5)
        sheet.write_formula("L1", "=A1", None, 5)

    form = formulas(draw=draw)
    done = results(fill(form, {"様式!A1": 3}).data)
    assert {cell: value for cell, value in done.items() if value} == {"D1": "5"}
    cells = {
        c.get("r"): c.findtext("{*}v")
        for c in tree(fill(form, {"様式!A1": 3}).data, FIRST).iter("{*}c")
    }
    assert (cells["I2"], cells["I3"]) == (None, None)
    done = results(fill(form, {"様式!G2": 3}).data)
    assert {cell for cell, value in done.items() if not value} == {"D1"}


def test_that_formulas_that_share_a_text_are_read_as_in_their_cell():
    form = formulas("=A1+1", "=A2+1", "=A3+1")
    sheet = parts(form)[FIRST]
    for row, old in enumerate((b"<f>A1+1</f>", b"<f>A2+1</f>", b"<f>A3+1</f>")):
        shared = (
            b'<f t="shared" ref="C1:C3" si="0">A1+1</f>' if row == 0 else b'<f t="shared" si="0"/>'
        )
        sheet = sheet.replace(old, shared)
    done = fill(with_parts(form, {FIRST: sheet}), {"様式!A2": 3}).data
    assert results(done) == {"C1": "5", "C2": None, "C3": "5"}


def test_that_a_grown_list_drops_the_results_of_its_rows_and_its_total_only(drawn):
    def draw(book, sheet):
        sheet.write("A4", "{{表.数}}")
        sheet.write_formula("B4", "=A4*2", None, 5)
        sheet.write_formula("A6", "=SUM(A4:A4)", None, 5)
        sheet.write_formula("A7", "=A2", None, 5)
        sheet.write_formula("B7", "=ROWS(B4:B4)", None, 5)

    done = fill(formulas(draw=draw), {"表": [{"数": 1}, {"数": 2}]}).data
    assert results(done) == {"B4": None, "B5": None, "A7": None, "A8": "5", "B8": None}
    assert "xl/calcChain.xml" not in parts(done)


def test_that_a_form_without_formulas_keeps_its_settings():
    form = written(lambda book: book.add_worksheet("様式").write("A1", "{{題}}"))
    form = with_parts(form, {BOOK: parts(form)[BOOK].replace(b' fullCalcOnLoad="1"', b"")})
    assert parts(fill(form, {"題": "x"}).data)[BOOK] == parts(form)[BOOK]
    form = formulas("=A2")
    form = with_parts(form, {BOOK: parts(form)[BOOK].replace(b' fullCalcOnLoad="1"', b"")})
    assert b'fullCalcOnLoad="1"' in parts(fill(form, {"様式!B9": "x"}).data)[BOOK]
