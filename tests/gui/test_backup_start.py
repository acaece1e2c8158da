"""Beginning with a backup while no office is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.contacts import commands
from app.contacts.person import PersonDraft
from app.contacts.queries import PersonListing
from app.gui.desk import Desk
from app.gui.framework.excepthook import Reporter
from app.gui.framework.page import Page
from app.gui.framework.view import View
from app.gui.places import Place
from app.gui.welcome.restore_page import RestorePage
from app.gui.welcome.welcome_page import WelcomePage
from app.kernel.paths import Paths
from app.office.settings import OfficeSettings
from app.storage import backup
from app.wiring import create_office, open_store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

PASSPHRASE = "函館の海はとても青い"
WAIT = 20_000
NEWEST = "最新の控えに戻して開く"
PAGE = 4096


@pytest.fixture(autouse=True)
def plain_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Place, "page_class", lambda _place: Page)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 4, 1, 9))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path / "program")
    paths.create()
    return paths


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def desk(qtbot: QtBot, paths: Paths, clock: Clock, dialogs: FakeDialogs) -> Iterator[Desk]:
    desk = Desk(paths, clock, View(paths.data), dialogs, Reporter(dialogs, paths.logs, "0"))
    yield desk
    desk.window.close()
    qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=WAIT)
    desk.end()
    QApplication.processEvents()


def office(
    folder: Path, paths: Paths, clock: Clock, passphrase: str | None = None, name: str = "くらし"
) -> Path:
    """Make an office with one person, whose backup was taken on closing."""
    path = folder / f"{name}.kurashi"
    create_office(path, passphrase, OfficeSettings(office_name="見本"), clock)
    store = open_store(path, passphrase, paths, clock)
    store.do("追加", commands.add_person, PersonDraft(family_name="見本", given_name="花子"))
    store.close()
    return path


def zeros_at_the_start(data: bytearray) -> None:
    data[: 2 * PAGE] = bytes(2 * PAGE)


def noise_in_the_first_page(data: bytearray) -> None:
    data[200:PAGE] = b"\xa5" * (PAGE - 200)


def noise_after_the_first_page(data: bytearray) -> None:
    data[PAGE:] = b"\xa5" * (len(data) - PAGE)


def cut_off(data: bytearray) -> None:
    del data[PAGE * 3 :]


DAMAGES = (zeros_at_the_start, noise_in_the_first_page, noise_after_the_first_page, cut_off)


def show(desk: Desk, qtbot: QtBot, path: Path | None) -> None:
    desk.start(path)
    with qtbot.waitSignal(desk.window.painted):
        desk.window.show()


def shown(desk: Desk, qtbot: QtBot, kind: type[RestorePage] | type[WelcomePage]) -> RestorePage:
    qtbot.waitUntil(lambda: isinstance(desk.window.ui.pages.currentWidget(), kind), timeout=WAIT)
    return desk.window.ui.pages.currentWidget()  # type: ignore[return-value]


def backups_page(desk: Desk, qtbot: QtBot) -> RestorePage:
    """Open the list of backups from the welcome page."""
    show(desk, qtbot, None)
    shown(desk, qtbot, WelcomePage)
    welcome = desk.window.ui.pages.currentWidget()
    assert isinstance(welcome, WelcomePage)
    qtbot.mouseClick(welcome.ui.backupButton, Qt.MouseButton.LeftButton)
    return shown(desk, qtbot, RestorePage)


def count(desk: Desk) -> int:
    store = desk.session.store
    assert store is not None
    return len(store.ask(PersonListing(datetime(2026, 4, 1).date()).keys))


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_that_a_damaged_office_is_replaced_by_its_newest_backup(
    desk: Desk,
    qtbot: QtBot,
    paths: Paths,
    tmp_path: Path,
    clock: Clock,
    dialogs: FakeDialogs,
    passphrase: str | None,
    damage: Callable[[bytearray], None],
) -> None:
    path = office(tmp_path, paths, clock, passphrase)
    data = bytearray(path.read_bytes())
    damage(data)
    path.write_bytes(data)
    asked = [passphrase] if passphrase and damage is not zeros_at_the_start else []
    dialogs.answers = [*asked, NEWEST, *([passphrase] if passphrase else [])]
    with qtbot.waitSignal(desk.session.opened, timeout=WAIT):
        show(desk, qtbot, path)
    assert count(desk) == 1
    assert not dialogs.answers
    assert (tmp_path / "くらし-以前の1.kurashi").read_bytes() == bytes(data)
    (question,) = (text for method, text in dialogs.asked if method == "choose")
    assert "壊れて" in question
    assert "令和8年4月1日（水） 09:00（閉じるとき、" in question


def test_that_a_lost_office_comes_back_where_it_was(
    desk: Desk, qtbot: QtBot, paths: Paths, tmp_path: Path, clock: Clock, dialogs: FakeDialogs
) -> None:
    path = office(tmp_path, paths, clock)
    path.unlink()
    dialogs.answers = [NEWEST]
    with qtbot.waitSignal(desk.session.opened, timeout=WAIT):
        show(desk, qtbot, path)
    assert count(desk) == 1
    assert [one.name for one in tmp_path.glob("*.kurashi")] == ["くらし.kurashi"]


def test_that_without_a_backup_it_is_said_and_another_can_be_opened(
    desk: Desk, qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    show(desk, qtbot, tmp_path / "ない.kurashi")
    shown(desk, qtbot, WelcomePage)
    assert "「ない.kurashi」が見つかりません" in dialogs.told[0]


@pytest.mark.parametrize("answer", [None, "ほかの事務所ファイルを開く…"])
def test_that_the_offer_can_be_turned_down(
    desk: Desk,
    qtbot: QtBot,
    paths: Paths,
    tmp_path: Path,
    clock: Clock,
    dialogs: FakeDialogs,
    answer: str | None,
) -> None:
    path = office(tmp_path, paths, clock)
    path.write_bytes(bytes(10 * PAGE))
    dialogs.answers = [answer, *([None] if answer else [])]
    show(desk, qtbot, path)
    shown(desk, qtbot, WelcomePage)
    assert path.read_bytes() == bytes(10 * PAGE)


def test_that_any_backup_can_be_chosen_from_the_welcome_page(
    desk: Desk, qtbot: QtBot, paths: Paths, tmp_path: Path, clock: Clock, dialogs: FakeDialogs
) -> None:
    office(tmp_path, paths, clock)
    clock.advance(days=1)
    office(tmp_path, paths, clock, PASSPHRASE, "別の台帳")
    page = backups_page(desk, qtbot)
    table = page.ui.backupTable
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["別の台帳", "くらし"]
    assert table.item(0, 2).text() == "閉じるとき"
    assert "次に選びます" in page.ui.targetLabel.plain()
    target = tmp_path / "戻した台帳.kurashi"
    dialogs.answers = [target]
    qtbot.mouseClick(page.ui.targetButton, Qt.MouseButton.LeftButton)
    assert str(target) in page.ui.targetLabel.plain()
    dialogs.answers = ["ちがうパスフレーズ", PASSPHRASE]
    with qtbot.waitSignal(desk.session.opened, timeout=WAIT):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert "パスフレーズが違います" in dialogs.told[0]
    assert count(desk) == 1
    store = desk.session.store
    assert store is not None
    assert store.plain.place.path == target


def test_that_the_folder_of_the_backups_is_no_place_for_an_office(
    desk: Desk, qtbot: QtBot, paths: Paths, tmp_path: Path, clock: Clock, dialogs: FakeDialogs
) -> None:
    office(tmp_path, paths, clock)
    page = backups_page(desk, qtbot)
    before = sorted(paths.backups.iterdir())
    dialogs.answers = [paths.backups / "くらし.kurashi"]
    qtbot.mouseClick(page.ui.beginButton, Qt.MouseButton.LeftButton)
    assert "控えを置くフォルダー" in dialogs.told[0]
    assert sorted(paths.backups.iterdir()) == before


def test_that_a_damaged_backup_kept_elsewhere_is_refused_and_another_can_be_chosen(
    desk: Desk, qtbot: QtBot, paths: Paths, tmp_path: Path, clock: Clock, dialogs: FakeDialogs
) -> None:
    office(tmp_path, paths, clock)
    (good,) = backup.every_backup(paths.backups)
    stick = tmp_path / "usb" / good.path.name
    stick.parent.mkdir()
    data = bytearray(good.path.read_bytes())
    noise_after_the_first_page(data)
    stick.write_bytes(data)
    page = backups_page(desk, qtbot)
    dialogs.answers = [stick]
    qtbot.mouseClick(page.ui.otherButton, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.ui.backupTable.rowCount() == 2, timeout=WAIT)
    target = tmp_path / "戻した台帳.kurashi"
    dialogs.answers = [target]
    qtbot.mouseClick(page.ui.beginButton, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.ui.backupTable.rowCount() == 1, timeout=WAIT)
    assert len(dialogs.told) == 1
    assert "壊れて" in dialogs.told[0]
    assert not target.exists()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=WAIT)


def test_that_escape_leads_back(
    desk: Desk, qtbot: QtBot, paths: Paths, tmp_path: Path, clock: Clock
) -> None:
    page = backups_page(desk, qtbot)
    assert page.ui.noneLabel.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    shown(desk, qtbot, WelcomePage)
