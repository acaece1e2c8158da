"""How the window looks: fonts, colours, one style sheet, and the size of its text.

Only the bundled fonts are used.  The style sheet is written with ``@names@`` of colours and
with lengths in ``@n@em`` that are turned into pixels, so that everything grows with the text.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.gui.framework.palettes import DARK, LIGHT, Colours
from app.gui.framework.sizes import LARGEST, SMALLEST
from app.kernel.resources import resources

FAMILIES = ("BIZ UDGothic", "Noto Sans JP")
FONT_FILES = ("BIZUDGothic-Regular.ttf", "NotoSansJP-Regular.ttf")
_BOLD_FILE = "BIZUDGothic-Bold.ttf"
_ROW = 2.0
_MARKS = ("down", "up", "check", "dot")
_EM = re.compile(r"(\d+(?:\.\d+)?)em\b")


@dataclass(slots=True)
class _State:
    colours: Colours = LIGHT
    row: int = 32


_state = _State()


def current() -> Colours:
    """Return the colours in use."""
    return _state.colours


def row_height() -> int:
    """Return the height of a row of a list in pixels: 32 with text of 12 points."""
    return _state.row


@cache
def load_fonts() -> tuple[int, ...]:
    """Register the bundled fonts, once; return their numbers (-1 for one that would not load)."""
    folder = resources() / "fonts"
    files = (*FONT_FILES, _BOLD_FILE)
    return tuple(QFontDatabase.addApplicationFont(str(folder / name)) for name in files)


def font(points: int) -> QFont:
    """Return the window's font at a size."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPointSize(min(max(points, SMALLEST), LARGEST))
    return made


def apply(app: QApplication, choice: str, points: int) -> None:
    """Give the whole program its look; ``choice`` is ``light``, ``dark`` or ``system``."""
    load_fonts()
    made = font(points)
    _state.colours = DARK if is_dark(choice) else LIGHT
    _state.row = round(QFontMetrics(made).horizontalAdvance("国") * _ROW)
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(made)
    app.setPalette(palette(_state.colours))
    app.setStyleSheet(style_sheet(_state.colours, _state.row / _ROW))


def is_dark(choice: str) -> bool:
    """Say whether a choice means dark now."""
    if choice == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return choice == "dark"


def style_sheet(colours: Colours, em: float) -> str:
    """Return the style sheet with its colours, and its lengths in pixels."""
    folder = resources() / "style"
    text = (folder / "kurashi.qss").read_text("utf-8")
    for name in _MARKS:
        look = "dark" if colours is DARK else "light"
        text = text.replace(f"@{name}@", (folder / f"{name}-{look}.svg").as_posix())
    for name, value in asdict(colours).items():
        text = text.replace(f"@{name}@", value)
    return _EM.sub(lambda found: f"{int(float(found[1]) * em + 0.5)}px", text)


def palette(colours: Colours) -> QPalette:
    """Return the colours as Qt knows them, for whatever the style sheet does not name."""
    role = QPalette.ColorRole
    made = QPalette()
    for kind, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.paper,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.Button: colours.paper,
        role.ButtonText: colours.text,
        role.Highlight: colours.chosen,
        role.HighlightedText: colours.on_chosen,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.paper,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.quiet,
        role.Mid: colours.line,
        role.Dark: colours.frame,
        role.Shadow: colours.frame,
    }.items():
        made.setColor(kind, QColor(value))
    for kind in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, kind, QColor(colours.quiet))
    return made
