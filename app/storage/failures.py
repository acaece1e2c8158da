"""What the disk or the file can do to us, and the sentence that says what to do about it.

Only failures of the surroundings are translated: a broken constraint or a wrong statement is a
fault of the program and is raised as it is.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlcipher3 import dbapi2

from app.kernel.errors import FileLost, Refusal

_NOT_ALLOWED = (
    "事務所ファイルを使う許可がありません。ファイルとフォルダーのアクセス許可を確認してください。"
)
_IN_USE = (
    "事務所ファイルがほかのプログラムに使われています。それを閉じてから、もう一度操作してください。"
)
DAMAGED = (
    "くらしの台帳の事務所ファイルではないか、壊れています。"
    "ファイルを選び直すか、「控えから始める」で控えに戻してください。"
)
_BY_RESULT = {
    3: _NOT_ALLOWED,
    5: _IN_USE,
    6: _IN_USE,
    7: "PCのメモリーが足りません。ほかのプログラムを閉じてから、もう一度操作してください。",
    8: (
        "事務所ファイルが読み取り専用になっています。"
        "ファイルのプロパティで「読み取り専用」を外してから、もう一度操作してください。"
    ),
    10: (
        "ディスクの読み書きに失敗しました。空き容量と接続を確認して、もう一度操作してください。"
        "続くときは、「控えから始める」で控えに戻してください。"
    ),
    11: (
        "事務所ファイルが壊れています。これ以上使わず、"
        "いちど閉じて、はじめの画面の「控えから始める」で最新の控えに戻してください。"
    ),
    13: (
        "ディスクがいっぱいで保存できませんでした。これまでの記録はそのまま残っています。"
        "空き容量を増やしてから、もう一度操作してください。"
    ),
    14: (
        "事務所ファイルを開けません。ファイルの場所と、フォルダーのアクセス許可を確認してください。"
    ),
    22: (
        "事務所ファイルが大きすぎて、このディスクには保存できません。別のディスクに移してください。"
    ),
    23: _NOT_ALLOWED,
    26: DAMAGED,
}
"""By SQLite's primary result code: 3 PERM, 5 BUSY, 6 LOCKED, 7 NOMEM, 8 READONLY, 10 IOERR,
11 CORRUPT, 13 FULL, 14 CANTOPEN, 22 NOLFS, 23 AUTH, 26 NOTADB."""

_LOST = frozenset({_BY_RESULT[11], DAMAGED})

_CODES = {
    "database is locked": 5,
    "database table is locked": 6,
    "out of memory": 7,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
"""For what the driver raises without a code: a backup that fails."""

_BY_ERRNO = {
    errno.ENOSPC: _BY_RESULT[13],
    errno.EDQUOT: _BY_RESULT[13],
    errno.EROFS: ("この場所には書き込めません。書き込めるディスクのフォルダーを選んでください。"),
    errno.EACCES: _BY_RESULT[3],
    errno.EPERM: _BY_RESULT[3],
    errno.ENOENT: "ファイルまたはフォルダーが見つかりません。場所を確認してください。",
    errno.ENOTDIR: "ファイルまたはフォルダーが見つかりません。場所を確認してください。",
    errno.EEXIST: "同じ名前のものがすでにあります。別の名前か場所を選んでください。",
    errno.EISDIR: "フォルダーではなく、ファイルを選んでください。",
    errno.ENAMETOOLONG: "ファイルの名前が長すぎます。短い名前にしてください。",
    errno.EIO: _BY_RESULT[10],
}
_PRIMARY = 0xFF
_POOL_EMPTY = "前の処理がまだ終わっていません。少し待ってから、もう一度操作してください。"


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn failures of the surroundings inside the block into a ``Refusal`` naming the file.

    A damaged file is a ``FileLost``.
    """
    try:
        yield
    except PoolTimeout as error:
        raise Refusal(_POOL_EMPTY) from error
    except (DBAPIError, dbapi2.Error, OSError) as error:
        if (text := sentence(error)) is None:
            raise
        named = Path(getattr(error, "filename", None) or path)
        draft = named.name.startswith(".")
        kind = FileLost if text in _LOST else Refusal
        raise kind(f"{text}（{path.name if draft else named.name}）") from error


def sentence(error: BaseException) -> str | None:
    """Return what to tell a person about a failure, or nothing if it is the program's fault."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None) or _CODES.get(str(cause), 0)
    return _BY_RESULT.get(code & _PRIMARY)
