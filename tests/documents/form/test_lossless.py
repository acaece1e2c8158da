"""Ten cells of a workbook filled: nothing else differs, part by part and element by element."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from app.documents.form.fill import fill
from tests.documents.form.workbooks import parts, with_parts

FORMS = Path(__file__).parents[4] / "shared" / "data" / "02_forms"
REAL = sorted((*FORMS.rglob("*.xlsx"), *FORMS.rglob("*.xlsm")))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SETTINGS = {"xl/workbook.xml"}

pytestmark = [
    pytest.mark.skipif(not REAL, reason="the shared forms are not here"),
    pytest.mark.filterwarnings("ignore::UserWarning:openpyxl"),
]


@pytest.fixture(params=REAL, ids=lambda path: path.name)
def form(request) -> bytes:
    return request.param.read_bytes()


def test_that_only_the_filled_cells_differ(form):
    values = ten_values(form)
    done = fill(form, values)
    assert done.findings == ()
    assert {f"{sheet}!{cell}" for sheet, cell in done.written} == set(values)
    assert_only_cells_differ(form, done.data, set(values))
    assert read(done.data, values) == values


def test_that_cells_mapped_onto_fields_are_filled_just_so(form):
    values = ten_values(form)
    fields = {f"項目{number}": value for number, value in enumerate(values.values())}
    marks = {key: f"{{{{{name}}}}}" for key, name in zip(values, fields, strict=True)}
    done = fill(form, fields, marks)
    assert done.data == fill(form, values).data
    assert fill(form, {"別の項目": 1}, marks).data == form


def test_that_macros_and_unknown_parts_stay():
    form = REAL[0].read_bytes()
    macros = {"xl/vbaProject.bin": bytes(range(256)) * 20, "customUI/customUI.xml": b"<a  b='c' />"}
    form = with_parts(form, macros)
    done = parts(fill(form, ten_values(form)).data)
    assert {name: done[name] for name in macros} == macros


@cache
def ten_values(form: bytes) -> dict[str, object]:
    """Ten cells without formulas, all over the visible sheets, each with a text or a number."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    keys = [
        f"{sheet.title}!{cell}"
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for cell in free_cells(sheet)
    ]
    keys = keys[:: max(len(keys) // 10, 1)][:10]
    assert len(keys) == 10
    return {key: f"値{n}" if n % 3 else n + 0.5 for n, key in enumerate(keys)}


def free_cells(sheet) -> Iterator[str]:
    merged = {cell for area in sheet.merged_cells.ranges for cell in area.cells}
    firsts = {(area.min_row, area.min_col) for area in sheet.merged_cells.ranges}
    for row in sheet.iter_rows(max_row=min(sheet.max_row + 2, 80), max_col=30):
        for cell in row:
            place = (cell.row, cell.column)
            free = place in firsts or place not in merged
            if free and cell.data_type != "f" and not cell.is_date:
                yield cell.coordinate


def read(data: bytes, keys) -> dict[str, object]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    split = ((key, *key.rpartition("!")[::2]) for key in keys)
    return {key: book[sheet][cell].value for key, sheet, cell in split}


def assert_only_cells_differ(before: bytes, after: bytes, filled: set[str]) -> None:
    assert entries(after) == entries(before)
    sheets = {part: name for name, part in sheet_parts(before).items()}
    old, new = parts(before), parts(after)
    for part, data in old.items():
        if new[part] == data:
            continue
        if part in SETTINGS:
            assert without_settings(new[part]) == without_settings(data)
        else:
            cells = {key.rpartition("!")[2] for key in filled if key.startswith(f"{sheets[part]}!")}
            assert_same_elements(data, new[part], cells)


def entries(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return [(item.filename, item.date_time) for item in opened.infolist()]


def sheet_parts(data: bytes) -> dict[str, str]:
    book, links = (
        etree.fromstring(parts(data)[name])
        for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    )
    targets = {link.get("Id"): link.get("Target") for link in links}
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {
        sheet.get("name"): f"xl/{targets[sheet.get(key)].removeprefix('/xl/')}"
        for sheet in book.iter(f"{MAIN}sheet")
    }


def without_settings(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for entry in root.findall(f"{MAIN}calcPr"):
        root.remove(entry)
    return etree.tostring(root)


def assert_same_elements(before: bytes, after: bytes, filled: set[str]) -> None:
    """All that is not a filled cell is the same to the letter: order, spaces, prefixes, text."""
    assert after.startswith(before[: before.index(b">", before.index(b"<worksheet")) + 1])
    old, new = elements(before, filled), elements(after, filled)
    for left, right in zip(old, new, strict=True):
        assert left == right


def elements(data: bytes, filled: set[str]) -> list[tuple[object, ...]]:
    root = etree.fromstring(data)
    for cell in list(root.iter(f"{MAIN}c")):
        if cell.get("r") in filled:
            cell.getparent().remove(cell)
        elif cell.find(f"{MAIN}f") is not None:
            forget_result(cell)
    for row in list(root.iter(f"{MAIN}row")):
        if not len(row) and row.keys() == ["r"]:
            row.getparent().remove(row)
    return [
        (each.tag, each.attrib.items(), each.text, each.tail, each.nsmap) for each in root.iter()
    ]


def forget_result(cell: etree._Element) -> None:
    cell.attrib.pop("t", None)
    for value in cell.findall(f"{MAIN}v"):
        cell.remove(value)
