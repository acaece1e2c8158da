"""The rows of a list once they are read: what each says, and what is unclear in it."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from app.contacts.organisation import OrganisationDraft
from app.contacts.person import Consideration, ContactWay, PersonDraft
from app.importing.mapping import Mapping
from app.importing.table import LeftOut, SourceTable
from app.local_resources.local_resource import LocalResourceDraft
from app.training.course import HeardFrom

DraftT = TypeVar("DraftT", PersonDraft, OrganisationDraft, LocalResourceDraft)

NOTHING_NEEDED = Consideration()


@dataclass(frozen=True, slots=True)
class Application:
    """What a row says of an application to a course."""

    applied_on: date | None = None
    applied_by: ContactWay | None = None
    heard_from: HeardFrom | None = None
    motive: str = ""


NO_APPLICATION = Application()


@dataclass(frozen=True, slots=True)
class DraftRow(Generic[DraftT]):
    """One record of the list, read."""

    row: int
    draft: DraftT
    district: str = ""
    """The district as the list names it; the plan looks it up."""
    kind: str = ""
    """The kind of an organisation or resource as the list names it; the plan looks it up too."""
    run_by: str = ""
    """The organisation that runs a resource, as the list names it."""
    application: Application = NO_APPLICATION
    consideration: Consideration = NOTHING_NEEDED
    mended: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    """What somebody must decide before this row may be taken."""
    refused: str = ""
    """Why this row cannot be taken at all."""
    own: MappingOf[str, str] = field(default_factory=dict)
    """What goes into fields of the office's own, by their names; nothing blank.  As the file has
    it, and from the plan on as it is stored."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """Every row of a list, once: as a draft or left out with the reason."""

    table: SourceTable
    mapping: Mapping
    rows: tuple[DraftRow[Any], ...]
    left_out: tuple[LeftOut, ...]
