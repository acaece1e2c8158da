"""What is worth telling a person about a form: where it is, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

REMARKS = frozenset(
    {"twice", "name", "mixed", "hidden", "protected", "macro", "external", "stays", "font"}
)
"""Kinds that may be meant: nothing has to be done about them."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One remark about a form or about what was written into it.

    ``kind`` is a word for programs; docs/command-line.md lists them.
    """

    sheet: str
    cell: str
    text: str
    kind: str = ""
    name: str = ""
    """The field that it is about, where one is unknown or missing."""

    @property
    def remark(self) -> bool:
        """Return whether it may be as it is."""
        return self.kind in REMARKS

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        said = not place or (self.cell and place in self.text)
        return self.text if said else f"{place}: {self.text}"
