"""What the record of something that left the office says (提供記録)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Export:
    """A document with names in it: what it was, how many people, for what and for whom."""

    document: str
    title: str
    format: str
    people: int
    columns: tuple[str, ...]
    purpose: str = ""
    recipient: str = ""
    edition: int | None = None
    """The registered form it was made with; none for a form of ours or a list."""
    form_digest: str = ""
    """What tells the form it was made with, and its marks, from every other."""


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One line of the record."""

    id: int
    made_at: datetime
    export: Export
