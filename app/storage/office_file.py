"""The office file as a whole: making a new one, and opening one that is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.kernel.errors import FileLost, Refusal
from app.kernel.resources import migrations
from app.storage.backup import Reason, back_up, back_up_file, newest, rotate
from app.storage.engine import Place, connected, make_durable, open_engine
from app.storage.failures import DAMAGED, in_words
from app.storage.files import remove_drafts, whole_new_file
from app.storage.header import may_be_encrypted, place_of
from app.storage.key import new_key, salt_of
from app.storage.locations import refuse_unsafe
from app.storage.lock import OfficeLock
from app.storage.schema import create_schema, head, revision_of
from app.storage.store import Store

Clock = Callable[[], datetime]

_MADE_AND_CHANGED = 2


def is_encrypted(path: Path) -> bool:
    """Return whether a file wants a passphrase.  Raises ``Refusal`` if it cannot be read."""
    with in_words(path):
        _refuse_missing(path)
        return may_be_encrypted(path)


def create_office(
    path: Path,
    *,
    passphrase: str | None,
    clock: Clock,
    prepare: Callable[[Session], None] | None = None,
) -> None:
    """Make a new office file, encrypted if there is a passphrase.

    ``prepare`` writes what every office begins with; that is in the history but cannot be
    undone.  If anything fails there is no file.  Refused where a file already is.
    """
    if path.exists():
        raise Refusal(
            f"「{path.name}」はすでにあります。別の名前にするか、そのファイルを開いてください。"
        )
    with in_words(path):
        refuse_unsafe(path)
        with whole_new_file(path) as draft:
            place = Place(draft, new_key(passphrase) if passphrase else None)
            with connected(place) as connection:
                make_durable(connection)
                create_schema(connection)
            store = Store(open_engine(place), place, clock)
            try:
                if prepare is not None:
                    store.note("事務所ファイルの作成", prepare)
            finally:
                store.close()


def open_office(path: Path, *, passphrase: str | None, clock: Clock, backups: Path | None) -> Store:
    """Open an office file, bringing it up to date first; closing the store lets go of it.

    With a folder for backups, one is made there before a migration and, if anything changed
    since the newest one, on closing.  Raises ``Refusal`` with what to do if the file cannot be
    opened safely; ``FileLost`` if it is damaged or gone.
    """
    with in_words(path):
        _refuse_unwritable(path)
        refuse_unsafe(path)
        lock = OfficeLock(path, clock())
        try:
            place = _place_of(path, passphrase, backups)
            _remove_drafts(path, backups)
            _bring_up_to_date(place, clock, backups)
            engine = open_engine(place)
            with engine.connect():
                pass
        except BaseException:
            lock.release()
            raise
    store = Store(
        engine,
        place,
        clock,
        before_close=lambda store: _back_up_on_closing(store, backups),
        after_close=lock.release,
        backups=backups,
    )
    store.copy_due = backups is not None and _changed_since_backup(store, backups)
    return store


def _refuse_unwritable(path: Path) -> None:
    _refuse_missing(path)
    if not os.access(path, os.W_OK):
        raise Refusal(
            f"「{path.name}」は読み取り専用です。書き込めるフォルダーに移すか、"
            "ファイルのプロパティで「読み取り専用」を外してください。"
        )
    if not os.access(path.parent, os.W_OK):
        raise Refusal(
            f"「{path.name}」のあるフォルダーに書き込めません。書き込めるフォルダーに移してください。"
        )


def _refuse_missing(path: Path) -> None:
    if not path.exists():
        raise FileLost(
            f"事務所ファイル「{path.name}」が見つかりません。"
            "移動していないか確認するか、「控えから始める」で控えに戻してください。"
        )


def _place_of(path: Path, passphrase: str | None, backups: Path | None) -> Place:
    try:
        return place_of(path, passphrase)
    except Refusal as refusal:
        if "passphrase" in refusal.fields and _opens_a_backup(path, passphrase, backups):
            raise FileLost(DAMAGED) from refusal
        raise


def _opens_a_backup(path: Path, passphrase: str | None, backups: Path | None) -> bool:
    """Return whether a refused passphrase is right after all: it opens a copy of the same file."""
    found = newest(backups, path.stem) if backups else None
    if found is None or salt_of(found[0]) != salt_of(path):
        return False
    try:
        place_of(found[0], passphrase)
    except Refusal:
        return False
    return True


def _remove_drafts(path: Path, backups: Path | None) -> None:
    """Remove copies a program left that died: nobody else may be making one of this file."""
    remove_drafts(path.parent, path.name)
    if backups is not None:
        remove_drafts(backups, f"{path.stem}-")


def _bring_up_to_date(place: Place, clock: Clock, backups: Path | None) -> None:
    with connected(place) as connection:
        if revision_of(connection) == head():
            return
    back_up_file(place, backups or place.path.parent, Reason.BEFORE_MIGRATION, clock())
    from app.storage.migrate import upgrade  # noqa: PLC0415  Alembic costs half a second

    upgrade(place, migrations(), clock())


def _changed_since_backup(store: Store, backups: Path) -> bool:
    """Return whether a program that died, or could make no backup, left changes without one."""
    found = newest(backups, store.place.path.stem)
    if found is None:
        return len(store.history(_MADE_AND_CHANGED)) == _MADE_AND_CHANGED
    last = store.history(1)
    return bool(last) and last[0].done_at.replace(microsecond=0) > found[1]


def _back_up_on_closing(store: Store, backups: Path | None) -> None:
    if backups is not None and store.copy_due:
        back_up(store, backups, Reason.CLOSING)
        with in_words(backups):
            rotate(backups)
