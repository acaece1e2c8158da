"""What is worth telling a person about a form: where it is, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One remark about a form or about what was written into it.

    ``kind`` is a word for programs: ``unknown`` ``missing`` ``overflow`` ``format`` ``formula``
    ``merged`` ``target`` ``protected`` ``macro`` ``external`` ``control`` ``length``.
    """

    sheet: str
    cell: str
    text: str
    kind: str = ""

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"{place}: {self.text}" if place else self.text
