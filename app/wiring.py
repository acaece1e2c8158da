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
from typing import Any

from sqlalchemy.orm import Session

from app.accounting import commands as accounting
from app.contacts import commands as contacts
from app.council import commands as council
from app.daily_log import queries as _daily_log  # noqa: F401  so that their tables are known
from app.duplicates import queries as _duplicates  # noqa: F401
from app.duties import commands as duties
from app.forms import queries as _forms  # noqa: F401
from app.importing import queries as _importing  # noqa: F401
from app.kernel.paths import Paths
from app.kernel.resources import resources
from app.local_issues import commands as local_issues
from app.local_resources import commands as local_resources
from app.machine import find_paths, now, start_log
from app.matching import queries as _matching  # noqa: F401
from app.office import commands as office
from app.office.masters import DistrictDraft, TownDraft
from app.office.settings import OfficeSettings
from app.planning import queries as _planning  # noqa: F401
from app.retention import queries as _retention  # noqa: F401
from app.searching import queries as _searching  # noqa: F401
from app.staff import queries as _staff  # noqa: F401
from app.storage import office_file
from app.storage.store import Store
from app.submissions import queries as _submissions  # noqa: F401
from app.supporters import commands as supporters
from app.supporters.masters import SupportKindDraft
from app.surveys import queries as _surveys  # noqa: F401
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
        supporters.seed_supporter_masters(
            session, _lines("activity_levels.txt"), default_support_kinds()
        )
        local_resources.seed_resource_kinds(session, _lines("resource_kinds.txt"))
        duties.seed_duties(session, _lines("activity_kinds.txt"), _tables("duties.toml"))
        local_issues.seed_issue_kinds(session, _lines("issue_kinds.txt"))
        accounting.seed_accounts(session, _tables("account_items.toml"))
        council.seed_councils(session)

    office_file.create_office(path, passphrase=passphrase, clock=clock, prepare=prepare)


def open_store(path: Path, passphrase: str | None, paths: Paths, clock: Clock = now) -> Store:
    """Open an office file, bringing it up to date first."""
    return office_file.open_office(path, passphrase=passphrase, clock=clock, backups=paths.backups)


def default_masters() -> tuple[list[DistrictDraft], list[TownDraft]]:
    """Return the districts and towns a new office of Hakodate begins with."""
    with (resources() / "data" / "towns.csv").open(encoding="utf-8", newline="") as towns:
        return (
            [DistrictDraft(**one) for one in _tables("districts.toml")["district"]],
            [TownDraft(**one) for one in csv.DictReader(towns)],
        )


def default_organisation_kinds() -> list[str]:
    """Return the kinds of organisations a new office begins with."""
    return _lines("organisation_kinds.txt")


def default_support_kinds() -> list[SupportKindDraft]:
    """Return the kinds of support a new office begins with."""
    with (resources() / "data" / "support_kinds.csv").open(encoding="utf-8", newline="") as kinds:
        return [
            SupportKindDraft(one["name"], one["short_name"], one["distance_matters"] == "yes")
            for one in csv.DictReader(kinds)
        ]


def _lines(name: str) -> list[str]:
    return (resources() / "data" / name).read_text("utf-8").splitlines()


def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "data" / name).read_text("utf-8"))
