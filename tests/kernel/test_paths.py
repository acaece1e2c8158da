from __future__ import annotations

from pathlib import Path

from app.kernel.paths import Paths


def test_that_all_folders_are_made_once_and_again(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "くらしの台帳")
    paths.create()
    paths.create()

    assert all(path.is_dir() for path in (paths.data, paths.logs, paths.backups, paths.forms))
