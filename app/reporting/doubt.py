"""Something to look at before a report is handed in, and where it can be put right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence, and the place of the window, kind and key its link leads to."""

    sentence: str
    place: str
    kind: str = ""
    key: int | str | None = None
