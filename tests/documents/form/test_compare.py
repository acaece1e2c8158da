"""A new edition of a form beside the last: found again where certain, asked about where not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.form.addresses import cell_name, split_cell
from app.documents.form.compare import Comparison, compare
from app.kernel.errors import Refusal
from tests.documents.form.editions import edited, insert_columns, insert_rows, rename, write

OURS = sorted((Path(__file__).parents[3] / "resources" / "forms").glob("*.xlsx"))
CITY = Path(__file__).parents[3] / ".." / "shared" / "data" / "02_forms"
BURDEN = CITY / "ja_kaigo_futangendo_form.xlsx"
MARKS = {
    f"Sheet1!{cell}": f"{{{{{name}}}}}"
    for cell, name in {
        "H3": "作成日", "D6": "フリガナ", "D7": "氏名", "C9": "生年月日", "C10": "住所",
        "I12": "電話", "C17": "入所日", "C23": "配偶者氏名", "D26": "配偶者住所",
        "E51": "預貯金額", "C56": "申請者氏名", "C58": "申請者住所",
    }.items()
}  # fmt: skip

Draw = Callable[[Callable[[Worksheet], object]], bytes]


@pytest.fixture(scope="module")
def burden() -> bytes:
    """A city's application form with 49 merged areas and no tag in it."""
    if not BURDEN.exists():
        pytest.skip(f"{BURDEN.name} is not there")
    return BURDEN.read_bytes()


@pytest.fixture
def simple(drawn: Draw) -> bytes:
    """Labels in B with places in C, a small table below, and a unit."""

    def draw(sheet: Worksheet) -> None:
        sheet["A1"] = "令和7年度　参加申込書"
        for row, label in enumerate(("氏名", "住所", "電話", "年齢"), start=3):
            sheet.cell(row, 2, label)
        sheet["D6"] = "歳"
        sheet.append([])
        sheet["B9"], sheet["C9"], sheet["D9"] = "続柄", "家族の氏名", "家族の職業"
        sheet["B10"], sheet["B11"] = "配偶者", "子"

    return drawn(draw)


PLACES = {
    f"様式!{cell}": f"{{{{{name}}}}}"
    for cell, name in {
        "C3": "氏名", "C4": "住所", "C5": "電話", "C6": "年齢", "C10": "妻", "D11": "子の職業",
    }.items()
}  # fmt: skip


def kinds(found: Comparison) -> dict[str, str]:
    return {place.old.partition("!")[2]: place.kind for place in found.places}


def why(found: Comparison, cell: str) -> str:
    return next(place.why for place in found.places if place.old.endswith(f"!{cell}"))


@pytest.mark.parametrize("form", OURS, ids=lambda path: path.stem)
def test_that_one_of_our_forms_is_the_same_as_itself(form: Path) -> None:
    data = form.read_bytes()
    found = compare(data, data, {})
    assert found.is_same
    assert found.places
    assert found.carried == {}


def test_that_a_city_form_is_the_same_as_itself(burden: bytes) -> None:
    found = compare(burden, burden, MARKS)
    assert found.is_same
    assert found.carried == MARKS
    assert len(found.places) == len(MARKS)


@settings(max_examples=6, deadline=None)
@given(at=st.integers(1, 66), count=st.integers(1, 4))
def test_that_no_mark_of_a_city_form_is_carried_to_a_wrong_cell(at: int, count: int) -> None:
    if not BURDEN.exists():
        pytest.skip(f"{BURDEN.name} is not there")
    data = BURDEN.read_bytes()
    found = compare(data, edited(data, insert_rows(at, count)), MARKS)
    assert found.new_labels == found.gone_labels == ()
    certain = [place for place in found.places if place.kind in {"same", "moved"}]
    assert all(place.new == moved(place.old, at, count) for place in certain)
    assert len(certain) >= len(MARKS) - 4
    assert found.carried == {moved(place.old, at, count): place.text for place in certain}


@settings(max_examples=12, deadline=None)
@given(
    labels=st.lists(
        st.text("氏名住所電話番号月日", min_size=1, max_size=3), min_size=2, max_size=12
    ),
    at=st.integers(1, 14),
    count=st.integers(1, 5),
)
def test_that_rows_put_in_move_everything_below(labels: list[str], at: int, count: int) -> None:
    """Every row has a label of its own here, so every place can be found."""

    def draw(sheet: Worksheet) -> None:
        sheet.title = "様式"
        for row, label in enumerate(labels, start=1):
            sheet.cell(row, 2, f"{row}{label}")
            sheet.cell(row, 4, "円")

    form = edited(blank(), draw)
    marks = {f"様式!C{row}": f"{{{{欄{row}}}}}" for row in range(1, len(labels) + 1)}
    found = compare(form, edited(form, insert_rows(at, count)), marks)
    for place in found.places:
        assert place.new == moved(place.old, at, count)
        assert place.kind == ("same" if place.new == place.old else "moved")
    assert list(found.carried.values()) == list(marks.values())


