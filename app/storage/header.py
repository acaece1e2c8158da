"""What the first bytes of a file say: a plain office, perhaps an encrypted one, or neither."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.kernel.errors import FileLost, Refusal
from app.storage.engine import Place, connected
from app.storage.failures import DAMAGED
from app.storage.key import key_of
from app.storage.schema import not_an_office, revision_of

_PLAIN = b"SQLite format 3\x00"
_PAGE_BYTES = 512
_NOT_A_DATABASE = 26
_OTHERS = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"\x1f\x8b",
    b"MZ",
)
_WRONG = (
    "パスフレーズが違います。もう一度入力してください。"
    "大文字と小文字、かな入力になっていないかを確認してください。"
    "何度入力しても開けないときは、ファイルが壊れているかもしれません。"
    "はじめの画面の「控えから始める」で控えに戻せます。"
)
_NEEDED = "この事務所ファイルは暗号化されています。パスフレーズを入力してください。"


def is_plain(path: Path) -> bool:
    """Return whether a file is an SQLite file without a key."""
    return _head(path) == _PLAIN


def may_be_encrypted(path: Path) -> bool:
    """Return whether a file could be an encrypted office: whole pages of nothing known."""
    head = _head(path)
    size = path.stat().st_size
    return (
        head != _PLAIN
        and size > 0
        and size % _PAGE_BYTES == 0
        and not head.startswith(_OTHERS)
        and not head.isascii()
    )


def place_of(path: Path, passphrase: str | None) -> Place:
    """Return how to open an existing office file.

    Raises ``Refusal`` if it is none, is of a newer program, or the passphrase is wrong.  Of a
    file without a key no passphrase is needed, and one that is given is not used.
    """
    place = Place(path)
    if not is_plain(path):
        if not may_be_encrypted(path):
            raise not_an_office() if _head(path).startswith(_OTHERS) else FileLost(DAMAGED)
        if not passphrase:
            raise Refusal(_NEEDED)
        place = Place(path, key_of(path, passphrase))
    with connected(place) as connection:
        if place.key is not None:
            _refuse_wrong_key(connection)
        revision_of(connection)
    return place


def _refuse_wrong_key(connection: Any) -> None:
    """Refuse a key that does not open the file: what it reads is then no database."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except dbapi2.DatabaseError as error:
        if error.sqlite_errorcode == _NOT_A_DATABASE:
            raise Refusal(_WRONG, {"passphrase": _WRONG}) from error
        raise


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_PLAIN))
