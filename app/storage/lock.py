"""One program at a time on an office file: a lock file beside it says who has it open.

What locks is the operating system, so the lock of a program that died is gone with it and the
file it left is taken over.  The words in the file (process, computer, since when) are only for
the one who is told to wait; names of people are not among them.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.kernel.errors import Refusal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 30
"""Windows keeps others from reading what is locked, so a byte beyond the words is locked."""


class OfficeLock:
    """The right to have an office file open, until it is released."""

    def __init__(self, office: Path, now: datetime) -> None:
        """Take the lock.  Refused, with who has it, if another program has the file open."""
        self._path = office.with_name(office.name + ".lock")
        self._descriptor = self._take()
        words = {"pid": os.getpid(), "host": socket.gethostname(), "since": now.isoformat()}
        with suppress(OSError):  # a full disk: the lock holds without its words
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, json.dumps(words).encode())

    def release(self) -> None:
        """Let go, and leave no file behind."""
        if sys.platform == "win32":
            os.close(self._descriptor)
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)

    def _take(self) -> int:
        while True:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0))
            try:
                _lock(descriptor)
            except OSError as error:
                os.close(descriptor)
                raise Refusal(self._held()) from error
            if self._is_still(descriptor):
                return descriptor
            os.close(descriptor)

    def _is_still(self, descriptor: int) -> bool:
        """Return whether the locked file is the one others find: its owner may have removed it."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return False
        return os.path.samestat(found, os.fstat(descriptor))

    def _held(self) -> str:
        try:
            words = json.loads(self._path.read_text("utf-8"))
            since = datetime.fromisoformat(words["since"])
            who = (
                f"{since.month}月{since.day}日{since:%H:%M}から"
                f"PC「{words['host']}」のくらしの台帳（番号{words['pid']}）"
            )
        except (OSError, ValueError, KeyError):
            who = "ほかのくらしの台帳"
        return (
            f"この事務所ファイルは、{who}で開かれています。"
            "そちらを閉じてから、もう一度開いてください。"
        )


def _lock(descriptor: int) -> None:
    """Lock at once or raise ``OSError``."""
    if sys.platform == "win32":
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
