"""Workbooks made to do harm, or only odd: a sentence that says what to do, or the right result."""

import warnings
import zipfile
from io import BytesIO

import openpyxl
import pytest

from app.documents.form.check import check
from app.documents.form.fill import fill
from app.documents.form.package import Package
from app.documents.print.book import print_book, print_bytes
from app.kernel.errors import Refusal
from tests.documents.form.hostile_books import (
    REFUSED,
    WORKING,
    hidden,
    parts,
)

VALUES = {"講座名": "入門", "様式!B2": 5, "受講者": [{"氏名": "函館"}, {"氏名": "亀田"}]}
WAYS = [check, lambda form: fill(form, VALUES), print_bytes]
LARGE = {"a million merges", "a million conditions", "bomb", "many entries"}


def made(how):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return how()


@pytest.mark.parametrize("name", REFUSED)
def test_that_a_bad_workbook_is_refused_in_words_whatever_is_wanted_of_it(name):
    how, word = REFUSED[name]
    form = made(how)
    for way in WAYS[1:2] if name in LARGE else WAYS:
        with pytest.raises(Refusal, match=word) as refused:
            way(form)
        assert str(refused.value).endswith("。")
        assert "ください" in str(refused.value)


def grown_if_it_can(form: bytes) -> bytes:
    """Fill a form with a list of two; with one where something stands in the last row."""
    try:
        return fill(form, VALUES).data
    except Refusal as refused:
        assert "最後の行" in str(refused)  # noqa: PT017 - either outcome is right
        return fill(form, {**VALUES, "受講者": [{"氏名": "函館"}]}).data


@pytest.mark.parametrize("name", WORKING)
def test_that_an_odd_workbook_is_checked_filled_and_printed(name):
    form = WORKING[name]()
    check(form)
    filled = grown_if_it_can(form)
    with zipfile.ZipFile(BytesIO(filled)) as archive:
        assert archive.testzip() is None
    assert fill(form, {}).data == form
    if name not in {"no strings", "whole sheet merged"}:
        assert "入門".encode() in b"".join(parts(filled).values())
    try:
        pdf, _ = print_bytes(filled, sheets=["様式"])
    except Refusal as refused:
        assert "2,000ページ" in str(refused)  # noqa: PT017 - a cell in the far corner
    else:
        assert pdf.startswith(b"%PDF")


def test_that_a_hidden_sheet_is_filled_and_not_printed():
    _, printed = print_bytes(hidden("hidden"))
    assert printed.pages == 1
    with pytest.raises(Refusal, match="印刷するもの"):
        print_bytes(hidden("hidden", "veryHidden"))
    assert fill(hidden("hidden", "veryHidden"), VALUES).written


@pytest.mark.parametrize("how", ["zero bytes", "cut", "docx", "doubled part"])
def test_that_the_target_of_a_refused_print_is_left_alone(how, tmp_path):
    book, target = tmp_path / "様式.xlsx", tmp_path / "様式.pdf"
    book.write_bytes(made(REFUSED[how][0]))
    target.write_bytes(b"before")
    with pytest.raises(Refusal, match=r"様式\.xlsx"):
        print_book(book, target)
    assert target.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["様式.pdf", "様式.xlsx"]


def test_that_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(Refusal, match="フォルダー"):
        Package.open(tmp_path)
    with pytest.raises(Refusal, match="その場所にファイルがありません"):
        Package.open(tmp_path / "ない.xlsx")
    with pytest.raises(Refusal, match="開けません"):
        Package.open(tmp_path / "\0.xlsx")


def test_that_orders_that_contradict_each_other_do_no_harm():
    book = openpyxl.Workbook()
    orders = "{{*受講者 シート}}{{*受講者 枠3}}"
    book.active.append([orders, "{{受講者.氏名}}", "{{受講者#2.氏名}}"])
    book.active.append(["{{*回 枠2}}{{*回 続き}}", "{{受講者.回.印}}", "{{回#1.月日}}"])
    stream = BytesIO()
    book.save(stream)
    values = {"受講者": [{"氏名": name, "回": [{"印": "○"}]} for name in "甲乙丙丁"]}
    for also_given in ({}, {"回": [{"月日": "6/3"}] * 5}, {"回": {"月日": "6/3"}}, {"回": "6/3"}):
        assert fill(stream.getvalue(), {**values, **also_given}).written
