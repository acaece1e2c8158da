"""Backups: complete, checked copies of an office file, how many are kept, and going back to one.

The copy is made through SQLite (its backup interface) while the file is open: copying the file
itself would miss what is still in the log beside it.  It was measured faster than
``VACUUM INTO``.  A backup of an encrypted office is encrypted with the same passphrase.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.kernel.errors import Refusal
from app.kernel.progress import Progress, Silent
from app.storage.engine import Place, connected
from app.storage.failures import in_words
from app.storage.files import set_aside, sync_file, whole_new_file
from app.storage.header import place_of
from app.storage.locations import refuse_unsafe
from app.storage.lock import OfficeLock
from app.storage.schema import revision_of
from app.storage.store import Store

DAYS_KEPT = 30
"""For so many days on which backups were made, the newest of each reason is kept; then one a
month."""

_PAGES_A_STEP = 4096
_MAPPED_BYTES = 1 << 40
_MADE = re.compile(
    r"(?P<office>.+)-(?P<day>(?P<month>\d{4}-\d\d)-\d\d)-\d{6}-(?P<reason>[a-z-]+)(-\d+)?\.kurashi"
)
_DAMAGED = "控え「{name}」は壊れています。ほかの控えを選んでください。"
_ITSELF = "控えそのものの場所には戻せません。ほかの場所か名前を選んでください。"
_NOT_WHOLE = (
    "作った控えを点検したところ壊れていたため、捨てました。"
    "別のディスクのフォルダーに作り直してください。"
)


class Reason(StrEnum):
    """Why a backup was made; part of its name."""

    CLOSING = "closing"
    BEFORE_IMPORT = "before-import"
    BEFORE_RESTORE = "before-restore"
    BEFORE_MIGRATION = "before-migration"
    MANUAL = "manual"


_REASONS = frozenset(Reason)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that is there: of which office, when and why it was made, its size in bytes.

    ``office`` is the name of the office file, without its suffix.
    """

    path: Path
    office: str
    made: datetime
    reason: Reason
    size: int


def back_up(
    store: Store, folder: Path, reason: Reason | str, progress: Progress | None = None
) -> Path:
    """Make a checked backup of an open office and return where it is.

    May run on any thread.  Raises ``Refusal`` if the disk does not allow it and ``Cancelled``
    when the progress says so; then no file is left.
    """
    made = back_up_file(store.place, folder, reason, store.now(), progress)
    store.copy_due = False
    return made


def back_up_file(
    place: Place,
    folder: Path,
    reason: Reason | str,
    now: datetime,
    progress: Progress | None = None,
) -> Path:
    """Make a checked backup of an office file, open or not."""
    name = f"{place.path.stem}-{now:%Y-%m-%d-%H%M%S}-{Reason(reason)}"
    try:
        with in_words(folder):
            folder.mkdir(parents=True, exist_ok=True)
            target, number = folder / f"{name}.kurashi", 2
            while target.exists():
                target, number = folder / f"{name}-{number}.kurashi", number + 1
            with whole_new_file(target) as draft:
                _copy(place, draft, progress or Silent())
                _checked_on_disk(Place(draft, place.key), _NOT_WHOLE)
    except Refusal as refusal:
        raise Refusal(f"控えを作れませんでした。{refusal.text}") from refusal
    return target


def rotate(folder: Path) -> tuple[Path, ...]:
    """Remove the backups nobody needs any more, and return them.

    For each office: of the last 30 days with backups the newest of each reason, before that
    the newest of each month.  Files with other names are not touched.
    """
    kept: set[tuple[str, ...]] = set()
    days: dict[str, set[str]] = {}
    removed = []
    for path in _newest_first(folder):
        found = _MADE.fullmatch(path.name)
        assert found is not None
        office, day, month, reason = found.group("office", "day", "month", "reason")
        seen = days.setdefault(office, set())
        recent = day in seen or len(seen) < DAYS_KEPT
        if recent:
            seen.add(day)
        group = (office, day, reason) if recent else (office, month)
        if group in kept:
            path.unlink(missing_ok=True)
            removed.append(path)
        kept |= {group, (office, month)}
    return tuple(removed)


