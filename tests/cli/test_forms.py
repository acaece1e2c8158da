"""The commands on forms: any workbook is checked, filled and printed, or refused in words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from app.cli.program import run
from tests.documents.form.hostile_books import REFUSED
from tests.journeys.test_hostile import fill, small_disk

SAID = Callable[..., tuple[str, str]]


@pytest.fixture
def kurashi(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> SAID:
    """Return a function that runs a command, expects its code, and returns what it said."""

    def command(*words: object, code: int = 0) -> tuple[str, str]:
        assert run(["--data", str(tmp_path / "home"), *map(str, words)]) == code
        said = capsys.readouterr()
        return said.out, said.err

    return command


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Return a form with a tag, a list, a defined name, a formula and a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "様式 1"
    sheet["A1"], sheet["A2"] = "{{講座名}}", "{{開催日|R8.4.1}}"
    sheet["A4"], sheet["B4"] = "{{受講者.氏名}}", "{{受講者.年齢}}"
    sheet["B5"] = "=SUM(B4:B4)"
    name = openpyxl.workbook.defined_name.DefinedName("会場名", attr_text="'様式 1'!$C$7")
    book.defined_names["会場名"] = name
    book.create_sheet("控え")["A1"] = "写し"
    book["控え"].sheet_state = "hidden"
    path = tmp_path / "様式.xlsx"
    book.save(path)
    return path


def write(path: Path, values: object) -> Path:
    path.write_text(json.dumps(values, ensure_ascii=False), "utf-8")
    return path


def test_that_every_shape_of_value_gets_to_its_place(
    kurashi: SAID, form: Path, tmp_path: Path
) -> None:
    Image.new("RGB", (8, 8), "red").save(tmp_path / "印.png")
    people = [{"氏名": "=函館", "年齢": 70}, {"氏名": "亀田", "年齢": None}]
    values = {
        "講座名": "入門", "開催日": {"date": "2026-06-03"}, "受講者": people, "会場名": "会館",
        "様式 1!D9": 2.5, "'様式 1'!D10": True, "様式 1!D11": {"date": "2026-04-01"},
        "様式 1!F1": {"picture": "印.png"},
    }  # fmt: skip
    out, pdf = tmp_path / "出力.xlsx", tmp_path / "出力.pdf"
    said, _ = kurashi(
        "form", "fill", form, "--values", write(tmp_path / "値.json", values), "-o", out,
        "--pdf", pdf,
    )  # fmt: skip
    assert "出力.xlsx" in said
    sheet = openpyxl.load_workbook(out)["様式 1"]
    found = {cell.coordinate: cell.value for row in sheet for cell in row if cell.value is not None}
    assert found["A1"] == "入門"
    assert found["A2"] == "R8.6.3"
    assert found["A4"] == "=函館"
    assert sheet["A4"].data_type == "s"
    assert (found["B4"], found["A5"], found["B6"]) == (70, "亀田", "=SUM(B4:B5)")
    assert found["C8"] == "会館"
    assert (found["D10"], found["D11"]) == (2.5, True)
    assert sheet["D12"].is_date
    assert len(sheet._images) == 1
    assert pdf.read_bytes().startswith(b"%PDF")


def test_that_no_values_give_the_same_bytes(kurashi: SAID, form: Path, tmp_path: Path) -> None:
    out = tmp_path / "出力.xlsx"
    kurashi("form", "fill", form, "--values", write(tmp_path / "値.json", {}), "-o", out)
    assert out.read_bytes() == form.read_bytes()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{", "1行目"),
        ("[1]", "の形に"),
        ('{"a": NaN}', "JSON"),
        ('{"a": ' + "[" * 100_000, "JSON"),
        ('{"a": ' + "9" * 5_000 + "}", "JSON"),
        ('{"a": ["b"]}', "「a」の一覧"),
        ('{"a": [{"b": {"date": 3}}]}', "「a.b」の日付"),
        ('{"a": {"date": "2026-02-30"}}', "2026-02-30"),
        ('{"a": {"strike": 1}}', "横線"),
        ('{"a": {"picture": 1}}', "画像"),
        ('{"a": {"picture": "ない.png"}}', "ない.png"),
        ('{"a": {"picture": "."}}', "画像"),
        ('{"a": {"picture": "\\u0000"}}', "画像"),
    ],
)
def test_that_bad_values_are_refused_in_words_and_nothing_is_written(
    kurashi: SAID, form: Path, tmp_path: Path, text: str, word: str
) -> None:
    values, out = tmp_path / "値.json", tmp_path / "出力.xlsx"
    values.write_text(text, "utf-8")
    out.write_bytes(b"before")
    _, said = kurashi("form", "fill", form, "--values", values, "-o", out, code=2)
    assert word in said
    assert said.strip().endswith("。")
    assert out.read_bytes() == b"before"


def test_that_files_that_cannot_be_read_or_written_are_refused(
    kurashi: SAID, form: Path, tmp_path: Path
) -> None:
    values, out = write(tmp_path / "値.json", {"講座名": "x"}), tmp_path / "出力.xlsx"
    before = form.read_bytes()
    (tmp_path / "値.txt").write_bytes('{"a": "函館"}'.encode("cp932"))
    for words, word in (
        ((form, "--values", tmp_path / "ない.json", "-o", out), "ない.json"),
        ((form, "--values", tmp_path, "-o", out), "フォルダー"),
        ((form, "--values", tmp_path / "値.txt", "-o", out), "UTF-8"),
        ((tmp_path / "ない.xlsx", "--values", values, "-o", out), "ない.xlsx"),
        ((tmp_path, "--values", values, "-o", out), "フォルダー"),
        ((form, "--values", values, "-o", form), "同じ"),
        ((form, "--values", values, "-o", out, "--pdf", out), "同じ"),
        ((form, "--values", values, "-o", tmp_path / "ない" / "a.xlsx"), "保存先"),
    ):
        _, said = kurashi("form", "fill", *words, code=2)
        assert word in said
    assert not out.exists()
    assert form.read_bytes() == before


def test_that_a_form_is_checked_against_a_document(
    kurashi: SAID, form: Path, tmp_path: Path
) -> None:
    found = json.loads(kurashi("form", "check", form, "--json")[0])
    assert found["fields"] == ["講座名", "開催日"]
    assert found["lists"] == ["受講者.氏名", "受講者.年齢"]
    assert found["unknown"] == []
    assert found["places"][0] == {"sheet": "様式 1", "cell": "A1", "tag": "講座名"}
    words = ("form", "check", form, "--document", "attendance-sheet")
    found = json.loads(kurashi(*words, "--json")[0])
    assert "開催日" in found["unknown"]
    assert set(found["findings"][0]) == {"sheet", "cell", "text", "kind", "name", "remark"}
    said, _ = kurashi(*words)
    assert "様式 1!A2: 「{{開催日}}」" in said
    assert "nonsense" in kurashi("form", "check", form, "--document", "nonsense", code=2)[1]


def test_that_a_form_without_tags_is_checked_and_printed(kurashi: SAID, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "函館\U0003134a"
    book.active["A2"] = "=NOSUCH(A1)"
    book.save(tmp_path / "表.xlsx")
    said, _ = kurashi("form", "check", tmp_path / "表.xlsx")
    assert "項目: なし" in said
    words = ("form", "print", tmp_path / "表.xlsx", "-o", tmp_path / "表.pdf")
    said, warned = kurashi(*words)
    assert "1ページ" in said
    assert "U+3134A" in warned
    assert "A2" in warned or "計算" in warned
    assert (tmp_path / "表.pdf").read_bytes().startswith(b"%PDF")
    kurashi(*words, "--rules", "libreoffice", "--sheet", "Sheet")
    assert "「ない」" in kurashi(*words, "--sheet", "ない", code=2)[1]
    assert (
        "同じ"
        in kurashi("form", "print", tmp_path / "表.xlsx", "-o", tmp_path / "表.xlsx", code=2)[1]
    )


def test_that_only_visible_sheets_are_printed_unless_one_is_named(
    kurashi: SAID, form: Path, tmp_path: Path
) -> None:
    out = tmp_path / "様式.pdf"
    assert "1ページ" in kurashi("form", "print", form, "-o", out)[0]
    assert "1ページ" in kurashi("form", "print", form, "-o", out, "--sheet", "控え")[0]


@pytest.mark.parametrize("name", ["encrypted", "docx", "cut", "strict", "doubled by case"])
def test_that_a_bad_form_is_refused_by_every_command_and_the_target_stays(
    kurashi: SAID, tmp_path: Path, name: str
) -> None:
    how, word = REFUSED[name]
    form, target = tmp_path / "様式.xlsx", tmp_path / "出力"
    form.write_bytes(how())
    target.write_bytes(b"before")
    values = write(tmp_path / "値.json", {"講座名": "x"})
    for words in (
        ("check", form, "--json"),
        ("fill", form, "--values", values, "-o", target),
        ("print", form, "-o", target),
    ):
        out, said = kurashi("form", *words, code=2)
        assert not out
        assert "「様式.xlsx」" in said
        assert re.search(word, said)
        assert said.strip().endswith("。")
    assert target.read_bytes() == b"before"
    assert len(list(tmp_path.iterdir())) == 4


def test_that_a_full_disk_leaves_what_was_there(kurashi: SAID, form: Path, tmp_path: Path) -> None:
    folder = tmp_path / "小さい"
    folder.mkdir()
    values = write(tmp_path / "値.json", {"講座名": "x"})
    with small_disk(folder, 64):
        target = folder / "出力.xlsx"
        target.write_bytes(b"before")
        fill(folder)
        words = ("form", "fill", form, "--values", values, "-o", target)
        assert "空きが足りません" in kurashi(*words, code=2)[1]
        assert "空きが足りません" in kurashi("form", "print", form, "-o", target, code=2)[1]
        assert target.read_bytes() == b"before"
        assert sorted(path.name for path in folder.iterdir()) == ["filler", "出力.xlsx"]
