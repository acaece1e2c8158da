"""The program's folders, for the few pages that name them: backups and the log."""

from __future__ import annotations

from app.kernel.paths import Paths

_current: list[Paths] = []


def use(paths: Paths) -> None:
    """Let the pages made from now on find the folders of this computer here."""
    _current[:] = [paths]


def current() -> Paths | None:
    """Return the folders; nothing where none were named."""
    return _current[0] if _current else None
