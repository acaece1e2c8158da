"""How high headers and footers are, and what LibreOffice makes of it.

Excel sets a header over whatever is there: the body begins at its margin all the same.  LibreOffice
reserves room for it, at least one line of the default font, as if all three parts held text: a
header in smaller letters moves the body, and stands in the middle of its room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.documents.print.header_codes import PageFacts, Runs, read_codes
from app.documents.print.lines import paragraphs, pitch
from app.documents.print.rules import Rules
from app.documents.sheet.look import Font
from app.documents.sheet.page_setup import PageSetup

_NOWHERE = PageFacts(1, 1, "", "", None)
_EDGES = {"Header": ("top", "header"), "Footer": ("bottom", "footer")}


def with_room(setup: PageSetup, font: Font, rules: Rules) -> PageSetup:
    """Return a page setup whose margins leave the room that headers take."""
    if not rules.header_room:
        return setup
    margins = dict(setup.margins)
    for kind, (edge, _) in _EDGES.items():
        if parts := list(_parts(setup, kind, font)):
            written = max(map(height_of, parts))
            if _spare(setup, kind) >= written:
                margins[edge] += max(font.size - written, 0)
    return replace(setup, margins=margins)


def room_of(setup: PageSetup, kind: str, font: Font, rules: Rules) -> float:
    """Return the height that a part of a header or footer is centred in; 0 where it is not."""
    if not rules.header_room:
        return 0.0
    written = max(map(height_of, _parts(setup, kind, font)), default=0.0)
    return min(max(font.size, written), _spare(setup, kind))


def _spare(setup: PageSetup, kind: str) -> float:
    edge, start = _EDGES[kind]
    return setup.margins[edge] - setup.margins[start]


def _parts(setup: PageSetup, kind: str, font: Font) -> Iterable[Runs]:
    texts = setup.header_footer.texts
    codes = (text for name, text in texts.items() if name.endswith(kind))
    return (runs for code in codes for runs in read_codes(code, font, _NOWHERE).values() if runs)


def height_of(runs: Runs) -> float:
    """Return how high the lines of a part are, each as its largest letters."""
    return sum(pitch(line, runs[0][1], 1, named=False) for line in paragraphs(runs))
