"""The computer the program runs on: its clock, its folders, and the log.

Light to import: the window needs these before the database is loaded.
"""

from __future__ import annotations

import importlib
import logging
from datetime import datetime
from pathlib import Path

import platformdirs

from app.kernel.errors import Refusal
from app.kernel.paths import Paths
from app.kernel.resources import ROOT

_NAME = "kurashi"
_LOG_BYTES = 1_000_000


def now() -> datetime:
    """Return the time on the wall, without a zone: the office has one."""
    return datetime.now().replace(microsecond=0)


def find_paths(data: Path | None = None) -> Paths:
    """Return where this program keeps its things, and make sure the folders exist.

    ``data`` comes from ``--data``; a folder 「kurashi-data」 beside the program makes a portable
    copy; otherwise the places the system gives to programs are used.  Raises ``Refusal`` where
    the folders cannot be made.
    """
    portable = ROOT / "kurashi-data"
    if data is None and portable.is_dir():
        data = portable
    if data is None:
        home = platformdirs.PlatformDirs(_NAME, appauthor=False)
        paths = Paths(
            data=home.user_data_path,
            logs=home.user_log_path,
            backups=home.user_data_path / "backups",
            forms=home.user_data_path / "forms",
        )
    else:
        paths = Paths.under(data)
    try:
        paths.create()
    except OSError as error:
        raise Refusal(
            f"設定と控えのフォルダー「{error.filename}」を作れません。"
            "同じ名前のファイルがないか、書き込める場所かを確かめてください。"
        ) from error
    return paths


def start_log(paths: Paths) -> logging.Handler:
    """Write warnings and faults to a file that never grows beyond a few megabytes."""
    handlers = importlib.import_module("logging.handlers")  # it imports sockets and more
    handler: logging.Handler = handlers.RotatingFileHandler(
        paths.logs / "kurashi.log", maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler
