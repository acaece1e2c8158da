"""What would become of the rows of a list: a fate each, and what would be stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic

from app.contacts.custom import Subject
from app.importing.drafts import DraftRow, DraftT
from app.importing.merged import FieldChange
from app.importing.table import LeftOut
from app.kernel.labelled import Labelled


class Fate(Labelled):
    """What would become of a row."""

    ADD = "add", "追加"
    CHANGE = "change", "更新"
    SAME = "same", "同じ"
    DOUBTFUL = "doubtful", "要確認"
    REFUSED = "refused", "取り込めない"


@dataclass(frozen=True, slots=True)
class PlannedRow(Generic[DraftT]):
    """One row and its fate."""

    source: DraftRow[DraftT]
    fate: Fate
    reasons: tuple[str, ...] = ()
    record: int | None = None
    """The key of whom the row is, or may be."""
    merged: DraftT | None = None
    """What would be stored of that record."""
    changes: tuple[FieldChange, ...] = ()

    @property
    def row(self) -> int:
        return self.source.row

    @property
    def draft(self) -> DraftT:
        return self.source.draft


@dataclass(frozen=True, slots=True)
class Plan:
    """The fate of every row of a list; ``rows`` and ``left_out`` name each of them once."""

    sheet: str
    header_row: int | None
    other_sheets: tuple[str, ...]
    unused: tuple[str, ...]
    """Headings of columns that are not taken."""
    rows: tuple[PlannedRow[Any], ...]
    left_out: tuple[LeftOut, ...]
    subject: Subject = Subject.PERSON
    remember: tuple[str, Mapping[str, str]] | None = None
    """Fingerprint and columns of a mapping that is worth remembering: not the guessed one."""

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows have each fate."""
        found = Counter(row.fate for row in self.rows)
        return {fate: found[fate] for fate in Fate}