def blank() -> bytes:
    import io  # noqa: PLC0415

    import openpyxl  # noqa: PLC0415

    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


def moved(key: str, at: int, count: int) -> str:
    """Return where a cell is after rows were put in above a row."""
    sheet, _, cell = key.rpartition("!")
    row, column = split_cell(cell) or (0, 0)
    return f"{sheet}!{cell_name(row + count if row >= at else row, column)}"


def test_that_a_changed_label_is_asked_about_and_nothing_else(simple: bytes) -> None:
    found = compare(simple, edited(simple, write("B4", "勤務先の住所")), PLACES)
    assert kinds(found) == {
        "C3": "same", "C4": "doubtful", "C5": "same", "C6": "same", "C10": "same", "D11": "same",
    }  # fmt: skip
    assert why(found, "C4") == "左の見出しが「住所」から「勤務先の住所」に変わりました。"
    assert "様式!C4" not in found.carried
    assert found.new_labels == ("様式!B4: 勤務先の住所",)
    assert found.gone_labels == ("様式!B4: 住所",)


def test_that_fields_in_another_order_are_followed_or_asked_about(simple: bytes) -> None:
    swapped = edited(simple, write("B4", "電話"), write("B5", "住所"))
    found = compare(simple, swapped, PLACES)
    assert {one.old: one.new for one in found.of_kind("same", "moved")} == {
        "様式!C3": "様式!C3", "様式!C4": "様式!C5", "様式!C5": "様式!C4",
        "様式!C6": "様式!C6", "様式!C10": "様式!C10", "様式!D11": "様式!D11",
    }  # fmt: skip
    assert found.carried["様式!C5"] == "{{住所}}"


def test_that_columns_of_a_table_in_another_order_are_not_confused(simple: bytes) -> None:
    swapped = edited(simple, write("C9", "家族の職業"), write("D9", "家族の氏名"))
    found = compare(simple, swapped, PLACES)
    assert found.carried.get("様式!C10") is None
    assert found.carried.get("様式!D11") is None


def test_that_a_place_whose_label_is_gone_is_gone(simple: bytes) -> None:
    def without_phone(sheet: Worksheet) -> None:
        sheet.delete_rows(5)

    found = compare(simple, edited(simple, without_phone), PLACES)
    assert kinds(found)["C5"] == "gone"
    assert "「電話」" in why(found, "C5")
    assert {one.old: one.new for one in found.of_kind("moved")} == {
        "様式!C6": "様式!C5", "様式!C10": "様式!C9", "様式!D11": "様式!D10",
    }  # fmt: skip
    assert why(found, "C6") == "1行上へ動きました。"
    assert found.gone_labels == ("様式!B5: 電話",)


def test_that_a_new_field_between_two_is_new_and_the_rest_moves(simple: bytes) -> None:
    grown = edited(simple, insert_rows(5, 1), write("B5", "メール"))
    found = compare(simple, grown, PLACES)
    assert found.new_labels == ("様式!B5: メール",)
    assert found.carried == {
        "様式!C3": "{{氏名}}", "様式!C4": "{{住所}}", "様式!C6": "{{電話}}", "様式!C7": "{{年齢}}",
        "様式!C11": "{{妻}}", "様式!D12": "{{子の職業}}",
    }  # fmt: skip


def test_that_a_column_put_in_before_the_labels_moves_all(simple: bytes) -> None:
    found = compare(simple, edited(simple, insert_columns(2, 2)), PLACES)
    assert set(kinds(found).values()) == {"moved"}
    assert found.carried["様式!E3"] == "{{氏名}}"
    assert why(found, "C3") == "2列右へ動きました。"


def test_that_a_column_put_in_between_is_followed_where_other_labels_tell(simple: bytes) -> None:
    found = compare(simple, edited(simple, insert_columns(3, 1)), PLACES)
    assert found.carried["様式!D3"] == "{{氏名}}"
    assert set(kinds(found).values()) == {"moved"}


def test_that_a_column_put_in_between_is_asked_about_where_nothing_tells(drawn: Draw) -> None:
    form = drawn(lambda sheet: [sheet.append([None, label]) for label in ("氏名", "住所")])
    found = compare(form, edited(form, insert_columns(3, 1)), {"様式!C1": "{{氏名}}"})
    assert kinds(found) == {"C1": "same"}  # nothing is drawn there: the two are the same
    lined = edited(form, write("E1", "円"))
    found = compare(lined, edited(lined, insert_columns(3, 1)), {"様式!C1": "{{氏名}}"})
    assert kinds(found) == {"C1": "doubtful"}
    assert "決められません" in why(found, "C1")


