"""The two sets of rules behind one switch.

``excel`` ships.  ``libreoffice`` is used only where our prints are compared with LibreOffice's, so
that its own ways (design/printing.md, 7) are neither copied nor counted against us.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """What the two programs do differently.  Lengths in points.

    ``row_factor`` multiplies every height, beside what ``row_heights.printed_share`` knows of the
    default font: the one setting of the vertical scale, open until a real print by Excel has been
    measured (design/printing.md, 2).
    """

    side_padding: float
    edge_padding: float
    kinsoku: bool
    named_line_height: bool
    whole_twips: bool
    merges_extend: bool
    rows_fit_text: bool = True
    """Whether a row without a height in the file is as high as its text."""

    header_room: bool = False
    """Whether headers take room from the body (``header_room``)."""

    headers_scale: bool = True
    """Whether headers follow the page's scale and may leave its margins."""

    spread_indents: bool = True
    """Whether text spread over its cell (均等割付) keeps the indent, on both sides."""

    row_factor: float = 1.0
    shape_text_clips: bool = True
    """Whether the text of a shape that says so is cut at its edges."""


RULES = {
    "excel": Rules(
        side_padding=1.5, edge_padding=0.75, kinsoku=True, named_line_height=True,
        whole_twips=False, merges_extend=True,
    ),
    "libreoffice": Rules(
        side_padding=1.0, edge_padding=1.0, kinsoku=False, named_line_height=False,
        whole_twips=True, merges_extend=False, header_room=True, headers_scale=False,
        spread_indents=False, rows_fit_text=False,
        shape_text_clips=False,
    ),
}  # fmt: skip
