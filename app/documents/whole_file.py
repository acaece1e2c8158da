"""A file is replaced by a whole new one or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from app.kernel.errors import Refusal


def write_whole(target: Path, data: bytes) -> None:
    """Put a new file at ``target``; what stood there stays until the new one is complete.

    Raises ``Refusal`` when the folder or the file cannot be written, with what to do.
    """
    write_together({target: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put several new files in their places once all of them are complete; raises as above."""
    beside = {
        target: target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
        for target in files
    }
    target = Path()
    try:
        for target, data in files.items():
            _write(beside[target], data)
        for target in files:
            beside[target].replace(target)
    except OSError as error:
        raise Refusal(_sentence(target, error)) from error
    finally:
        for part in beside.values():
            _remove(part)


def _remove(part: Path) -> None:
    """Take away what is left of a file that was not put in its place."""
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sentence(target: Path, error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return (
                f"「{target.name}」を書けませんでした。ディスクの空きが足りません。"
                "不要なファイルを消してから、もう一度お試しください。"
            )
        case errno.ENOENT | errno.ENOTDIR:
            return f"保存先「{target.parent}」がありません。保存先を選び直してください。"
        case errno.EACCES | errno.EPERM | errno.EROFS | errno.EBUSY | errno.EISDIR:
            return (
                f"「{target.name}」に書き込めません。Excelなどで開いていれば閉じ、"
                "書き込めるフォルダーかどうかを確かめてください。"
            )
        case errno.ENAMETOOLONG:
            return "ファイルの名前が長すぎます。短い名前にしてください。"
        case _:
            return f"「{target.name}」を書けません({error.strerror})。保存先を変えてください。"
