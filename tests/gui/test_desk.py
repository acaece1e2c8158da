"""The window with its office: first run, opening, encrypting, backing up, closing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.gui.application import make_application, show_every_page
from app.gui.desk import Desk
from app.gui.framework.excepthook import Reporter
from app.gui.framework.page import Page
from app.gui.framework.view import View
from app.gui.places import PLACES, Place
from app.gui.welcome.answers import Questions
from app.gui.welcome.welcome_page import WelcomePage
from app.gui.widgets.pdf_preview import PdfPreview
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths
from app.office import queries
from app.storage.store import Store
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text

PASSPHRASE = "函館の海はとても青い"


@pytest.fixture(autouse=True)
def plain_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Place, "page_class", lambda _place: Page)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path)
    paths.create()
    return paths


@pytest.fixture
def desk(qtbot: QtBot, paths: Paths, dialogs: FakeDialogs) -> Iterator[Desk]:
    desk = make_desk(paths, dialogs)
    yield desk
    put_away(desk, qtbot)


def make_desk(paths: Paths, dialogs: FakeDialogs) -> Desk:
    reporter = Reporter(dialogs, paths.logs, "0")
    return Desk(paths, lambda: datetime(2026, 4, 1, 9), View(paths.data), dialogs, reporter)


def put_away(desk: Desk, qtbot: QtBot) -> None:
    desk.window.close()
    qtbot.waitUntil(lambda: not desk.window.isVisible())
    desk.end()
    QApplication.processEvents()


def open_window(desk: Desk, qtbot: QtBot, office: Path | None = None) -> None:
    desk.start(office)
    with qtbot.waitSignal(desk.window.painted):
        desk.window.show()


def welcome(desk: Desk, qtbot: QtBot) -> WelcomePage:
    qtbot.waitUntil(lambda: isinstance(desk.window.ui.pages.currentWidget(), WelcomePage))
    shown = desk.window.ui.pages.currentWidget()
    assert isinstance(shown, WelcomePage)
    return shown


def make_office(desk: Desk, qtbot: QtBot, path: Path, *, encrypted: bool = False) -> None:
    """Answer the first run with the keyboard and the mouse."""
    open_window(desk, qtbot)
    page = welcome(desk, qtbot)
    type_text(page.ui.nameEdit, "見本事務所")
    page.ui.encryptChoice.setChecked(encrypted)
    dialogs = desk._dialogs
    assert isinstance(dialogs, FakeDialogs)
    dialogs.answers = [path, PASSPHRASE] if encrypted else [path]
    with qtbot.waitSignal(desk.session.opened, timeout=20_000):
        qtbot.mouseClick(page.ui.createButton, Qt.MouseButton.LeftButton)


def test_that_the_first_run_makes_an_office(
    desk: Desk, qtbot: QtBot, tmp_path: Path, paths: Paths
) -> None:
    office = tmp_path / "くらし.kurashi"
    make_office(desk, qtbot, office)
    store = desk.session.store
    assert store is not None
    assert store.ask(queries.settings).office_name == "見本事務所"
    assert desk.window.windowTitle().startswith("見本事務所")
    assert desk._view.settings.recent == (str(office),)


def test_that_nothing_is_made_without_a_name(desk: Desk, qtbot: QtBot) -> None:
    open_window(desk, qtbot)
    page = welcome(desk, qtbot)
    page.ui.yearEdit.setText("いつか")
    qtbot.mouseClick(page.ui.createButton, Qt.MouseButton.LeftButton)
    problems = [label.text() for label in page.findChildren(QLabel, "problem") if label.isVisible()]
    assert len(problems) == 2
    assert page.ui.yearEdit.text() == "いつか"


def test_that_the_last_office_is_opened_again(
    qtbot: QtBot, paths: Paths, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    first = make_desk(paths, dialogs)
    make_office(first, qtbot, tmp_path / "くらし.kurashi")
    put_away(first, qtbot)
    second = make_desk(paths, dialogs)
    with qtbot.waitSignal(second.session.opened, timeout=20_000):
        open_window(second, qtbot)
    assert second.window.windowTitle().startswith("見本事務所")
    put_away(second, qtbot)


def test_that_an_encrypted_office_asks_until_the_passphrase_is_right(
    qtbot: QtBot, paths: Paths, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    first = make_desk(paths, dialogs)
    make_office(first, qtbot, tmp_path / "くらし.kurashi", encrypted=True)
    qtbot.waitUntil(lambda: isinstance(first.window.ui.pages.currentWidget(), PdfPreview))
    sheet = first.window.ui.pages.currentWidget()
    assert isinstance(sheet, PdfPreview)
    sheet.closed.emit()
    assert isinstance(first.window.ui.pages.currentWidget(), Page)
    put_away(first, qtbot)
    second = make_desk(paths, dialogs)
    dialogs.answers = ["ちがうパスフレーズ", PASSPHRASE]
    with qtbot.waitSignal(second.session.opened, timeout=20_000):
        open_window(second, qtbot)
    assert len(dialogs.told) == 1
    put_away(second, qtbot)


def test_that_giving_up_the_passphrase_leads_to_the_welcome_page(
    qtbot: QtBot, paths: Paths, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    first = make_desk(paths, dialogs)
    make_office(first, qtbot, tmp_path / "くらし.kurashi", encrypted=True)
    put_away(first, qtbot)
    second = make_desk(paths, dialogs)
    dialogs.answers = [None]
    open_window(second, qtbot)
    assert welcome(second, qtbot).ui.recentLayout.count() == 1
    put_away(second, qtbot)


def test_that_a_file_that_is_no_office_is_refused_in_words(
    desk: Desk, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    other = tmp_path / "名簿.kurashi"
    other.write_text("これは事務所ファイルではありません", "utf-8")
    open_window(desk, qtbot, other)
    welcome(desk, qtbot)
    assert len(dialogs.told) == 1


def test_that_closing_leaves_a_backup_and_no_lock(
    qtbot: QtBot, paths: Paths, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    desk = make_desk(paths, dialogs)
    office = tmp_path / "office" / "くらし.kurashi"
    office.parent.mkdir()
    make_office(desk, qtbot, office)
    with qtbot.waitSignal(desk.session.store.noted, timeout=20_000):
        desk.session.back_up()
    put_away(desk, qtbot)
    assert [path.name for path in office.parent.iterdir()] == [office.name]
    assert list(paths.backups.iterdir())


def test_that_another_office_replaces_the_one_that_is_open(
    desk: Desk, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    make_office(desk, qtbot, tmp_path / "一.kurashi")
    desk.window.command.emit("close")
    page = welcome(desk, qtbot)
    type_text(page.ui.nameEdit, "二番目")
    dialogs.answers = [tmp_path / "二.kurashi"]
    with qtbot.waitSignal(desk.session.opened, timeout=20_000):
        qtbot.mouseClick(page.ui.createButton, Qt.MouseButton.LeftButton)
    dialogs.answers = [tmp_path / "一.kurashi"]
    with qtbot.waitSignal(desk.session.opened, timeout=20_000):
        desk.window.command.emit("open")
    assert desk.window.windowTitle().startswith("見本事務所")


@pytest.mark.parametrize(
    ("questions", "wrong"),
    [
        (Questions("", "函館市", "R8"), {"office_name"}),
        (Questions("見本", "", "令和の初め"), {"city", "year"}),
    ],
)
def test_that_each_question_is_checked(questions: Questions, wrong: set[str]) -> None:
    with pytest.raises(Refusal) as refused:
        questions.answers("empty", encrypted=False)
    assert set(refused.value.fields) == wrong


def test_that_the_year_may_be_written_as_people_do() -> None:
    answers = Questions("見本", "函館市", "Ｒ８").answers("empty", encrypted=False)
    assert answers.year == FiscalYear(2026)


def test_that_qt_speaks_japanese(qapp: QApplication) -> None:
    make_application()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"


def test_that_every_page_can_be_shown_at_once(store: Store, paths: Paths, qtbot: QtBot) -> None:
    assert show_every_page(store, paths, lambda: datetime(2026, 4, 1)) == len(PLACES)