def newest(folder: Path, office: str) -> tuple[Path, datetime] | None:
    """Return the newest backup of the office with this file name (no suffix), and its time."""
    for path in _newest_first(folder):
        if path.name.startswith(f"{office}-") and _MADE.fullmatch(path.name)["office"] == office:  # type: ignore[index]
            moment = path.name[len(office) + 1 :][: len("2026-04-01-090000")]
            return path, datetime.strptime(moment, "%Y-%m-%d-%H%M%S")
    return None


def backups_of(folder: Path, office: str) -> tuple[Backup, ...]:
    """Return the backups of the office with this file name (no suffix), newest first."""
    return tuple(one for one in every_backup(folder) if one.office == office)


def every_backup(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of every office, newest first."""
    with in_words(folder):
        found = [backup_at(path) for path in _newest_first(folder)]
    return tuple(sorted(found, key=_made, reverse=True))


def backup_at(path: Path) -> Backup:
    """Return what is known of a backup: by its name, or of one that was renamed by its file."""
    state = path.stat()
    match = _MADE.fullmatch(path.name)
    if match is None or match["reason"] not in _REASONS:
        made = datetime.fromtimestamp(state.st_mtime)
        return Backup(path, path.stem, made, Reason.MANUAL, state.st_size)
    written = path.name[len(match["office"]) + 1 :][: len("2026-04-01-090000")]
    made = datetime.strptime(written, "%Y-%m-%d-%H%M%S")
    return Backup(path, match["office"], made, Reason(match["reason"]), state.st_size)


def restore(
    backup: Path, to: Path, passphrase: str | None = None, progress: Progress | None = None
) -> Path | None:
    """Put a backup in the place of an office file; return where the earlier file now is.

    The backup is checked first, the earlier file is renamed and never overwritten, and an
    office that is open anywhere is refused.  Raises ``Cancelled`` when the progress says so.
    """
    if backup.resolve() == to.resolve():
        raise Refusal(_ITSELF)
    with in_words(to):
        refuse_unsafe(to)
        lock = OfficeLock(to, datetime.fromtimestamp(backup.stat().st_mtime))
        try:
            with whole_new_file(to) as draft:
                source = place_of(backup, passphrase)
                _copy(source, draft, progress or Silent())
                _checked_on_disk(Place(draft, source.key), _DAMAGED.format(name=backup.name))
                return set_aside(to) if to.exists() else None
        finally:
            lock.release()


def check(place: Place) -> None:
    """Check that a file is a whole office file.  Raises ``Refusal`` if not."""
    with in_words(place.path), connected(place) as connection:
        connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
        revision_of(connection)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise Refusal(_DAMAGED.format(name=place.path.name))


def _made(backup: Backup) -> datetime:
    return backup.made


def _newest_first(folder: Path) -> Iterable[Path]:
    """Return the backups of a folder, by the time in their names."""
    if not folder.is_dir():
        return []
    found = ((_MADE.fullmatch(path.name), path) for path in folder.iterdir())
    made = [(match["day"], path.name, path) for match, path in found if match]
    return [path for *_, path in sorted(made, reverse=True)]


def _copy(place: Place, target: Path, progress: Progress) -> None:
    """Copy a database page by page, without waiting for the disk.

    The source is not mapped into memory, though that would be quicker: a bad sector would
    then end the program instead of being refused.
    """

    def step(_status: int, remaining: int, total: int) -> None:
        progress.step(total - remaining, total)

    with connected(place) as source, connected(Place(target, place.key)) as copy:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("PRAGMA locking_mode = EXCLUSIVE")
        source.backup(copy, pages=_PAGES_A_STEP, progress=step)
    with connected(Place(target, place.key)) as copy:  # so that it opens on a write-protected disk
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("PRAGMA journal_mode = DELETE")


def _checked_on_disk(place: Place, damaged: str) -> None:
    """Wait for the disk and check the copy, both at once.  Refused with ``damaged``."""
    failed: list[BaseException] = []
    syncing = threading.Thread(target=_noting(sync_file, failed), args=(place.path,))
    syncing.start()
    try:
        check(place)
    except Refusal as error:
        raise Refusal(damaged) from error
    finally:
        syncing.join()
    if failed:
        raise failed[0]


def _noting(work: Callable[[Path], None], failed: list[BaseException]) -> Callable[[Path], Any]:
    def run(path: Path) -> None:
        try:
            work(path)
        except OSError as error:
            failed.append(error)

    return run
