"""Tables in: xlsx, xlsm, xlsb, xls, ods and text, told apart by content and not by ending.

Whatever cannot be read is refused in a sentence; the reader below is native code and can fail in
ways of its own, all of which end here.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import python_calamine

from app.documents.csv_file import ENCODINGS, read_csv, unwritable, write_csv
from app.documents.list_file import write_xlsx
from app.documents.table_cells import EMPTY, Cell, RawTable, typed
from app.documents.table_readings import SheetExtras, extent, read_extras
from app.kernel.errors import Refusal

__all__ = [
    "EMPTY", "ENCODINGS", "Cell", "RawTable", "read_table", "unwritable", "write_csv", "write_xlsx",
]  # fmt: skip

_MOST_BYTES = 100 * 1024 * 1024
_MOST_UNPACKED = 500 * 1024 * 1024
_MOST_CELLS = 5_000_000
_ZIP, _OLE, _OLD_XLS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", (b"\x09\x00", b"\x09\x02", b"\x09\x04")
_AGAIN = "元のファイルをExcelで開き、「Excelブック(.xlsx)」で保存し直してください。"
_PASSWORD = "にはパスワードがかかっています。Excelでパスワードを外して保存し直してください。"


def read_table(path: Path, sheet: str | None = None) -> RawTable:
    """Read one sheet of a file: the named one, or the first visible one that holds anything.

    Raises ``Refusal`` with what to do for anything that is no table: locked, damaged, empty,
    too large, of another kind, or without a sheet of that name.
    """
    data = _read(path)
    if data.startswith(b"PK"):
        _check_zip(data, path.name)
        return _read_book(data, path, sheet)
    if data.startswith((_OLE, *_OLD_XLS)):
        return _read_book(data, path, sheet)
    if other := _other_kind(data):
        raise Refusal(f"「{path.name}」は{other}で、表として読めません。{_AGAIN}")
    return read_csv(data, path.name)


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refusal(f"「{path.name}」はフォルダーです。ファイルを選んでください。")
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal(f"「{path.name}」は大きすぎます(上限100MB)。分けてください。")
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(
            f"「{path.name}」を開けません。場所と名前を確かめ、"
            "ほかのプログラムで開いていれば閉じてください。"
        ) from error
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise Refusal(f"「{path.name}」には何も入っていません。")
    return data


def _check_zip(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            unpacked = sum(item.file_size for item in opened.infolist())
            too_large = unpacked > _MOST_UNPACKED
        if not too_large:
            too_large = extent(data) > _MOST_CELLS
    except Exception as error:
        raise Refusal(f"「{name}」は壊れています。{_AGAIN}") from error
    if too_large:
        raise Refusal(
            f"「{name}」の表は大きすぎます(上限500万セル)。"
            "使っていない行と列を削除するか、分けてから取り込んでください。"
        )


def _read_book(data: bytes, path: Path, sheet: str | None) -> RawTable:
    name = path.name
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            found, others, rows = _choose(book, name, sheet)
    except Refusal:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    # The native reader's panics are no Exception; what went wrong is for the log, not the user.
    except BaseException as error:
        if _is_locked(data, path):
            raise Refusal(f"「{name}」{_PASSWORD}") from error
        raise Refusal(f"「{name}」は壊れているか、読めない形式です。{_AGAIN}") from error
    extras = read_extras(data, found) if data.startswith(b"PK") else SheetExtras()
    cells = [[_cell(v, r, c, extras) for c, v in enumerate(row)] for r, row in enumerate(rows)]
    if not any(not cell.empty for row in cells for cell in row):
        raise Refusal(f"「{name}」のシート「{found}」には何も入っていません。")
    return RawTable(found, tuple(others), cells)


def _is_locked(data: bytes, path: Path) -> bool:
    """Whether a password is the reason; only by a path does the native reader say so."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return True
    try:
        python_calamine.CalamineWorkbook.from_path(str(path)).close()
    except python_calamine.PasswordError:
        return True
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:
        return False
    return False


def _choose(
    book: python_calamine.CalamineWorkbook, name: str, sheet: str | None
) -> tuple[str, list[str], list[list[object]]]:
    kinds = python_calamine.SheetTypeEnum
    shown = python_calamine.SheetVisibleEnum
    every = [meta for meta in book.sheets_metadata if meta.typ == kinds.WorkSheet]
    names = [meta.name for meta in every]
    if sheet is not None and sheet not in names:
        raise Refusal(f"「{name}」に「{sheet}」というシートはありません。")
    visible = [meta.name for meta in every if meta.visible == shown.Visible]
    wanted = [sheet] if sheet is not None else (visible or names)
    if not wanted:
        raise Refusal(f"「{name}」には表のシートがありません。")
    for choice in wanted:
        rows = _rows(book, choice, name)
        if rows:
            break
    return choice, [each for each in names if each != choice], rows


def _rows(book: python_calamine.CalamineWorkbook, sheet: str, name: str) -> list[list[object]]:
    opened = book.get_sheet_by_name(sheet)
    if opened.end is None:
        return []
    if (opened.end[0] + 1) * (opened.end[1] + 1) > _MOST_CELLS:
        raise Refusal(
            f"「{name}」の表は大きすぎます(上限500万セル)。"
            "使っていない行と列を削除するか、分けてから取り込んでください。"
        )
    return [list(row) for row in opened.to_python(skip_empty_area=False)]


def _cell(value: object, row: int, column: int, extras: SheetExtras) -> Cell:
    place = (row, column)
    own = typed(value)
    if own is None and place not in extras.errors:
        return EMPTY
    if own is None:
        return Cell(error=extras.errors[place])
    return Cell(own, extras.readings.get(place, ""))


def _other_kind(data: bytes) -> str:
    start = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    for mark, kind in (
        (b"%pdf", "PDF"),
        (b"{\\rtf", "リッチテキスト"),
        (b"\x89png", "画像"),
        (b"\xff\xd8\xff", "画像"),
        (b"<?xml", "XMLの文書"),
        (b"<html", "ウェブページ"),
        (b"<!doctype", "ウェブページ"),
        (b"<table", "ウェブページ"),
    ):
        if start.startswith(mark):
            return kind
    return ""
