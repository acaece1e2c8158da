"""Whatever lists grow: everything keeps pointing at the same content, and values come back."""

import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from app.documents.form.fill import fill
from tests.documents.form.workbooks import with_parts

LEAN = settings(max_examples=25, deadline=None)
TEXTS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff_"),
    max_size=30,
)


@dataclass(frozen=True)
class Drawn:
    """One list as it is drawn: rows an item, empty rows below it, how many items it gets."""

    height: int
    gap: int
    items: int


SHEETS = st.lists(
    st.lists(st.builds(Drawn, st.integers(1, 3), st.integers(0, 3), st.integers(0, 6)), max_size=3),
    min_size=1,
    max_size=2,
)


@LEAN
@given(SHEETS)
def test_that_merges_names_rules_and_formulas_point_at_the_same_content(sheets):
    book = openpyxl.Workbook()
    looking = book.active
    looking.title = "見る"
    values: dict[str, object] = {"題": "x"}
    marks = [
        mark
        for number, lists in enumerate(sheets)
        for mark in draw(book, f"表 {number}", lists, values)
    ]
    done = openpyxl.load_workbook(io.BytesIO(fill(saved(book), values).data))
    for row, (sheet, mark, texts) in enumerate(marks, start=1):
        check(done, done[sheet], row, mark, texts)


def draw(book, title: str, lists, values) -> list[tuple[str, str, list[str]]]:
    """Draw lists one below the other, after each a marked cell that everything points at."""
    sheet, looking = book.create_sheet(title), book["見る"]
    marks, row = [], 1
    for number, drawn in enumerate(lists):
        name, mark = f"{title.replace(' ', '')}の{number}", f"印{title}{number}"
        values[name] = [{"a": f"{name}-{item}"} for item in range(drawn.items)]
        sheet.cell(row, 1, f"{{{{*{name} 段{drawn.height}}}}}{{{{{name}.a}}}}")
        first = row
        row += drawn.height + drawn.gap
        sheet.cell(row, 1, mark)
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=1, end_column=2)
        looking.append([f"='{title}'!A{row}", f"=COUNTA('{title}'!A{first}:A{row - 1})"])
        book.defined_names[mark.replace(" ", "")] = DefinedName(
            mark.replace(" ", ""), attr_text=f"'{title}'!$A${row}"
        )
        rule = DataValidation(type="list", formula1=f"$A${row}", sqref=f"C{row}")
        sheet.add_data_validation(rule)
        sheet.conditional_formatting.add(f"D{row}", FormulaRule(formula=[f"$A{row}=1"]))
        marks.append((title, mark, [f"{name}-{item}" for item in range(drawn.items)]))
        row += 2
    return marks


def check(book, sheet, row: int, mark: str, texts: list[str]) -> None:
    named = book.defined_names[mark.replace(" ", "")].attr_text.rpartition("!")[2].replace("$", "")
    assert sheet[named].value == mark
    looking = book["見る"]
    assert looking.cell(row, 1).value == f"='{sheet.title}'!{named}"
    assert f"{named}:B{int(named[1:]) + 1}" in {str(area) for area in sheet.merged_cells.ranges}
    rules = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert rules[named.replace("A", "C")] == named.replace("A", "$A$")
    conditions = {str(each.sqref): each.rules[0].formula for each in sheet.conditional_formatting}
    assert conditions[named.replace("A", "D")] == [f"${named}=1"]
    area = looking.cell(row, 2).value.rpartition("!")[2].removesuffix(")")
    cells = [cell for (cell,) in sheet[area]] if ":" in area else [sheet[area]]
    assert [cell.value for cell in cells if cell.value] == texts


def saved(book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


SINGLE = openpyxl.Workbook()
SINGLE.active.title = "様式"
for at, field in enumerate(("文", "数", "日", "可"), start=1):
    SINGLE.active.cell(1, at, f"{{{{{field}}}}}")
    SINGLE.active.cell(3, at, f"{{{{表.{field}}}}}")
SINGLE.active.cell(5, 1, "前{{文}}後")
ITEM = st.fixed_dictionaries(
    {
        "文": TEXTS,
        "数": st.integers(-(10**15), 10**15) | st.floats(-1e12, 1e12, allow_subnormal=False),
        "日": st.dates(date(1900, 3, 1), date(2999, 12, 31)),
        "可": st.booleans(),
    }
)


@LEAN
@given(ITEM, st.lists(ITEM, max_size=5))
def test_that_what_was_filled_is_read_back(single, items):
    done = fill(saved(SINGLE), {**single, "表": items}).data
    sheet = openpyxl.load_workbook(io.BytesIO(done))["様式"]
    for row, item in ((1, single), *enumerate(items, start=3)):
        text, number, day, truth = (cell.value for cell in sheet[row][:4])
        assert ((text or ""), truth) == (item["文"], item["可"])
        assert number == item["数"]
        assert day - datetime.combine(item["日"], datetime.min.time()) == timedelta(0)
    assert sheet.cell(max(len(items), 1) + 4, 1).value == f"前{single['文']}後"


@LEAN
@given(
    st.dictionaries(st.sampled_from(["xl/media/a.png", "customXml/b.xml", "x.bin"]), st.binary())
)
def test_that_nothing_to_fill_gives_the_same_bytes(extra):
    form = with_parts(saved(SINGLE), extra)
    assert fill(form, {}).data == form
    assert fill(form, {}, {"様式!B9": "{{文}}"}).data == form
