from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.gui.framework import icons, theme
from app.gui.framework.palettes import DARK, LIGHT, Colours, contrast
from app.gui.framework.settings import ViewSettings
from app.gui.framework.view import View
from app.kernel.resources import resources

GROUNDS = ("window", "paper", "stripe", "side")
INKS = ("text", "quiet", "accent", "problem", "warning", "good")
PAIRS = [*product(INKS, GROUNDS), ("on_accent", "accent"), ("on_accent", "accent_pressed")]


@pytest.fixture(autouse=True)
def own_look(qapp: QApplication) -> Iterator[None]:
    """Leave the program as it was for the tests after these."""
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), [*PAIRS, ("on_chosen", "chosen")])
def test_that_every_text_can_be_read(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "paper", "side"])
def test_that_frames_and_the_focus_can_be_seen(colours: Colours, ground: str) -> None:
    assert contrast(colours.frame, getattr(colours, ground)) >= 3
    assert contrast(colours.accent, getattr(colours, ground)) >= 3


def test_that_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_that_the_style_sheet_leaves_no_name_open(colours: Colours) -> None:
    sheet = theme.style_sheet(colours, 16)
    assert not re.search(r"@\w+@|\dem\b", sheet)
    for path in re.findall(r"url\(([^)]+)\)", sheet):
        assert (resources() / "style" / path).is_file()


def test_that_only_the_bundled_fonts_are_used(qapp: QApplication) -> None:
    assert all(number >= 0 for number in theme.load_fonts())
    assert QFontInfo(theme.font(12)).family() == "BIZ UDGothic"
    assert theme.font(12).families() == ["BIZ UDGothic", "Noto Sans JP"]


@pytest.mark.parametrize(("points", "used"), [(5, 10), (10, 10), (20, 20), (99, 20)])
def test_that_the_size_of_text_stays_within_its_bounds(
    qapp: QApplication, points: int, used: int
) -> None:
    assert theme.font(points).pointSize() == used


def test_that_rows_are_32_pixels_at_12_points_and_grow(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 12)
    small = theme.row_height()
    theme.apply(qapp, "light", 20)
    assert theme.row_height() > 1.5 * small
    if qapp.primaryScreen().logicalDotsPerInch() == 96:
        assert small == 32


def test_that_a_change_reaches_a_window_that_is_shown(qtbot: QtBot, qapp: QApplication) -> None:
    view = View()
    view.change(replace(view.settings, look="light", text_size=12))
    view.apply()
    label = QLabel("見本")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(view.changed) as told:
        view.change(ViewSettings(text_size=18, look="dark"))
    assert told.args == [ViewSettings(text_size=18, look="dark")]
    assert label.font().pointSize() == 18
    assert label.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert theme.current() == DARK


def test_that_an_icon_has_the_colour_of_text(qapp: QApplication) -> None:
    theme.apply(qapp, "dark", 12)
    image = icons.icon("today").pixmap(48, 48).toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x, y in product(range(image.width()), range(image.height()))
        if image.pixelColor(x, y).alpha() == 255
    }
    assert DARK.text in inks


def test_that_an_icon_that_is_not_there_is_a_fault(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no such icon")
