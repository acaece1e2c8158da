"""Duties (業務区分), in versions by the period they hold for, and schemes they are counted in.

An entry of the daily log bears one duty and one kind of activity; every other classification
follows from these two by the crosswalk (section 1.9 of the domain description).  A duty keeps its
name from list to list: by that figures of a year with two lists are put together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

DutyListId = NewType("DutyListId", int)
DutyId = NewType("DutyId", int)
ActivityKindId = NewType("ActivityKindId", int)
SchemeId = NewType("SchemeId", int)
CategoryId = NewType("CategoryId", int)


@dataclass(frozen=True, slots=True)
class DutyListDraft:
    """The duties that hold from one day to another; without an end they still do."""

    name: str
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class DutyDraft:
    """A duty: ``sign`` is how forms number it (①), ``short_name`` stands in narrow columns."""

    sign: str
    name: str
    short_name: str = ""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty as lists show it."""

    id: DutyId
    list_id: DutyListId
    sign: str
    name: str
    short_name: str
    position: int

    @property
    def label(self) -> str:
        return f"{self.sign}{self.short_name or self.name}"


def once_by_name(duties: Iterable[DutyRow]) -> tuple[DutyRow, ...]:
    """Return duties of several lists, of those that bear one name the last, in its place."""
    found: dict[str, DutyRow] = {}
    for duty in duties:
        found.pop(duty.name, None)
        found[duty.name] = duty
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """An entry of a scheme: 「①」, 「A」, 「社会資源の把握」."""

    id: CategoryId
    scheme_id: SchemeId
    sign: str
    name: str
    position: int
