"""Going back to a backup from the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.contacts import commands
from app.contacts.person import PersonDraft
from app.contacts.queries import PersonListing
from app.gui.desk import Desk
from app.gui.framework.excepthook import Reporter
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.view import View
from app.gui.places import Place
from app.kernel.paths import Paths
from app.office.settings import OfficeSettings
from app.storage import backup
from app.wiring import create_office
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

PASSPHRASE = "函館の海はとても青い"
WAIT = 20_000


@pytest.fixture(autouse=True)
def plain_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Place, "page_class", lambda _place: Page)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 4, 1, 9))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path)
    paths.create()
    return paths


@pytest.fixture
def desk(qtbot: QtBot, paths: Paths, clock: Clock) -> Iterator[Desk]:
    dialogs = FakeDialogs()
    desk = Desk(paths, clock, View(paths.data), dialogs, Reporter(dialogs, paths.logs, "0"))
    yield desk
    desk.window.close()
    qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=WAIT)
    desk.end()
    QApplication.processEvents()


def opened(desk: Desk, qtbot: QtBot, office: Path, passphrase: str | None, clock: Clock) -> None:
    create_office(office, passphrase, OfficeSettings(office_name="見本"), clock)
    answer(desk, *([passphrase] if passphrase else []))
    desk.start(office)
    with qtbot.waitSignal(desk.session.opened, timeout=WAIT):
        desk.window.show()


def answer(desk: Desk, *answers: object) -> FakeDialogs:
    dialogs = desk._dialogs
    assert isinstance(dialogs, FakeDialogs)
    dialogs.answers = list(answers)
    return dialogs


def add(desk: Desk, name: str) -> None:
    store = desk.session.store
    assert store is not None
    store.do("追加", commands.add_person, PersonDraft(family_name=name, given_name="花子"))


def count(desk: Desk) -> int:
    store = desk.session.store
    assert store is not None
    return len(store.ask(PersonListing(datetime(2026, 4, 1).date()).keys))


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_that_the_office_goes_back_and_what_was_there_is_kept(
    desk: Desk, qtbot: QtBot, paths: Paths, tmp_path: Path, clock: Clock, passphrase: str | None
) -> None:
    office = tmp_path / "くらし.kurashi"
    opened(desk, qtbot, office, passphrase, clock)
    add(desk, "控えの人")
    store = desk.session.store
    assert store is not None
    kept = backup.back_up(store.plain, paths.backups, backup.Reason.CLOSING)
    add(desk, "あとの人")
    dialogs = answer(desk, *([passphrase] if passphrase else []))
    with qtbot.waitSignal(desk.session.opened, timeout=WAIT):
        desk.window.go(Target("office", "restore", str(kept)))
    assert count(desk) == 1
    assert "に戻しました" in dialogs.told[-1]
    made = backup.backups_of(paths.backups, "くらし")
    assert {one.reason for one in made} == {backup.Reason.CLOSING, backup.Reason.BEFORE_RESTORE}
    assert len(list(tmp_path.glob("くらし*.kurashi"))) == 2


def test_that_a_file_that_is_no_backup_changes_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    office = tmp_path / "くらし.kurashi"
    opened(desk, qtbot, office, None, clock)
    add(desk, "見本")
    other = tmp_path / "other.kurashi"
    other.write_text("これは控えではありません", "utf-8")
    dialogs = answer(desk)
    with qtbot.waitSignal(desk.session.opened, timeout=WAIT):
        desk.window.go(Target("office", "restore", str(other)))
    assert count(desk) == 1
    assert len(dialogs.told) == 1


def test_that_without_the_passphrase_the_office_stays_open(
    desk: Desk, qtbot: QtBot, paths: Paths, tmp_path: Path, clock: Clock
) -> None:
    office = tmp_path / "くらし.kurashi"
    opened(desk, qtbot, office, PASSPHRASE, clock)
    store = desk.session.store
    assert store is not None
    kept = backup.back_up(store.plain, paths.backups, backup.Reason.MANUAL)
    answer(desk, None)
    desk.window.go(Target("office", "restore", str(kept)))
    assert desk.session.store is store
    assert count(desk) == 0
