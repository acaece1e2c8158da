from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.gui.framework.settings import SettingsFile, ViewSettings
from app.gui.framework.window_state import WindowState


def test_that_settings_come_back(tmp_path: Path) -> None:
    settings = ViewSettings(16, "dark").opened(tmp_path / "事務所.kurashi")
    SettingsFile(tmp_path / "new").write(settings)
    assert SettingsFile(tmp_path / "new").read() == settings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml at all [",
        'text_size = "large"\nlook = "pink"\nrecent = 3',
        "text_size = 9",
        "text_size = true",
        "text_size = 21\nunknown = 1",
        "recent = [1, 2]",
    ],
)
def test_that_what_cannot_be_used_has_its_default(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text, "utf-8")
    assert SettingsFile(tmp_path).read() == ViewSettings()


def test_that_bytes_that_are_no_text_do_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
    assert SettingsFile(tmp_path).read() == ViewSettings()


def test_that_a_folder_that_cannot_be_written_to_is_borne(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    SettingsFile(tmp_path / "file").write(ViewSettings())


def test_that_offices_opened_lately_stand_newest_first_and_once(tmp_path: Path) -> None:
    settings = ViewSettings()
    for name in "abcdefghijb":
        settings = settings.opened(tmp_path / name)
    assert [Path(name).name for name in settings.recent] == list("bjihgfed")
    assert str(tmp_path / "j") not in settings.forgotten(tmp_path / "j").recent


def test_that_the_window_comes_back_where_it_stood(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = QMainWindow(), QMainWindow()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    first.resize(700, 500)
    assert not WindowState(tmp_path).restore_window(second)
    WindowState(tmp_path).save_window(first)
    assert WindowState(tmp_path).restore_window(second)
    assert (second.width(), second.height()) == (700, 500)


@pytest.mark.parametrize("damaged", ["", "x,y", "80,,90"])
def test_that_damaged_widths_are_left_out(tmp_path: Path, qapp: object, damaged: str) -> None:
    (tmp_path / "window.ini").write_text(f"[columns]\npeople={damaged}\n", "utf-8")
    assert all(width > 0 for width in WindowState(tmp_path).widths("people"))
