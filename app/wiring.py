"""The one place that builds: paths, clock, log, and a store on an office file.

Importing the features' commands and queries here also makes their tables known, so whoever
opens a store through this module can migrate, undo and dump every one of them.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.duplicates import queries as _duplicates  # noqa: F401  so that their tables are known
from app.forms import queries as _forms  # noqa: F401
from app.kernel.paths import Paths
from app.kernel.resources import resources
from app.machine import find_paths, now, start_log
from app.office import commands as office
from app.office.masters import DistrictDraft, TownDraft
from app.office.settings import OfficeSettings
from app.retention import queries as _retention  # noqa: F401
from app.searching import queries as _searching  # noqa: F401
from app.storage import office_file
from app.storage.store import Store
from app.timeline import queries as _timeline  # noqa: F401
from app.training import commands as training

__all__ = [
    "VERSION",
    "Clock",
    "create_office",
    "default_masters",
    "find_paths",
    "now",
    "open_store",
    "start_log",
]

try:
    VERSION = version("kurashi")
except PackageNotFoundError:  # run from a copy that was never installed
    VERSION = "0"

Clock = Callable[[], datetime]


def create_office(
    path: Path, passphrase: str | None, settings: OfficeSettings, clock: Clock = now
) -> None:
    """Make an empty office with the default masters."""

    def prepare(session: Session) -> None:
        districts, towns = default_masters()
        office.seed_masters(session, districts, towns)
        office.change_settings(session, settings)
        contacts.seed_organisation_kinds(session, default_organisation_kinds())
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


def default_organisation_kinds() -> list[str]:
    """Return the kinds of organisations a new office begins with."""
    kinds = resources() / "data" / "organisation_kinds.txt"
    return kinds.read_text("utf-8").splitlines()
