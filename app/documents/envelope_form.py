"""Forms of envelopes and postcards: one side, one addressee, a copy of the sheet for each.

The boxes for the postal code are those of the post office's postcard: seven, 5.7 mm wide and
8 mm high, 12 mm below the upper edge, the last 8 mm from the right one; the first three 7 mm
apart, the others 6.8 mm, and 7.6 mm between the third and the fourth.  Long envelopes have the
same.  They are printed on the paper already, so only the digits are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from app.documents.exact_form import MINCHO, Box, Sheet, draw

_DIGIT: Final = (5.7, 8.0)
_PITCHES: Final = (7.0, 7.0, 7.6, 6.8, 6.8, 6.8)
_FROM_RIGHT, _FROM_TOP = 8.0, 12.0
_COPIED: Final = "{{*宛名 シート}}"
_STACKED: Final = {"rotation": 270}


@dataclass(frozen=True, slots=True)
class Envelope:
    """Paper that is held upright; lengths in mm.  ``boxes``: it has boxes for the postal code."""

    key: str
    name: str
    number: int
    width: float
    height: float
    boxes: bool


ENVELOPES: Final = {
    one.key: one
    for one in (
        Envelope("long3", "長形3号", 73, 120, 235, boxes=True),
        Envelope("kaku2", "角形2号", 71, 240, 332, boxes=False),
        Envelope("postcard", "はがき", 43, 100, 148, boxes=True),
    )
}


def envelope_form(
    key: str,
    *,
    portrait: bool,
    right: float = 0.0,
    down: float = 0.0,
    sender: bool = True,
    count: int | None = None,
) -> bytes:
    """Return the form for an envelope, written from top to bottom, or across it (landscape).

    Its fields are those of the list 宛名; the sender's are the office's.  It is a sheet that is
    copied for each addressee, or has a page for each of ``count``: hundreds of sheets take long.
    """
    envelope = ENVELOPES[key]
    if portrait:
        sheet = Sheet(envelope.number, envelope.width, envelope.height)
        boxes = list(_upright(envelope, sender=sender))
    else:
        sheet = Sheet(envelope.number, envelope.height, envelope.width, landscape=True)
        boxes = list(_across(sheet, sender=sender))
    moved = [
        Box(one.left + right, one.top + down, one.right + right, one.bottom + down, one.text,
            {"font_name": MINCHO, **one.look})
        for one in boxes
    ]  # fmt: skip
    pages = [moved] if count is None else [_numbered(moved, n) for n in range(1, count + 1)]
    return draw(envelope.name, sheet, pages)


def _numbered(boxes: list[Box], number: int) -> list[Box]:
    """Return a page of its own for one addressee."""
    control = "{{*宛名 続き}}" if number == 1 else ""
    return [
        replace(
            box,
            text=box.text.replace(_COPIED, control).replace("{{宛名.", f"{{{{宛名#{number}."),
        )
        for box in boxes
    ]


def _upright(envelope: Envelope, *, sender: bool) -> Iterator[Box]:
    width, height = envelope.width, envelope.height
    scale = min(width / 120, 1.6)
    if envelope.boxes:
        yield from _digits(width)
    else:
        yield Box(
            width - 90, 14, width - 12, 24, _COPIED + "{{宛名.郵便番号}}",
            {"font_size": 18, "align": "right"},
        )  # fmt: skip
    top, bottom = 26.0, height - (30 if height < 200 else 45)
    column = 9 * scale
    right = width - 8 * scale
    lines: tuple[tuple[str, float, float, dict[str, Any]], ...] = (
        ("住所", 15, 0.0, {}),
        ("建物", 13, 0.08, {}),
        ("団体名", 13, 0.08, {}),
    )
    for field, size, indent, look in lines:
        yield _column(
            f"{{{{宛名.縦書き{field}}}}}", (right - column, top + indent * height, right, bottom),
            size * scale, look,
        )  # fmt: skip
        right -= column
    middle, wide = width / 2, 14 * scale
    edge = min(middle + wide / 2, right)
    name_top = top + 0.12 * height
    yield _column(
        "{{宛名.縦書き役職}}",
        (edge - wide, top, edge, name_top - 1),
        12 * scale,
        {"valign": "bottom"},
    )
    yield _column("{{宛名.宛名}}", (edge - wide, name_top, edge, bottom), 26 * scale, {})
    edge -= wide
    yield _column("{{宛名.連名}}", (edge - wide, name_top, edge, bottom), 26 * scale, {})
    if sender:
        yield from _sender_upright(height, scale, edge - wide)


def _digits(width: float) -> Iterator[Box]:
    left = width - _FROM_RIGHT - sum(_PITCHES) - _DIGIT[0]
    for number, pitch in enumerate((*_PITCHES, 0.0), start=1):
        control = _COPIED if number == 1 else ""
        yield Box(
            left, _FROM_TOP, left + _DIGIT[0], _FROM_TOP + _DIGIT[1],
            f"{control}{{{{宛名.郵便番号{number}}}}}", {"font_size": 16, "align": "center"},
        )  # fmt: skip
        left += pitch


def _column(
    text: str, edges: tuple[float, float, float, float], size: float, look: dict[str, Any]
) -> Box:
    return Box(
        *edges, text,
        {"font_size": round(size), "align": "center", "valign": "top", **_STACKED, **look},
    )  # fmt: skip


def _sender_upright(height: float, scale: float, room: float) -> Iterator[Box]:
    """Yield the sender's lines, from the lower left corner up; ``room`` mm from the left edge."""
    left, column = 6 * scale, 6 * scale
    lines = ("事務所郵便番号", "縦書き事務所住所", "受託者名", "事務所名")
    shown = [name for place, name in enumerate(lines) if left + (place + 1) * column < room]
    below = height - 8
    for place, field in enumerate(reversed(shown[1:])):
        edge = left + place * column
        yield _column(
            f"{{{{{field}}}}}", (edge, height * 0.5, edge + column, below - 10),
            9 * scale, {"valign": "bottom"},
        )  # fmt: skip
    yield Box(
        left, below - 8, left + 4 * column, below, "{{事務所郵便番号|〒}}",
        {"font_size": round(9 * scale)},
    )  # fmt: skip


def _across(sheet: Sheet, *, sender: bool) -> Iterator[Box]:
    width, height = sheet.width, sheet.height
    scale = min(height / 120, 1.6)
    left, right = width * 0.3, width - 12
    lines: tuple[tuple[str, int, int, dict[str, Any]], ...] = (
        ("郵便番号", 14, 9, {}),
        ("住所", 15, 9, {}),
        ("建物", 13, 8, {}),
        ("団体名", 13, 9, {}),
        ("役職", 12, 8, {}),
        ("宛名", 24, 13, {"bold": True}),
        ("連名", 24, 13, {"bold": True}),
    )
    top = height * 0.2
    for number, (field, size, high, look) in enumerate(lines):
        control = _COPIED if number == 0 else ""
        yield Box(
            left, top, right, top + high * scale, f"{control}{{{{宛名.{field}}}}}",
            {"font_size": round(size * scale), **look},
        )  # fmt: skip
        top += high * scale
    if sender:
        for number, field in enumerate(("事務所郵便番号|〒", "事務所住所", "受託者名", "事務所名")):
            up = (4 - number) * 5 * scale + 5
            yield Box(
                12, height - up, left + width * 0.3, height - up + 5 * scale,
                f"{{{{{field}}}}}", {"font_size": round(9 * scale)},
            )  # fmt: skip
