"""A section's pieces put together to what the cell shows."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.number.format_code import Section, Shown


def joined(
    section: Section, pieces: Mapping[int, str], sign: str = "", number: str = ""
) -> Shown:  # fmt: skip
    """Return the pieces by their places among the section's other signs.

    The sign stands before everything that is shown.  ``number`` is what General and ``@`` show;
    a piece also takes the place of a point, a slash or a power.
    """
    text, fill = sign, None
    for place, (kind, piece) in enumerate(section.tokens):
        if place in pieces:
            text += pieces[place]
        elif kind == "fill":
            fill = (len(text), piece)
        elif kind in {"general", "text"}:
            text += number
        elif kind == "blank":
            text += " "
        elif kind not in {"comma", "digit"}:
            text += piece
    return Shown(text, section.colour, fill)
