"""控え, 操作の記録 and 提供記録."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.settings.backup_section import BackupSection
from app.gui.settings.exports_section import ExportsSection
from app.gui.settings.history_section import HistorySection
from app.gui.settings.settings_page import SettingsPage
from app.office import commands as office
from app.office.exports import Export
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

Make = Callable[..., SettingsPage]
HANAKO = PersonDraft(family_name="見本", given_name="花子")


def shown(page: SettingsPage, name: str) -> SettingsPage:
    page.open_target(Target("settings", "section", name))
    return page


def backup_section(page: SettingsPage) -> BackupSection:
    section = shown(page, "backup").section
    assert isinstance(section, BackupSection)
    return section


def history_section(page: SettingsPage) -> HistorySection:
    section = shown(page, "history").section
    assert isinstance(section, HistorySection)
    return section


def exports_section(page: SettingsPage) -> ExportsSection:
    section = shown(page, "exports").section
    assert isinstance(section, ExportsSection)
    return section


def back_up(page: SettingsPage, qtbot: QtBot) -> BackupSection:
    section = backup_section(page)
    with qtbot.waitSignal(page.said, timeout=10_000):
        qtbot.keyClick(section.ui.backupButton, Qt.Key.Key_Space)
    return section


def test_that_backups_are_made_and_listed_newest_first(
    make: Make, qtbot: QtBot, clock: Clock, backups: Path, qtmodeltester: ModelTester
) -> None:
    page = make()
    section = back_up(page, qtbot)
    clock.advance(days=1)
    back_up(page, qtbot)
    qtmodeltester.check(section.model, force_py=True)
    days = [section.model.index(row, 0).data() for row in range(section.model.rowCount())]
    assert days == ["令和8年4月2日（木） 09:00", "令和8年4月1日（水） 09:00"]
    assert section.model.index(0, 1).data() == "手で作ったもの"
    assert str(backups) in section.ui.folderLabel.text()


def test_that_going_back_asks_and_then_asks_the_window(make: Make, qtbot: QtBot) -> None:
    page = make(False, True)
    section = back_up(page, qtbot)
    assert not section.ui.restoreButton.isEnabled()
    section.ui.backupList.choose(0)
    with qtbot.assertNotEmitted(page.wanted):
        section.ui.restoreButton.click()
    with qtbot.waitSignal(page.wanted) as told:
        section.ui.restoreButton.click()
    (target,) = told.args
    assert (target.place, target.kind) == ("office", "restore")
    assert Path(str(target.key)).is_file()
    dialogs = page.dialogs
    assert isinstance(dialogs, FakeDialogs)
    assert "そのあとの記録は" in dialogs.asked[0][1]


def test_that_a_backup_elsewhere_can_be_chosen(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "usb.kurashi"
    page = make(None, other, True)
    section = backup_section(page)
    with qtbot.assertNotEmitted(page.wanted):
        section.ui.otherButton.click()
    with qtbot.waitSignal(page.wanted) as told:
        section.ui.otherButton.click()
    assert told.args == [Target("office", "restore", str(other))]


def test_that_one_operation_of_many_is_taken_back(
    make: Make, observed: ObservableStore, qtbot: QtBot
) -> None:
    section = history_section(make())
    first = observed.do("一人目", contacts.add_person, HANAKO)
    observed.do("二人目", contacts.add_person, replace(HANAKO, given_name="太郎"))
    assert first is not None
    section.ui.historyList.choose(first.operation)
    assert section.ui.undoButton.isEnabled()
    with qtbot.waitSignal(observed.reverted) as told:
        qtbot.keyClick(section.ui.undoButton, Qt.Key.Key_Space)
    assert told.args == ["一人目"]
    labels = [section.model.index(row, 1).data() for row in range(3)]
    assert labels == ["元に戻す: 一人目", "二人目", "一人目"]
    assert section.model.index(2, 3).data() == "戻しました"
    assert not section.ui.undoButton.isEnabled()
    assert "すでに" in section.ui.reasonLabel.text()


def test_that_an_operation_changed_since_is_refused_in_words(
    make: Make, observed: ObservableStore, qtbot: QtBot
) -> None:
    section = history_section(make())
    added = observed.do("追加", contacts.add_person, HANAKO)
    assert added is not None
    observed.do("変更", contacts.change_person, added.result, replace(HANAKO, note="夕方"))
    section.ui.historyList.choose(added.operation)
    with qtbot.waitSignal(observed.refused) as told:
        section.ui.undoButton.click()
    assert "その後に変更されている" in told.args[0]


def test_that_what_is_only_recorded_cannot_be_taken_back(make: Make) -> None:
    section = history_section(make())
    section.ui.historyList.setCurrentIndex(section.model.index(0, 0))
    assert not section.ui.undoButton.isEnabled()
    assert "記録のため" in section.ui.reasonLabel.text()


def test_that_the_record_of_exports_is_shown_and_saved(
    make: Make, observed: ObservableStore, qtbot: QtBot, tmp_path: Path
) -> None:
    page = make(tmp_path / "提供記録.csv")
    section = exports_section(page)
    assert not section.ui.saveButton.isEnabled()
    export = Export("trainee-roster", "受講者名簿", "print", 3, ("氏名", "電話"), "連絡")
    observed.note("書類を出力", office.record_export, export)
    row = [section.model.index(0, column).data() for column in range(6)]
    assert row == ["R8.4.1 09:00", "受講者名簿", "印刷", "3名", "連絡", "氏名、電話"]
    assert section.ui.countLabel.text() == "1件"
    with qtbot.waitSignal(page.said, timeout=10_000):
        section.ui.saveButton.click()
    written = (tmp_path / "提供記録.csv").read_bytes().decode("utf-8-sig")
    assert "受講者名簿" in written
