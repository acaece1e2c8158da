"""Lists nobody can take in, each with a word of the sentence that says why."""

from __future__ import annotations

import zipfile
from pathlib import Path

from openpyxl import Workbook

from tests.journeys.applicants import messy_workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def bad_lists(folder: Path) -> dict[Path, str]:
    """Write every bad list; return the word its refusal has."""
    folder.mkdir()
    whole = messy_workbook(folder / "元.xlsx").read_bytes()
    written: dict[str, tuple[bytes, str]] = {
        "途中で切れた.xlsx": (whole[: len(whole) // 2], "壊れて"),
        "古い形式で壊れた.xls": (_OLE + bytes(4096), "壊れて"),
        "パスワード付き.xlsx": (_OLE + "EncryptedPackage".encode("utf-16-le") * 40, "パスワード"),
        "空のファイル.xlsx": (b"", "何も"),
        "空の表.csv": (b",,\r\n,,\r\n", "何も"),
        "文書.xlsx": (b"%PDF-1.7\n", "PDF"),
        "写真.csv": (bytes(range(256)) * 40, "文字コード"),
    }
    found = {}
    for name, (data, word) in written.items():
        (folder / name).write_bytes(data)
        found[folder / name] = word
    found[_bomb(folder / "膨らむ.xlsx")] = "大きすぎます"
    found[_corner(folder / "右下の隅.xlsx")] = "大きすぎます"
    found[_empty_book(folder / "空のブック.xlsx")] = "何も"
    found[folder / "ない.xlsx"] = "開けません"
    (folder / "元.xlsx").unlink()
    return found


def _bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for number in range(6):
            out.writestr(f"xl/{number}.xml", bytes(100 * 1024 * 1024))
    return path


def _corner(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "氏名", "隅"
    book.save(path)
    return path


def _empty_book(path: Path) -> Path:
    Workbook().save(path)
    return path
