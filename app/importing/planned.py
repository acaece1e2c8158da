"""What would become of the rows of a list: a fate each, and what would be stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic

from app.contacts.custom import CustomFieldDraft, Subject
from app.contacts.organisation import OrganisationStatus
from app.contacts.person import PersonStatus
from app.importing.drafts import DraftRow, DraftT
from app.importing.merged import FieldChange
from app.importing.table import LeftOut
from app.kernel.labelled import Labelled
from app.local_resources.local_resource import ResourceStatus


class Fate(Labelled):
    """What would become of a row."""

    ADD = "add", "追加"
    CHANGE = "change", "更新"
    SAME = "same", "同じ"
    DOUBTFUL = "doubtful", "要確認"
    REFUSED = "refused", "取り込めない"


Status = PersonStatus | OrganisationStatus | ResourceStatus
STATUSES: Mapping[Subject, tuple[Status, ...]] = {
    Subject.PERSON: (PersonStatus.MOVED, PersonStatus.WITHDRAWN, PersonStatus.DECEASED),
    Subject.ORGANISATION: (OrganisationStatus.PAUSED, OrganisationStatus.CLOSED),
    Subject.RESOURCE: (ResourceStatus.PAUSED, ResourceStatus.ENDED),
}
"""What may have become of a record that a list does not hold any more."""


@dataclass(frozen=True, slots=True)
class PlannedOwn:
    """A field of the office's own that a list fills."""

    draft: CustomFieldDraft
    key: int | None = None
    """Nothing for one that would be made."""
    retired: bool = False
    """Whether it is in use again by this list."""
    more_choices: tuple[str, ...] = ()
    """What becomes a choice of it."""


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """A record that an edition held, as it is now."""

    key: int
    name: str
    kana: str
    status: Status


@dataclass(frozen=True, slots=True)
class PlannedEdition:
    """The edition that a list would be, and what came and went since the one before."""

    name: str
    """What all editions of the list are known by."""
    file_name: str
    previous_on: date | None = None
    """When the edition before was imported; nothing for the first."""
    previous_file: str = ""
    held: frozenset[int] = frozenset()
    """The records the edition before held."""
    new: int = 0
    """How many rows it did not hold."""
    still: int = 0
    gone: tuple[HeldRecord, ...] = ()
    """Whom or what the edition before held and this one does not."""


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
    may_be: tuple[int, ...] = ()
    """The keys of everything the row is like."""
    binned: bool = False
    """Whether ``record`` lies in the bin."""

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
    own: tuple[PlannedOwn, ...] = ()
    edition: PlannedEdition | None = None
    """Nothing for a list that is not followed over its editions."""

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows have each fate."""
        found = Counter(row.fate for row in self.rows)
        return {fate: found[fate] for fate in Fate}
