"""What the window does with office files, away from its own thread.

This module imports the database; the window imports it on a thread once it has been drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import wiring
from app.gui.welcome.answers import SAMPLE, Answers
from app.kernel.paths import Paths
from app.kernel.progress import Progress
from app.office import queries
from app.office.settings import OfficeSettings
from app.storage import backup, office_file
from app.storage.store import Store

SAMPLE_PEOPLE = 120
SAMPLE_SEED = 1

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Opened:
    """An office that is open: its file, its store, and what the window is called."""

    path: Path
    store: Store
    title: str


def needs_passphrase(path: Path) -> bool:
    """Say whether a file is encrypted.  Raises ``Refusal`` if it cannot be read."""
    return office_file.is_encrypted(path)


def open_office(path: Path, passphrase: str | None, paths: Paths, clock: Clock) -> Opened:
    """Open an office.  Raises ``Refusal`` with what to do if that cannot be."""
    store = wiring.open_store(path, passphrase, paths, clock)
    return Opened(path, store, store.ask(queries.settings).office_name or path.stem)


def create_office(
    path: Path,
    passphrase: str | None,
    answers: Answers,
    paths: Paths,
    clock: Clock,
    progress: Progress,
) -> Opened:
    """Make an office from the answers of the first run and open it.

    Raises ``Refusal``; ``Cancelled`` leaves an office with what was made so far.
    """
    settings = OfficeSettings(office_name=answers.office_name, city=answers.city)
    wiring.create_office(path, passphrase, settings, clock)
    opened = open_office(path, passphrase, paths, clock)
    if answers.start == SAMPLE:
        from app.sample.office import fill_sample  # noqa: PLC0415  with all documents: not at start

        fill_sample(opened.store, SAMPLE_PEOPLE, SAMPLE_SEED, progress)
    return opened


def back_up(store: Store, folder: Path, progress: Progress) -> Path:
    """Take a checked copy now and return where it is.  Raises ``Refusal``, ``Cancelled``."""
    return backup.back_up(store, folder, backup.Reason.MANUAL, progress)


def close_office(store: Store) -> None:
    """Empty the log, take the backup that belongs to closing, and let go of the file."""
    store.close()
