"""What a cell's style says of its look, with theme and palette already resolved to colours."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.documents.formula.scalars import CellError


@dataclass(frozen=True, slots=True)
class Font:
    """A font as named in the workbook; ``size`` in points, ``colour`` as RRGGBB."""

    name: str = "游ゴシック"
    size: float = 11.0
    bold: bool = False
    italic: bool = False
    underline: str = ""
    strike: bool = False
    raised: str = ""
    colour: str = "000000"


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of a border, by its name in the format (thin, mediumDashed …)."""

    style: str
    colour: str


@dataclass(frozen=True, slots=True)
class Borders:
    """The lines round a cell and across it."""

    left: Edge | None = None
    right: Edge | None = None
    top: Edge | None = None
    bottom: Edge | None = None
    falling: Edge | None = None
    rising: Edge | None = None

    @property
    def around(self) -> bool:
        """Return whether any of the four sides has a line."""
        return bool(self.left or self.right or self.top or self.bottom)

    @property
    def any(self) -> bool:
        """Return whether there is any line at all."""
        return bool(self.around or self.falling or self.rising)


@dataclass(frozen=True, slots=True)
class Look:
    """All of a cell's style that shows in print; alignments by their names in the format.

    ``justify_last`` spreads the last line too, and leaves space at both ends of distributed text
    (前後にスペースを入れる).
    """

    font: Font = field(default_factory=Font)
    fill: str = ""
    borders: Borders = field(default_factory=Borders)
    format: str = "General"
    horizontal: str = "general"
    vertical: str = "bottom"
    wrap: bool = False
    shrink: bool = False
    indent: int = 0
    rotation: int = 0
    ticked: bool = False
    """Whether true and false are shown as a box to tick."""

    justify_last: bool = False

    @property
    def shows(self) -> bool:
        """Return whether an empty cell of this look puts anything on the paper."""
        return self.borders.any or self.fill not in {"", "FFFFFF"}


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a rich text; ``font`` is ``None`` where the cell's own font holds."""

    text: str
    font: Font | None


RichText = tuple[Run, ...]
Value = str | float | bool | RichText | CellError | None
