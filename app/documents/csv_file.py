"""Comma-separated text in and out: the encoding and the separator are found, nothing is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from app.documents.table_cells import Cell, RawTable
from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal

ENCODINGS = ("utf-8-sig", "cp932")
_DELIMITERS = (",", "\t", ";")
_LONGEST_FIELD = 10_000_000
_MOST_CELLS = 5_000_000
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NAMES = {
    "utf-8-sig": "UTF-8",
    "utf-8": "UTF-8",
    "cp932": "シフトJIS",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "euc_jp": "EUC-JP",
}


def read_csv(data: bytes, name: str) -> RawTable:
    """Read text that holds a table.

    Raises ``Refusal`` when no usual encoding fits or the text is no table.  A row is a record;
    blank records are kept, so that numbers of rows agree with the file's.
    """
    text, encoding = decode(data, name)
    csv.field_size_limit(_LONGEST_FIELD)
    delimiter = _delimiter(text)
    notes = [f"文字コードは{_NAMES[encoding]}として読みました。"]
    try:
        records = _records(text, delimiter, quotes=True)
    except csv.Error:
        records = _records(text, delimiter, quotes=False)
        notes.append('引用符(")が正しく閉じていないため、1行を1件として読みました。')
    if not any(any(field.strip() for field in record) for record in records):
        raise Refusal(f"「{name}」には何も入っていません。")
    rows = [[Cell(_unguarded(field) or None) for field in record] for record in records]
    return RawTable(Path(name).stem, (), rows, tuple(notes))


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return a text and the encoding it was found to be in; raises ``Refusal`` if none fits."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return _strict(data, encoding, name).removeprefix("\ufeff"), encoding
    for encoding in _guesses(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text, encoding
    raise Refusal(
        f"「{name}」の文字コードが分からないか、表のファイルではありません。"
        "Excelで開いて「Excelブック(.xlsx)」か「CSV UTF-8」で保存し直してください。"
    )


def write_csv(
    target: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    encoding: str = "utf-8-sig",
    replace: Callable[[str], str] | None = None,
) -> None:
    """Write a list for other offices: CRLF, UTF-8 with its mark or ``cp932``.

    Text that a spreadsheet would take for a formula is shielded by an apostrophe.  ``replace``
    is applied to every text first (substitutes for characters the encoding lacks).  Raises
    ``Refusal`` naming the characters that cannot be written, and then writes nothing.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in ([*header], *rows):
        fields = [_field(value) for value in row]
        writer.writerow([replace(field) for field in fields] if replace else fields)
    text = stream.getvalue()
    lacking = unwritable(text, encoding)
    if lacking:
        shown = "".join(lacking[:30])
        raise Refusal(
            f"シフトJISで書けない文字が{len(lacking)}種類あります: {shown} "
            "「UTF-8」で書き出すか、代わりの字に置き換えてください。"
        )
    write_whole(target, text.encode(encoding))


def unwritable(text: str, encoding: str) -> list[str]:
    """Return the characters of a text that an encoding lacks, each once, in order."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return [char for char in dict.fromkeys(text) if not _encodes(char, encoding)]
    return []


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _field(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "はい" if value else "いいえ"
        case datetime():
            return f"{value:%Y/%m/%d %H:%M}"
        case date():
            return f"{value:%Y/%m/%d}"
        case str():
            return f"'{value}" if value.startswith(_STARTS_FORMULA) else value
        case _:
            return str(value)


def _unguarded(field: str) -> str:
    """Take off the shield that ``write_csv`` puts on: our own lists come back as they were."""
    return field[1:] if field[:1] == "'" and field[1:].startswith(_STARTS_FORMULA) else field


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal(
            f"「{name}」は{_NAMES[encoding]}のはずですが、途中の文字が壊れています。"
            "元のプログラムからもう一度書き出してください。"
        ) from error


def _guesses(data: bytes) -> list[str]:
    sample = data[:4096]
    if sample.count(0) > len(sample) // 8:
        odd = sample[1::2].count(0)
        return ["utf-16-le", "utf-16-be"] if odd * 2 >= sample.count(0) else ["utf-16-be"]
    return ["utf-8", "euc_jp", "cp932"] if _looks_euc(data) else ["utf-8", "cp932"]


def _looks_euc(data: bytes) -> bool:
    """Whether the bytes are EUC-JP rather than Shift_JIS: read as the latter, half-width kana."""
    try:
        data.decode("euc_jp")
        as_sjis = data.decode("cp932", errors="replace")
    except UnicodeDecodeError:
        return False
    strange = sum("\uff61" <= char <= "\uff9f" or char == "\ufffd" for char in as_sjis)
    wide = sum(char > "\u3000" for char in as_sjis)
    return strange * 3 > wide > 0


def _is_text(text: str) -> bool:
    control = sum(char < " " and char not in "\t\r\n\x0b\x0c\x1a" for char in text)
    return control * 200 <= len(text)


def _records(text: str, delimiter: str, *, quotes: bool) -> list[list[str]]:
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE,
        strict=quotes,
    )
    records: list[list[str]] = []
    cells = 0
    for record in reader:
        records.append(record)
        cells += len(record)
        if cells > _MOST_CELLS:
            raise Refusal("表が大きすぎます(上限500万セル)。分けてから取り込んでください。")
    return records


def _delimiter(text: str) -> str:
    """Choose the separator that gives the same number of columns most often."""
    sample = text[:20_000]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(record) for record in csv.reader(io.StringIO(sample), delimiter=delimiter)]
    except csv.Error:
        return (0.0, 0)
    split = [width for width in widths[:50] if width > 1]
    if not split:
        return (0.0, 0)
    usual = max(set(split), key=split.count)
    return (split.count(usual) / len(widths[:50]), usual)
