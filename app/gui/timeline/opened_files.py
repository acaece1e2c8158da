"""Copies of attached files, for other programs to open; none is ever left behind.

They lie in a folder of their own among the program's data, under a number instead of their name,
and can only be read: a change in another program would be lost with the copy.  The folder is
emptied when the office is closed, when the program ends, and when it starts again after it broke
down.  On Windows a file that another program still holds goes at the next of these.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_FOLDER = "opened"
_READ_ONLY = 0o400
_MINE = 0o600
_MINE_ALONE = 0o700


def write_copy(data_folder: Path, key: int, suffix: str, data: bytes) -> Path:
    """Write a copy of an attachment and return where it is.  Raises ``OSError``."""
    folder = data_folder / _FOLDER
    folder.mkdir(mode=_MINE_ALONE, parents=True, exist_ok=True)
    path = folder / f"{key}{suffix}"
    _remove(path)
    path.touch(mode=_MINE)
    path.write_bytes(data)
    path.chmod(_READ_ONLY)
    return path


def remove_copies(data_folder: Path) -> None:
    """Remove every copy that no other program holds."""
    folder = data_folder / _FOLDER
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        with suppress(OSError):
            _remove(path)
    with suppress(OSError):
        folder.rmdir()


def _remove(path: Path) -> None:
    if path.exists():
        path.chmod(_MINE)  # Windows deletes nothing that can only be read
        path.unlink()
