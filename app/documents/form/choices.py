"""Printed options that are ticked: ``□男　□女{{性別|選択}}`` becomes ``☑男　□女``.

What stands between one box and the next is an option's name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from app.documents.form.cell_writing import Span

TICK = "選択"
"""The format that asks for it."""
_BOX = re.compile(r"[□☐]([^□☐☑■{}｛｝]*)")
_TICKED = "☑"
_BETWEEN = " \u3000\t\n・、,，/／;；"


def ticks(text: str, value: object) -> tuple[list[Span], list[str]]:
    """Return how a text with boxes changes when a value is chosen, and what is no option.

    A list of texts ticks several; ``True`` ticks the only box there is.
    """
    boxes = {found.start(): _folded(found[1]) for found in _BOX.finditer(text)}
    if isinstance(value, bool):
        only = value and len(boxes) == 1
        return [(at, at + 1, _TICKED) for at in boxes if only], []
    spans, lost = [], []
    for wanted in _wanted(value):
        at = _box(boxes, _folded(wanted))
        if at is None:
            lost.append(wanted)
        else:
            spans.append((at, at + 1, _TICKED))
    return sorted(set(spans)), lost


def _wanted(value: object) -> Sequence[str]:
    values = value if isinstance(value, list | tuple) else [value]
    return [str(one) for one in values if one not in (None, "")]


def _box(boxes: dict[int, str], wanted: str) -> int | None:
    """Return the box of an option: of that very name, else of one with a note behind it."""
    same = [at for at, name in boxes.items() if name == wanted]
    noted = [at for at, name in boxes.items() if name.startswith(f"{wanted}(")]
    return next(iter([*same, *noted]), None)


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text.strip(_BETWEEN)))
