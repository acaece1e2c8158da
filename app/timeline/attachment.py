"""Files attached to a contact: how large they may be, and which of them are opened from here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

from app.kernel.errors import Refusal
from app.kernel.text import quoted

MEGABYTE: Final = 1_000_000
LARGEST: Final = 10 * MEGABYTE
_LONGEST_NAME: Final = 200
_KILOBYTE: Final = 1000

OPENED: Final = frozenset({
    ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp", ".txt",
    ".csv", ".doc", ".docx", ".xls", ".xlsx", ".ods", ".odt", ".ppt", ".pptx", ".odp", ".rtf",
    ".jtd", ".eml", ".msg", ".vcf", ".ics", ".mp3", ".m4a", ".wav", ".mp4", ".mov",
})  # fmt: skip
"""The kinds that are opened with a click.  A program among them would be run, so it is not."""


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One attached file, without what is in it."""

    id: int
    name: str
    size: int
    added_on: date

    @property
    def size_text(self) -> str:
        return size_text(self.size)

    @property
    def suffix(self) -> str:
        """The ending of the name, small, with its dot."""
        return PurePath(self.name).suffix.lower()


def size_text(size: int) -> str:
    """Return a size as people say it: 1.2 MB, 340 KB."""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB"
    return f"{max(1, round(size / _KILOBYTE))} KB"


def check_size(name: str, size: int) -> None:
    """Raise ``Refusal`` for a file that is empty or too large."""
    if size > LARGEST:
        raise Refusal(
            f"{quoted(name)}は{size_text(size)}あります。"
            f"添付できるのは1つ{LARGEST // MEGABYTE}MBまでです。"
            "スキャンの解像度を下げて（200dpiほど）取り直すか、ページを分けてください。"
        )
    if not size:
        raise Refusal(f"{quoted(name)}は空のファイルです。中身を確かめてください。")


def kept_name(name: str) -> str:
    """Return a file's name without its folder; raise ``Refusal`` where nothing is left of it."""
    plain = "".join(letter for letter in name.replace("\\", "/") if letter.isprintable())
    plain = PurePath(plain).name.strip()
    if not plain:
        raise Refusal("ファイルに名前がありません。名前を付けてから添付してください。")
    if len(plain) > _LONGEST_NAME:
        suffix = PurePath(plain).suffix[:20]
        plain = plain[: _LONGEST_NAME - len(suffix)] + suffix
    return plain


def may_open(name: str) -> None:
    """Raise ``Refusal`` for a kind of file that is not opened from here."""
    if PurePath(name).suffix.lower() not in OPENED:
        raise Refusal(
            f"{quoted(name)}は、安全のため、ここからは開きません。"
            "「保存…」で取り出して、送り主と中身を確かめてから開いてください。"
        )