def test_that_cells_merged_otherwise_are_asked_about(simple: bytes) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("C3:E3")
        sheet.merge_cells("B4:C4")

    found = compare(simple, edited(simple, merge), PLACES)
    assert kinds(found)["C3"] == kinds(found)["C4"] == "doubtful"
    assert why(found, "C3") == "セルの大きさが1行×1列から1行×3列に変わりました。"
    assert set(found.carried) == {"様式!C10", "様式!D11"}  # 住所 now stands above the others too


def test_that_another_unit_is_asked_about(simple: bytes) -> None:
    found = compare(simple, edited(simple, write("D6", "歳代")), PLACES)
    assert kinds(found)["C6"] == "doubtful"


def test_that_a_text_in_the_cell_itself_must_stay(simple: bytes) -> None:
    with_text = edited(simple, write("C3", "（フルネーム）"))
    assert kinds(compare(simple, with_text, PLACES))["C3"] == "doubtful"
    spaced = edited(simple, write("C3", "（ フルネーム　）"))
    assert compare(with_text, spaced, PLACES).is_same


def test_that_the_year_of_a_title_is_no_change(simple: bytes) -> None:
    assert compare(simple, edited(simple, write("A1", "令和８年度 参加申込書")), PLACES).is_same


def test_that_a_renamed_sheet_is_followed(simple: bytes) -> None:
    found = compare(simple, edited(simple, rename("R8改正"), insert_rows(3, 1)), PLACES)
    assert found.carried["R8改正!C4"] == "{{氏名}}"
    assert why(found, "C3") == "シート名が「R8改正」に変わりました。1行下へ動きました。"
    assert found.new_labels == found.gone_labels == ()


def test_that_another_sheet_altogether_is_not_mistaken_for_the_old(
    simple: bytes, drawn: Draw
) -> None:
    other = edited(drawn(lambda sheet: sheet.append(["請求書"])), rename("請求"))
    found = compare(simple, other, PLACES)
    assert set(kinds(found).values()) == {"gone"}
    assert why(found, "C3") == "シート「様式」がありません。"
    assert found.new_labels == ("請求!A1: 請求書",)
    assert len(found.gone_labels) == 11


def test_that_blocks_that_say_the_same_are_told_apart_only_where_they_can_be(drawn: Draw) -> None:
    """Three people, one after the other; a fourth block may have been put in anywhere."""

    def draw(sheet: Worksheet, people: int) -> None:
        sheet["A1"] = "参加者"
        for person in range(people):
            sheet.cell(3 + 2 * person, 2, "氏名")
            sheet.cell(4 + 2 * person, 2, "年齢")

    three = drawn(lambda sheet: draw(sheet, 3))
    four = drawn(lambda sheet: draw(sheet, 4))
    marks = {f"様式!C{row}": f"{{{{欄{row}}}}}" for row in range(3, 9)}
    assert compare(three, three, marks).carried == marks
    assert compare(three, four, marks).carried == {}


def test_that_typed_tags_become_marks_of_an_edition_without_them(simple: bytes) -> None:
    tagged = edited(simple, write("C3", "{{氏名|敬称}}"), write("C4", "函館市{{住所}}"))
    plain = edited(simple, write("C4", "函館市　　"), insert_rows(2, 1))
    found = compare(tagged, plain, {})
    assert found.carried == {"様式!C4": "{{氏名|敬称}}", "様式!C5": "函館市{{住所}}"}
    assert found.new_labels == ()


def test_that_tags_typed_into_both_are_found_by_themselves(simple: bytes) -> None:
    tagged = edited(simple, write("C3", "{{氏名}}"), write("C5", "{{電話}}"))
    again = edited(simple, write("C3", "{{電話}}"), write("E8", "{{氏名|様}}"))
    found = compare(tagged, again, {})
    assert {one.old: one.new for one in found.of_kind("moved")} == {
        "様式!C3": "様式!E8", "様式!C5": "様式!C3",
    }  # fmt: skip
    assert found.carried == {}


def test_that_a_mark_yields_to_a_tag_typed_into_the_new_edition(simple: bytes) -> None:
    again = edited(simple, write("C3", "{{氏名}}"), write("C4", "{{電話}}"))
    found = compare(simple, again, PLACES)
    assert kinds(found)["C3"] == "same"
    assert kinds(found)["C4"] == "doubtful"
    assert not {"様式!C3", "様式!C4"} & set(found.carried)


def test_that_a_mark_nowhere_in_the_old_edition_is_gone(simple: bytes) -> None:
    found = compare(simple, simple, {"別紙!C3": "{{氏名}}"})
    assert [one.kind for one in found.places] == ["gone"]
    assert found.carried == {}


def test_that_what_is_no_workbook_is_refused(simple: bytes) -> None:
    with pytest.raises(Refusal):
        compare(simple, b"PK", {})
