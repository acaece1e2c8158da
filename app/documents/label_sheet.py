"""Label sheets: their measures (section 3.16), and the form that fills one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from app.documents.exact_form import Box, Sheet, draw
from app.kernel.errors import Refusal

_A4: Final = Sheet(9, 210, 297)
_MOST = 200
_LEAST = 10.0
_SLACK = 0.5
_FEWEST = 6
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_BORDER: Final = {"border": 7, "border_color": "#7A8794"}


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of A4 with labels; lengths in mm, ``gap`` and ``gap_down`` between labels."""

    key: str
    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    gap: float = 0.0
    gap_down: float = 0.0
    name: str = ""

    @property
    def count(self) -> int:
        return self.across * self.down

    @property
    def label(self) -> str:
        """What it is called in a list: 12面（86.4×42.3 mm）."""
        title = self.name or f"{self.count}面"
        return f"{title}（{self.width:g}×{self.height:g} mm）"

    def place(self, number: int) -> tuple[float, float]:
        """Return where a label begins, counted from 0 along the rows."""
        row, column = divmod(number, self.across)
        return (
            self.left + column * (self.width + self.gap),
            self.top + row * (self.height + self.gap_down),
        )


LABEL_SHEETS: Final = (
    LabelSheet("12", 2, 6, 86.4, 42.3, 18.6, 21.6),
    LabelSheet("24", 3, 8, 66.0, 33.9, 6.0, 12.9),
    LabelSheet("21", 3, 7, 70.0, 42.3, 0.0, 0.0),
    LabelSheet("10", 2, 5, 91.0, 55.0, 14.0, 11.0),
    LabelSheet("18", 3, 6, 63.5, 46.6, 7.25, 8.7, gap=2.5),
)

# The lines of a label: field, share of the height, size of type in points, bold.
_LINES: Final = (
    ("郵便番号", 10, 10, False),
    ("住所", 12, 11, False),
    ("建物", 11, 10, False),
    ("団体名", 11, 10, False),
    ("役職", 10, 9, False),
    ("宛名", 18, 16, True),
    ("連名", 16, 16, True),
)
_PADDING = 0.07
_LARGEST = 1.25
_USUAL_HEIGHT = 42.3


def checked(sheet: LabelSheet) -> LabelSheet:
    """Return a label sheet of the office's own.  Raises ``Refusal`` where it is not on A4."""
    problems = {}
    if min(sheet.across, sheet.down) < 1 or sheet.count > _MOST:
        problems["across"] = f"面数は1～{_MOST}にしてください。"
    if min(sheet.width, sheet.height) < _LEAST:
        problems["width"] = "ラベルの幅と高さは10 mm以上にしてください。"
    if min(sheet.left, sheet.top, sheet.gap, sheet.gap_down) < 0:
        problems["left"] = "余白と間隔は0 mm以上にしてください。"
    if not problems:
        left, top = sheet.place(sheet.count - 1)
        if left + sheet.width > _A4.width + _SLACK or top + sheet.height > _A4.height + _SLACK:
            problems["width"] = "このラベルはA4に収まりません。寸法と余白を確かめてください。"
    if problems:
        raise Refusal("ラベルの寸法が正しくありません。" + "".join(problems.values()), problems)
    return sheet


def read_label_sheet(text: str, key: str) -> LabelSheet:
    """Read the measures of a sheet of the office's own, as people type them.

    「横×縦、幅×高さ、左、上」 in mm, and then, where there are any, the gaps between labels.
    Raises ``Refusal`` where that cannot be read, or is not on A4.
    """
    plain = unicodedata.normalize("NFKC", text).replace("、", ",").lower()
    numbers = [float(number) for number in _NUMBER.findall(plain)]
    if not _FEWEST <= len(numbers) <= _FEWEST + 2:
        raise Refusal(
            "用紙の寸法は「2×6, 86.4×42.3, 18.6, 21.6」のように、"
            "横と縦の面数、ラベルの幅と高さ、左と上の余白（mm）の順に入力してください。"
            "ラベルの間があいている用紙は、続けて横と縦の間隔を入力します。"
        )
    across, down, width, height, left, top, *gaps = numbers
    gap, gap_down = (*gaps, 0.0, 0.0)[:2]
    sheet = LabelSheet(key, int(across), int(down), width, height, left, top, gap, gap_down)
    return checked(sheet)


def label_form(
    sheet: LabelSheet, *, right: float = 0.0, down: float = 0.0, frames: bool = False
) -> bytes:
    """Return the form of a label sheet, moved by some mm; ``frames`` draws the labels' edges.

    Its fields are those of the list 宛名 by number: ``{{宛名#3.住所}}``.
    """
    boxes: list[Box] = []
    for number in range(sheet.count):
        boxes += _label(sheet, number, (right, down), frames=frames)
    return draw("宛名ラベル", _A4, [boxes])


def _label(
    sheet: LabelSheet, number: int, move: tuple[float, float], *, frames: bool
) -> Iterator[Box]:
    left, top = (edge + by for edge, by in zip(sheet.place(number), move, strict=True))
    inner = sheet.width * _PADDING
    edges = _edges(sheet, top)
    scale = min(sheet.height / _USUAL_HEIGHT, _LARGEST)
    last = len(_LINES) - 1
    yield from _side(left, inner, (top, top + sheet.height), frames, "left")
    for place, ((field, _, size, bold), (above, below)) in enumerate(
        zip(_LINES, pairwise(edges), strict=True)
    ):
        text = f"{{{{宛名#{number + 1}.{field}}}}}"
        if number == 0 and place == 0:
            text = f"{{{{*宛名 続き}}}}{text}"
        look: dict[str, Any] = {"font_size": round(size * scale * 2) / 2, "bold": bold}
        if frames:
            look |= {"border_color": _BORDER["border_color"]}
            look |= {"top": 7} if place == 0 else {}
            look |= {"bottom": 7} if place == last else {}
        if place in {0, last}:
            look["valign"] = "top" if place else "bottom"
        yield Box(left + inner, above, left + sheet.width - inner, below, text, look)
    edge = left + sheet.width - inner
    yield from _side(edge, inner, (top, top + sheet.height), frames, "right")


def _edges(sheet: LabelSheet, top: float) -> list[float]:
    """Return where the lines of a label begin and end; first and last reach the label's edges."""
    shares = [share for _, share, _, _ in _LINES]
    inner = sheet.height * (1 - 2 * _PADDING)
    edges = [top]
    done = sheet.height * _PADDING
    for share in shares[:-1]:
        done += inner * share / sum(shares)
        edges.append(top + done)
    return [*edges, top + sheet.height]


def _side(
    left: float, width: float, ends: tuple[float, float], frames: bool, side: str
) -> Iterator[Box]:
    """Yield the blank strip beside the lines, which has the frame's corners."""
    look = {side: 7, "top": 7, "bottom": 7, "border_color": _BORDER["border_color"]}
    yield Box(left, ends[0], left + width, ends[1], "", look if frames else {})
