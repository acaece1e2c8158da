"""What can go wrong at the edges, through the command line and the window.

Always a sentence that says what to do; nothing lost, nothing half-done, and the program goes on.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from app.gui.training.training_page import TrainingPage
from app.kernel.paths import Paths
from tests.journeys.applicants import messy_workbook
from tests.journeys.conftest import Command, ends_in_a_sentence
from tests.journeys.hands import PASSPHRASE, Hands

# A key whose page has gone when it is let go; and what Qt says while it looks among the fonts of
# the machine for writing nobody here uses.
pytestmark = pytest.mark.qt_log_ignore(
    "Keyboard event not accepted", "^OpenType support", "^QFSFileEngine::open", extend=True
)


def course_with_people(command: Command, tmp_path: Path) -> None:
    """Make an office with a course whose applicants have places, by the command line."""
    command("course", "open", "養成研修", "--year", "R8", "--first", "R8.6.3")
    applicants = messy_workbook(tmp_path / "申込者.xlsx")
    command("import", "people", applicants, "--course", "1", "--on", "R8.5.20", "--apply")
    command("course", "draw", "1", "--seed", "7", "--on", "R8.5.25")


# The disk


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """Let a folder be a disk of its own, and a small one."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can make a small disk")
    words = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder)]
    if subprocess.run(words, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be made here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Take all that is left of a disk, to the last byte."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as out:
        for size in (4096, 1):
            try:
                while True:
                    out.write(bytes(size))
            except OSError:
                continue
    return filler


def test_that_a_full_disk_while_marking_is_said_and_loses_nothing(
    hands: Hands, command: Command, office: Path, tmp_path: Path
) -> None:
    with small_disk(office.parent, 6000):
        command("new", office)
        course_with_people(command, tmp_path)
        before = command("dump")
        filler = fill(office.parent)
        said = command("course", "mark", "1", "--session", "1", "--absent", "3", code=2)
        assert "空き" in said
        filler.unlink()
        assert command("dump") == before

        hands.clock.now = datetime(2026, 6, 3, 13)
        hands.start(office)
        hands.until(lambda: hands.desk.session.store is not None)
        hands.rest()
        hands.press("Ctrl+3", "Alt+4")
        page = hands.shown
        assert isinstance(page, TrainingPage)
        attendance = page.card._made[3]
        attendance.grid.setFocus()
        hands.press("F2")
        filler = fill(office.parent)
        for row in range(1, 30):
            hands.press(*str(row), "x", "Enter")
            if "空き" in hands.said:
                break
        assert "空き" in hands.said
        cell = attendance.grid.grid.rows[row - 1].cells[0]
        assert cell.sign == "○"
        filler.unlink()
        attendance.grid.setFocus()
        hands.press(*str(row), "x", "Enter")
        assert attendance.grid.grid.rows[row - 1].cells[0].sign == "×"
        hands.close()
        command("verify")
        records = [json.loads(line) for line in command("dump").splitlines()]
        marks = [one["mark"] for one in records if one["table"] == "attendance"]
        assert marks.count("absent") == row


def test_that_a_write_protected_office_is_said(
    hands: Hands, command: Command, office: Path
) -> None:
    with small_disk(office.parent, 6000):
        command("new", office)
        subprocess.run(["mount", "-o", "remount,ro", str(office.parent)], check=True)
        said = command("dump", code=2)
        assert "書き込め" in said or "読み取り専用" in said
        assert ends_in_a_sentence(said)
        refused_at_start(hands, office)
        subprocess.run(["mount", "-o", "remount,rw", str(office.parent)], check=True)
        command("dump")


def test_that_a_folder_for_backups_that_cannot_be_used_loses_no_change(
    command: Command, office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command("new", office)
    backups = tmp_path / "home" / "backups"
    backups.mkdir(exist_ok=True)
    with small_disk(backups, 64):
        command("course", "open", "養成研修", "--year", "R8")
        said = capsys.readouterr().err
        assert "控え" in said
        assert "保存されています" in said
    assert command("course", "list").count("養成研修") == 1
    assert list(backups.glob("*-closing.kurashi")), "the copy that failed was not made later"
    shutil.rmtree(backups)
    backups.write_text("")
    assert ends_in_a_sentence(command("dump", code=2))


# Files that are not for this program now


def refused_at_start(hands: Hands, path: Path) -> None:
    """Start the window on a file that cannot be opened: a sentence, then the welcome page."""
    before = len(hands.dialogs.told)
    hands.start(path)
    hands.welcome()
    (said,) = hands.dialogs.told[before:]
    assert ends_in_a_sentence(said)


def a_newer_office(path: Path) -> None:
    with dbapi2.connect(str(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()


def another_database(path: Path) -> None:
    path.unlink()
    with dbapi2.connect(str(path)) as raw:
        raw.execute("CREATE TABLE person (name TEXT)")
    raw.close()


def a_text(path: Path) -> None:
    path.write_text("これは事務所ファイルではありません。" * 100, "utf-8")


def an_empty_file(path: Path) -> None:
    path.write_bytes(b"")


def half_of_it(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


@pytest.mark.parametrize(
    "spoil", [a_newer_office, another_database, a_text, an_empty_file, half_of_it]
)
def test_that_a_file_that_cannot_be_opened_is_said_and_left_as_it_is(
    hands: Hands, command: Command, office: Path, spoil: Callable[[Path], None]
) -> None:
    good = office.with_name("よい.kurashi")
    command("new", office)
    command("new", good)
    spoil(office)
    data = office.read_bytes()
    for words in (("dump",), ("verify",), ("course", "list"), ("undo",)):
        assert ends_in_a_sentence(command(*words, code=2))
    refused_at_start(hands, office)
    assert office.read_bytes() == data
    assert sorted(path.name for path in office.parent.iterdir()) == sorted([office.name, good.name])
    hands.answer(good)
    hands.click(hands.welcome().ui.openButton)
    hands.until(lambda: hands.desk.session.store is not None)


def test_that_a_synchronised_folder_is_refused_before_anything_is_made(
    hands: Hands, command: Command, tmp_path: Path
) -> None:
    synced = tmp_path / "OneDrive - 事務所"
    synced.mkdir()
    assert "OneDrive" in command("new", synced / "a.kurashi", code=2)
    hands.start()
    welcome = hands.welcome()
    hands.type("見本事務所", welcome.ui.nameEdit)
    hands.answer(synced / "a.kurashi")
    hands.click(welcome.ui.createButton)
    hands.rest()
    assert "OneDrive" in hands.dialogs.told[-1]
    assert list(synced.iterdir()) == []
    assert hands.welcome().ui.nameEdit.text() == "見本事務所"
    hands.answer(tmp_path / "b.kurashi")
    hands.click(welcome.ui.createButton)
    hands.until(lambda: hands.desk.session.store is not None)


def test_that_an_office_that_is_open_is_not_opened_a_second_time(
    hands: Hands, command: Command, office: Path, paths: Paths, qtbot: QtBot
) -> None:
    hands.start()
    hands.make_office(office)
    said = command("dump", code=2)
    assert "開かれています" in said
    second = Hands(paths, qtbot)
    refused_at_start(second, office)
    second.close()
    hands.rest()
    hands.press("Ctrl+3")
    assert isinstance(hands.shown, TrainingPage)
    hands.close()
    command("dump")


def test_that_a_wrong_passphrase_is_said_and_asked_for_again(
    hands: Hands, command: Command, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "KURASHI_PASSPHRASE" in command("new", office, "--encrypt", code=2)
    monkeypatch.setenv("KURASHI_PASSPHRASE", PASSPHRASE)
    command("new", office, "--encrypt")
    monkeypatch.setenv("KURASHI_PASSPHRASE", "ちがうパスフレーズ")
    assert "パスフレーズ" in command("dump", code=2)
    monkeypatch.delenv("KURASHI_PASSPHRASE")
    assert "KURASHI_PASSPHRASE" in command("dump", code=2)
    hands.answer("ちがうパスフレーズ", PASSPHRASE)
    hands.start(office)
    hands.until(lambda: hands.desk.session.store is not None)
    (said,) = hands.dialogs.told
    assert ends_in_a_sentence(said)
