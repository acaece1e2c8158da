from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from app.documents.form.addresses import split_cell
from app.documents.formula.calculation import Calculation
from app.documents.formula.scalars import CellError
from app.documents.sheet.book import Book
from app.documents.sheet.formula_source import FormulaSource
from app.kernel.errors import Refusal

SHARED = Path(__file__).parents[3] / ".." / "shared" / "data"


def _written(build: Callable[[xlsxwriter.Workbook], None], *, ask: bool = False) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    build(book)
    book.close()
    return stream.getvalue() if ask else _without_asking(stream.getvalue())


def _without_asking(data: bytes) -> bytes:
    """Return a workbook that does not ask to be calculated when it is opened."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            if name == "xl/workbook.xml":
                raw = raw.replace(b' fullCalcOnLoad="1"', b"")
            new.writestr(name, re.sub(rb"<v>offen</v>", b"", raw))
    return out.getvalue()


def _values(data: bytes, *cells: str, sheet: str = "表", moment: datetime | None = None) -> list:
    (found,) = Book(data, moment).sheets([sheet])
    values = [found.cell(*(split_cell(cell) or (1, 1))).value for cell in cells]
    return [value.text if isinstance(value, CellError) else value for value in values]


def test_that_stored_results_are_trusted():
    def build(book):
        sheet = book.add_worksheet("表")
        sheet.write_formula("A1", "=1+1", None, 5)
        sheet.write_formula("A2", "=A1+1", None, "alt")
        sheet.write_formula("A3", '=""', None, "")
        sheet.write_formula("A4", "=NICHTS()", None, 0)

    assert _values(_written(build), "A1", "A2", "A3", "A4") == [5, "alt", "", 0]


def test_that_only_what_depends_on_a_missing_result_is_computed():
    def build(book):
        sheet = book.add_worksheet("表")
        sheet.write("B1", 10)
        sheet.write_formula("A1", "=B1*2", None, "offen")
        sheet.write_formula("A2", "=A1+1", None, 999)
        sheet.write_formula("A3", "=B1+1", None, 777)

    assert _values(_written(build), "A1", "A2", "A3") == [20, 21, 777]


def test_that_hidden_sheets_and_names_count():
    def build(book):
        sheet, hidden = book.add_worksheet("表"), book.add_worksheet("設定")
        hidden.hide()
        hidden.write_formula("A1", "=2*3", None, "offen")
        book.define_name("倍", "=設定!$A$1*2")
        sheet.write_formula("A1", "=設定!A1", None, 1)
        sheet.write_formula("A2", "=倍", None, 1)
        sheet.write_formula("A3", "=1+1", None, 44)

    assert _values(_written(build), "A1", "A2", "A3") == [6, 12, 44]


def test_that_shared_and_array_formulas_are_computed():
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    for row in range(1, 4):
        sheet[f"A{row}"] = row
    sheet["C1"] = openpyxl.worksheet.formula.ArrayFormula("C1:C3", "=A1:A3*2")
    sheet["D1"] = "=SHARED"
    book.save(stream)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            raw = raw.replace(b"<f>SHARED</f>", b'<f t="shared" si="0" ref="D1:D2">A1+$A$3</f>')
            raw = raw.replace(
                b'<c r="A2"', b'<c r="D2"><f t="shared" si="0"/></c><c r="A2"'
            )  # the order of cells is not checked
            new.writestr(name, raw)
    assert _values(out.getvalue(), "C1", "C2", "C3", "D1", "D2") == [2, 4, 6, 4, 5]


def test_that_a_program_that_does_not_calculate_is_not_believed():
    def build(book):
        sheet = book.add_worksheet("表")
        sheet.write_formula("A1", "=2*3")
        sheet.write_formula("A2", "=A1+1")
        sheet.write_formula("A3", "=1", None, 8)

    assert _values(_written(build, ask=True), "A1", "A2", "A3") == [6, 7, 8]


def test_that_the_day_is_shown_where_it_is_known():
    def build(book):
        sheet = book.add_worksheet("表")
        sheet.write_formula("A1", "=TODAY()", None, 40_000)
        sheet.write_formula("A2", "=YEAR(A1)", None, 2009)

    data = _written(build)
    assert _values(data, "A1", "A2") == [40_000, 2009]
    assert _values(data, "A1", "A2", moment=datetime(2026, 4, 1)) == [46_113, 2026]


def test_that_what_cannot_be_computed_is_empty_and_named():
    def build(book):
        sheet = book.add_worksheet("表")
        sheet.write_formula("A1", "=NICHTS(1)", None, "offen")
        sheet.write_formula("A2", "=A1+1", None, 5)
        sheet.write_formula("A3", "=A3", None, "offen")
        sheet.write_formula("A4", "=1", None, "offen")

    (sheet,) = Book(_written(build)).sheets(["表"])
    assert [sheet.cell(row, 1).value for row in (1, 2, 3, 4)] == [None, None, None, 1]
    reasons = dict(sheet.uncomputed)
    assert set(reasons) == {"A1", "A2", "A3"}
    assert "NICHTS" in reasons["A1"]
    assert "循環参照" in reasons["A3"]


def test_that_texts_of_tables_and_rich_texts_are_read():
    def build(book):
        sheet = book.add_worksheet("表")
        sheet.add_table(
            "A1:B4", {"name": "売上", "columns": [{"header": "品"}, {"header": "額"}],
                      "data": [["甲", 10], ["乙", 20], ["丙", 30]]},
        )  # fmt: skip
        sheet.write_rich_string("D1", "甲", book.add_format({"bold": True}), "乙")
        sheet.write_formula("E1", "=SUM(売上[額])", None, "offen")
        sheet.write_formula("E2", "=D1&1", None, "offen")

    assert _values(_written(build), "E1", "E2") == [60, "甲乙1"]


def test_that_furigana_are_read_aloud():
    def build(book):
        sheet = book.add_worksheet("表")
        sheet.write("A1", "函館の花子")
        sheet.write_formula("B1", "=PHONETIC(A1:A2)&PHONETIC(C1)", None, "offen")

    out = io.BytesIO()
    spoken = (
        '<t>函館の花子</t><rPh sb="0" eb="2"><t>ハコダテ</t></rPh>'
        '<rPh sb="3" eb="5"><t>ハナコ</t></rPh><phoneticPr fontId="0"/>'
    )
    with zipfile.ZipFile(io.BytesIO(_written(build))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            raw = old.read(name).decode().replace("<t>函館の花子</t>", spoken)
            new.writestr(name, raw)
    assert _values(out.getvalue(), "B1") == ["ハコダテのハナコ"]


# What Excel stored and we cannot or must not compute: chance, other files, circles, and the days
# of the week that LibreOffice, which wrote that book, names in Japanese.
_OURS_DIFFER = ("RAND()", "[1]", "ddd")
_CIRCLES = {"issue_565_multi_axis_shared.xlsx", "issue_567_absolute_shared.xlsx"}


@pytest.mark.parametrize("folder", ["02_forms", "09_xlsx_corpus"])
def test_that_every_stored_result_is_computed_the_same(folder):
    if not (SHARED / folder).is_dir():
        pytest.skip("the shared workbooks are not here")
    wrong, count = [], 0
    for path in sorted((SHARED / folder).rglob("*.xlsx")):
        try:
            book = Book(path.read_bytes())
        except Refusal:
            continue
        source = FormulaSource(book._workbook, book._texts, book._cells_of, None)
        for grid, place, stored in _stored(source):
            count += 1
            text, found = grid.formulas[place].text, grid.values[place[0]].get(place[1])
            skipped = any(part in text for part in _OURS_DIFFER) or path.name in _CIRCLES
            if not skipped and not _same(stored, found):
                wrong.append((path.name, grid.name, place, text, stored, found))
    assert wrong == []
    assert count > 100


def _stored(source):
    """Compute every formula that has a result, and yield both."""
    sheets = source.shared()
    grids = [grid for name in source.names if (grid := sheets.grid(name))]
    stored = {
        (grid, place): grid.values[place[0]].pop(place[1], None)
        for grid in grids
        for place in grid.formulas
        if not grid.is_open(place)
    }
    for grid, place in stored:
        grid.open(place)
    Calculation(sheets).compute(stored)
    return [(grid, place, value) for (grid, place), value in stored.items()]


def _same(stored, found):
    if isinstance(stored, float) and isinstance(found, float):
        return found == pytest.approx(stored, rel=1e-9)
    return (stored or "") == (found or "")
