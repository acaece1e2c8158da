from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from app.documents.print.book import print_book, print_bytes
from app.kernel.errors import Cancelled, Refusal

DATA = Path(__file__).parents[3] / ".." / "shared" / "data" / "02_forms"
FORMS = sorted(DATA.rglob("*.xlsx")) if DATA.is_dir() else []


def _sheets(*names, hidden=()):
    def build(book):
        for name in names:
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, f"{name}の中身")
            if name in hidden:
                sheet.hide()

    return build


def test_that_all_visible_sheets_become_one_pdf(press):
    printed = press(_sheets("一", "二", "三", hidden=("二",)))
    assert [page.text.strip() for page in printed.pages] == ["一の中身", "三の中身"]
    assert printed.result.pages == 2


def test_that_only_the_sheets_asked_for_are_printed(press):
    printed = press(_sheets("一", "二", "三"), sheets=["三", "一"])
    assert [page.text.strip() for page in printed.pages] == ["三の中身", "一の中身"]


def test_that_a_sheet_that_is_not_there_is_named(press):
    with pytest.raises(Refusal, match="「四」というシート"):
        press(_sheets("一"), sheets=["四"])


def test_that_an_empty_workbook_is_refused(press):
    with pytest.raises(Refusal, match="印刷するものがありません"):
        press(lambda book: book.add_worksheet())


def test_that_the_same_workbook_gives_the_same_bytes(press):
    build = _sheets("一", "二")
    assert press(build).data == press(build).data


def test_that_the_document_names_its_title_and_when_it_was_printed(press):
    printed = press(_sheets("一"), moment=datetime(2026, 4, 1, 9, 5))
    document = pypdfium2.PdfDocument(printed.data)
    try:
        found = document.get_metadata_dict()
    finally:
        document.close()
    assert found["Title"] == "帳票"
    assert found["Producer"] == "kurashi"
    assert found["CreationDate"] == "D:20260401090500"
    assert str(Path.cwd()).encode() not in printed.data


def test_that_reportlab_is_loaded_only_for_a_print():
    code = "import sys, app.documents.print.book; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_that_headers_and_footers_show_their_codes(press):
    def build(book):
        for name in ("名簿", "次"):
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, "本文")
            sheet.set_header('&L&"BIZ UDゴシック,太字"&14&F&C&A&R&P/&N')
            sheet.set_footer("&C- &P -&R&D &T")

    printed = press(build, moment=datetime(2026, 4, 1, 9, 5))
    first, second = printed.pages
    assert "名簿" in first.text
    assert "帳票" in first.text
    assert "1/2" in first.text
    assert "- 2 -" in second.text
    assert "2026/4/1 9:05" in first.text
    assert first.find("帳票").left == pytest.approx(50.4, abs=1)
    assert first.find("1/2").right == pytest.approx(595.3 - 50.4, abs=1)
    assert first.find("-1-").bottom > 800


def test_that_a_page_number_may_begin_elsewhere(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "本文")
        sheet.set_paper(9)
        sheet.set_start_page(7)
        sheet.set_footer("&C&P頁")

    assert press(build).page.find("7頁").top > 780


def test_that_an_old_target_stays_when_printing_is_refused(tmp_path):
    target, book = tmp_path / "前.pdf", tmp_path / "壊れ.xlsx"
    target.write_bytes(b"before")
    book.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(Refusal, match="壊れて"):
        print_book(book, target)
    assert target.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["前.pdf", "壊れ.xlsx"]


def test_that_a_print_can_be_stopped(press):
    class Stopping:
        def step(self, _done, _total):
            raise Cancelled

    with pytest.raises(Cancelled):
        press(_sheets("一", "二"), progress=Stopping())


def _changed(book: Path, change) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.infolist():
            data = change(item.filename, old.read(item))
            if data is not None:
                new.writestr(item.filename, data)
    return stream.getvalue()


@pytest.fixture
def book(tmp_path, press):
    press(_sheets("一"))
    return tmp_path / "帳票.xlsx"


def test_that_a_workbook_without_styles_is_printed(book):
    data = _changed(book, lambda name, old: None if name.endswith("styles.xml") else old)
    _, result = print_bytes(data)
    assert result.pages == 1


@pytest.mark.parametrize("part", ["sheet1.xml", "styles.xml", "sharedStrings.xml", "workbook.xml"])
def test_that_broken_xml_is_refused_in_words(book, part):
    data = _changed(book, lambda name, old: old[: len(old) // 2] if name.endswith(part) else old)
    with pytest.raises(Refusal, match="保存し直して"):
        print_bytes(data)


def test_that_a_strict_workbook_is_refused_in_words(book):
    plain = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    data = _changed(book, lambda _, old: old.replace(plain, strict))
    with pytest.raises(Refusal, match="Strict"):
        print_bytes(data)


def test_that_nonsense_numbers_do_no_harm(book):
    def spoil(name, old):
        if not name.endswith("sheet1.xml"):
            return old
        spoilt = old.replace(b'<row r="1"', b'<row r="1" ht="-5" s="99999" customFormat="1"')
        spoilt = spoilt.replace(b'<c r="A1"', b'<c r="A1" s="4711"')
        return spoilt.replace(
            b"<pageMargins",
            b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins',
        ).replace(b'left="0.7"', b'left="NaN"')

    _, result = print_bytes(_changed(book, spoil))
    assert result.pages >= 1


def test_that_a_formula_without_a_result_is_named(press):
    def build(book):
        sheet = book.add_worksheet("計算")
        sheet.write(0, 0, "合計")
        sheet.write_formula(0, 1, '=WEBSERVICE("x")', None, "")

    (warning,) = press(build).result.warnings
    assert "「計算」のB1" in warning
    assert "WEBSERVICE" in warning


def test_that_the_stored_result_of_a_formula_is_printed(press):
    def build(book):
        book.add_worksheet().write_formula(0, 0, "=VLOOKUP(1,D1:E2,2)", None, 42)

    assert press(build).page.text.strip() == "42"


@pytest.mark.skipif(not FORMS, reason="the official forms are not on this machine")
@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.name)
@pytest.mark.parametrize("rules", ["excel", "libreoffice"])
def test_that_official_forms_are_printed(form, rules):
    data, result = print_bytes(form, rules=rules)
    assert data.startswith(b"%PDF-")
    assert result.pages >= 1
    assert result.missing == ()
