"""The one place that builds: paths, clock, log, and a store on an office file.

Importing the features' commands and queries here also makes their tables known, so whoever
opens a store through this module can migrate, undo and dump every one of them.
"""

from __future__ import annotations

import csv
import logging
import logging.handlers
import tomllib
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs
from sqlalchemy.orm import Session

from app.kernel.paths import Paths
from app.kernel.resources import ROOT, resources
from app.office import commands as office
from app.office.masters import DistrictDraft, TownDraft
from app.office.settings import OfficeSettings
from app.storage import office_file
from app.storage.store import Store
from app.training import commands as training

try:
    VERSION = version("kurashi")
except PackageNotFoundError:  # run from a copy that was never installed
    VERSION = "0"

Clock = Callable[[], datetime]
_NAME = "kurashi"
_LOG_BYTES = 1_000_000


def now() -> datetime:
    """Return the time on the wall, without a zone: the office has one."""
    return datetime.now().replace(microsecond=0)


def find_paths(data: Path | None = None) -> Paths:
    """Return where this program keeps its things, and make sure the folders exist.

    ``data`` comes from ``--data``; a folder 「kurashi-data」 beside the program makes a portable
    copy; otherwise the places the system gives to programs are used.
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
    paths.create()
    return paths


def start_log(paths: Paths) -> None:
    """Write warnings and faults to a file that never grows beyond a few megabytes."""
    handler = logging.handlers.RotatingFileHandler(
        paths.logs / "kurashi.log", maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)


def create_office(
    path: Path, passphrase: str | None, settings: OfficeSettings, clock: Clock = now
) -> None:
    """Make an empty office with the default masters."""

    def prepare(session: Session) -> None:
        districts, towns = default_masters()
        office.seed_masters(session, districts, towns)
        office.change_settings(session, settings)
        training.seed_kinds(session)

    office_file.create_office(path, passphrase=passphrase, clock=clock, prepare=prepare)


def open_store(path: Path, passphrase: str | None, paths: Paths, clock: Clock = now) -> Store:
    """Open an office file, bringing it up to date first."""
    return office_file.open_office(path, passphrase=passphrase, clock=clock, backups=paths.backups)


def default_masters() -> tuple[list[DistrictDraft], list[TownDraft]]:
    """Return the districts and towns a new office of Hakodate begins with."""
    data = resources() / "data"
    districts = tomllib.loads((data / "districts.toml").read_text("utf-8"))["district"]
    with (data / "towns.csv").open(encoding="utf-8", newline="") as towns:
        return (
            [DistrictDraft(**one) for one in districts],
            [TownDraft(**one) for one in csv.DictReader(towns)],
        )
