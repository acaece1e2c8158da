"""Files that are no sound workbook are refused in words, and the target is left alone."""

import io
import zipfile
from pathlib import Path

import pytest

from app.documents.form.fill import fill
from app.documents.form.package import Package
from app.kernel.errors import Refusal

CORPUS = Path(__file__).parents[4] / "shared" / "data" / "09_xlsx_corpus"
BOMB = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/hostname">]>'


def rezip(form: bytes, changes: dict[str, bytes], also: dict[str, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as source, zipfile.ZipFile(stream, "w") as out:
        for name in source.namelist():
            out.writestr(name, changes.get(name, source.read(name)))
        for name, data in (also or {}).items():
            out.writestr(name, data)
    return stream.getvalue()


@pytest.fixture
def form(drawn) -> bytes:
    return drawn(lambda sheet: sheet.append(["{{講座名}}"]))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空"),
        (b"not a zip", "テキスト"),
        (b"PK\x03\x04" + bytes(50), "壊れて"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "古い形式"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "パスワード",
        ),
    ],
)
def test_that_what_is_no_workbook_is_refused_in_words(data, word):
    with pytest.raises(Refusal, match=word):
        fill(data, {"a": 1})


@pytest.mark.parametrize(
    "name", ["../a.xml", "/a.xml", "xl/../../a", "C:/a", "xl\\..\\..\\a", "\\a.xml"]
)
def test_that_parts_outside_the_package_are_refused(form, name):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        out.writestr(entry, b"x")
        out.writestr("[Content_Types].xml", b"<Types/>")
    with pytest.raises(Refusal, match="安全のため"):
        Package(stream.getvalue())


def test_that_names_with_the_slashes_of_windows_are_understood(form):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as source, zipfile.ZipFile(stream, "w") as out:
        for name in source.namelist():
            entry = zipfile.ZipInfo("x")
            entry.filename = name.replace("/", "\\")
            out.writestr(entry, source.read(name))
    data = stream.getvalue()
    assert b"xl\\workbook.xml" in data
    assert Package(data).parts == Package(form).parts
    one, other = (Package(fill(each, {"講座名": "x"}).data) for each in (data, form))
    assert [one.read(part) for part in one.parts] == [other.read(part) for part in other.parts]


def test_that_doubled_parts_are_refused(form):
    with pytest.raises(Refusal, match="二つ"):
        fill(rezip(form, {}, {"XL/WORKBOOK.XML": b"<x/>"}), {"a": 1})


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("data", [BOMB + b"<x>&a;&c;</x>", b"<worksheet>", b"\x00\xff"])
def test_that_document_types_and_broken_parts_are_refused(form, part, data):
    with pytest.raises(Refusal, match="読めません"):
        fill(rezip(form, {part: data}), {"講座名": "x"})


def test_that_a_zip_bomb_is_refused_before_it_is_unpacked(form):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", b"<Types/>")
        out.writestr("xl/big.xml", bytes(250 * 1024 * 1024))
    with pytest.raises(Refusal, match="大きく"):
        Package(stream.getvalue())


def test_that_a_damaged_part_is_refused(form):
    damaged = bytearray(form)
    at = form.index(b"xl/worksheets/sheet1.xml") + 60
    damaged[at : at + 40] = bytes(40)
    with pytest.raises(Refusal):
        fill(bytes(damaged), {"講座名": "x"})


def test_that_other_kinds_of_package_are_refused(form):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        out.writestr("[Content_Types].xml", b"<Types/>")
        out.writestr("word/document.xml", b"<x/>")
    with pytest.raises(Refusal, match="Excelブック"):
        fill(stream.getvalue(), {"a": 1})


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared test data is not here")
@pytest.mark.parametrize(
    "path", sorted(CORPUS.rglob("*.xls*")), ids=lambda path: path.name
)  # fmt: skip
def test_that_any_workbook_of_the_corpus_is_filled_or_refused(path):
    try:
        data = fill(path, {"講座名": "x", "Sheet1!B2": 1, "受講者": [{}]}).data
    except Refusal as refusal:
        assert "。" in str(refusal)  # noqa: PT017 - either outcome is right
    else:
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_that_untouched_parts_keep_their_bytes_and_order(form):
    data = fill(form, {"講座名": "x"}).data
    before, after = zipfile.ZipFile(io.BytesIO(form)), zipfile.ZipFile(io.BytesIO(data))
    assert after.namelist() == before.namelist()
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {"xl/worksheets/sheet1.xml"}
