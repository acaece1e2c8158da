"""What a cell shows: its value under its format, as runs of text with their fonts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.documents.formula.scalars import CellError
from app.documents.number.format_code import Shown, show_text
from app.documents.number.number_text import show_number
from app.documents.sheet.furigana import Furigana, TextWithFurigana
from app.documents.sheet.look import Font, Look, Value

_AS_WRITTEN = {"General", "@"}


@dataclass(frozen=True, slots=True)
class Content:
    """The runs to draw, and where general alignment puts them.

    ``whole`` is set on numbers, days, errors and TRUE: too wide they become ####, they neither
    wrap nor run over.  ``number`` is the number shown.  ``fill`` is (place, character) that pads
    the text to the cell's width.
    """

    runs: Sequence[tuple[str, Font]]
    side: str
    number: float | None = None
    fill: tuple[int, str] | None = None
    whole: bool = False
    furigana: Furigana | None = None

    @property
    def text(self) -> str:
        """Return the text without its fonts."""
        return "".join(text for text, _ in self.runs)


def content_of(
    value: Value, look: Look, *, from_1904: bool = False, shows_zeros: bool = True
) -> Content:
    """Return what a cell with this value and look shows."""
    match value:
        case bool() if look.ticked:
            return Content([("☑" if value else "☐", look.font)], "center")
        case bool():
            return Content([("TRUE" if value else "FALSE", look.font)], "center", whole=True)
        case float():
            return _number(value, look, from_1904=from_1904, shows_zeros=shows_zeros)
        case str() if look.format in _AS_WRITTEN:
            return Content([(value, look.font)], "left")
        case str():
            shown = show_text(value, look.format)
            return Content([(shown.text, _coloured(look.font, shown))], "left")
        case CellError():
            return Content([(value.text, look.font)], "center", whole=True)
        case tuple():
            runs = [(run.text, run.font or look.font) for run in value]
            furigana = value.furigana if isinstance(value, TextWithFurigana) else None
            return Content(runs, "left", furigana=furigana)
        case _:
            return Content([], "left")


def _number(value: float, look: Look, *, from_1904: bool, shows_zeros: bool) -> Content:
    if not value and not shows_zeros:
        return Content([], "right")
    shown = show_number(value, look.format, from_1904=from_1904)
    runs = [(shown.text, _coloured(look.font, shown))]
    return Content(runs, "right", value, shown.fill, whole=True)


def _coloured(font: Font, shown: Shown) -> Font:
    return replace(font, colour=shown.colour) if shown.colour else font
