"""Fixtures every test may use."""

from __future__ import annotations

import gc
import os
import shutil
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.accounting import tables as _accounting  # noqa: F401  so that they exist
from app.contacts import tables as _contacts  # noqa: F401
from app.council import tables as _council  # noqa: F401
from app.daily_log import tables as _daily_log  # noqa: F401
from app.duplicates import tables as _duplicates  # noqa: F401
from app.duties import tables as _duties  # noqa: F401
from app.forms import tables as _forms  # noqa: F401
from app.importing import tables as _importing  # noqa: F401
from app.local_issues import tables as _local_issues  # noqa: F401
from app.local_resources import tables as _local_resources  # noqa: F401
from app.matching import tables as _matching  # noqa: F401
from app.office import tables as _office  # noqa: F401
from app.planning import tables as _planning  # noqa: F401
from app.retention import tables as _retention  # noqa: F401
from app.searching import tables as _searching  # noqa: F401
from app.staff import tables as _staff  # noqa: F401
from app.storage.base import Base
from app.storage.engine import Place, open_engine
from app.storage.schema import APPLICATION_ID, head
from app.storage.store import Store
from app.submissions import tables as _submissions  # noqa: F401
from app.supporters import tables as _supporters  # noqa: F401
from app.surveys import tables as _surveys  # noqa: F401
from app.timeline import tables as _timeline  # noqa: F401
from app.training import tables as _training  # noqa: F401

KEY = "6b" * 32 + "73" * 16
"""The raw key and salt of the encrypted file of the tests."""


def pytest_collection_finish() -> None:
    """Look for garbage only in what the tests make: all test modules are a lot to look through."""
    gc.collect()
    gc.freeze()


_MANY_WIDGETS = 1_000


@pytest.fixture(autouse=True, scope="module")
def old_things_are_left_alone() -> None:
    """Let later collections skip what outlived the modules before: there is ever more of it."""
    gc.collect()
    gc.freeze()


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = datetime(2026, 4, 1, 9)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **step: float) -> None:
        """Move on, by the arguments of ``timedelta``."""
        self.now += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str | None, Path]:
    """An empty office without a key and one with: copied, because making one takes longer."""
    folder = tmp_path_factory.mktemp("empty")
    files: dict[str | None, Path] = {}
    for name, key in (("plain", None), ("encrypted", KEY)):
        files[key] = folder / f"{name}.kurashi"
        engine = open_engine(Place(files[key], key))
        Base.metadata.create_all(engine)
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num TEXT)")
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (head(),))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        engine.dispose()
    return files


def _new(files: dict[str | None, Path], folder: Path, key: str | None) -> Place:
    place = Place(folder / ("office.kurashi" if key is None else "encrypted.kurashi"), key)
    shutil.copyfile(files[key], place.path)
    return place


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office with three years of work, to be copied: other workers copy it too."""
    from tests.sample_office import sample_of_run  # noqa: PLC0415  only for who needs it

    return sample_of_run(tmp_path_factory)


@pytest.fixture
def place(empty_files: dict[str | None, Path], tmp_path: Path) -> Place:
    """A new, empty, plain office file."""
    return _new(empty_files, tmp_path, None)


@pytest.fixture
def engine(place: Place) -> Iterator[Engine]:
    engine = open_engine(place)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine, place: Place, clock: Clock) -> Iterator[Store]:
    store = Store(engine, place, clock)
    yield store
    store.close()


@pytest.fixture
def encrypted_store(
    empty_files: dict[str | None, Path], tmp_path: Path, clock: Clock
) -> Iterator[Store]:
    """A store on a new, empty, encrypted office file."""
    place = _new(empty_files, tmp_path, KEY)
    store = Store(open_engine(place), place, clock)
    yield store
    store.close()


@pytest.fixture(autouse=True)
def nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the window that leaves a thread, a running timer or a window behind."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer  # noqa: PLC0415  not without Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    request.getfixturevalue("qapp")
    threads = set(threading.enumerate())
    windows = set(QApplication.topLevelWidgets())
    # As in the program: a thread that collected garbage would delete widgets behind Qt's back.
    gc.disable()
    yield
    gc.enable()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if len(QApplication.allWidgets()) > _MANY_WIDGETS:
        gc.collect()  # what is left over would be styled anew with every look a test tries
    left = [window for window in QApplication.topLevelWidgets() if window not in windows]
    assert [window for window in left if window.isVisible()] == [], "top-level windows"
    timers = [timer for window in left for timer in window.findChildren(QTimer)]
    assert [timer for timer in timers if timer.isActive()] == [], "running timers"
    # Python keeps a dummy for a thread of Qt that called it, also once that thread has ended.
    started = [one for one in threading.enumerate() if not isinstance(one, threading._DummyThread)]
    assert [thread for thread in started if thread not in threads] == [], "threads"
