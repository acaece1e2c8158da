"""The attendance sheet (出席簿) as values: what the grid shows and what the print says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.contacts.person import PersonId
from app.kernel.fiscal_year import FiscalYear
from app.training.completion import Mark, Requirement, SessionId, Standing
from app.training.course import (
    CourseId,
    CourseStatus,
    EnrollmentId,
    EnrollmentStatus,
    SessionStatus,
    SheetOrder,
)


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One column of the sheet."""

    id: SessionId
    number: int
    held_on: date | None
    theme: str
    status: SessionStatus
    required: bool

    @property
    def label(self) -> str:
        return f"第{self.number}回"


@dataclass(frozen=True, slots=True)
class Cell:
    """How one trainee took, or will take, one session; ``struck`` after they left."""

    mark: Mark | None = None
    planned: bool = False
    reason: str = ""
    made_up_in: SessionId | None = None
    made_up_on: date | None = None
    confirmed_by: str = ""
    note: str = ""
    struck: bool = False

    @property
    def sign(self) -> str:
        """What stands in the cell: ○ × △ 公 補, or nothing."""
        return self.mark.sign if self.mark else ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One trainee; ``row`` is the number at the left of grid and print."""

    row: int
    enrollment: EnrollmentId
    person: PersonId
    number: int | None
    name: str
    kana: str
    town: str
    district: str
    group: str
    status: EnrollmentStatus
    left_on: date | None
    walk_in: bool
    note: str
    cells: tuple[Cell, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet; ``cells`` of a row are in the order of ``sessions``."""

    course: CourseId
    title: str
    year: FiscalYear
    venue: str
    status: CourseStatus
    capacity: int
    requirement: Requirement
    order: SheetOrder
    sessions: tuple[SheetSession, ...]
    rows: tuple[SheetRow, ...]

    @property
    def description(self) -> str:
        """Say who is on the sheet, in which order and how many, for its head and its prints."""
        return f"受講決定者{len(self.rows)}名・{self.order.label}"

    @property
    def counting(self) -> tuple[SheetSession, ...]:
        """Return the sessions that were not called off."""
        return tuple(one for one in self.sessions if one.status is not SessionStatus.CANCELLED)

    @property
    def numbers(self) -> dict[SessionId, int]:
        """Return the numbers (回次) of the sessions that count."""
        return {one.id: one.number for one in self.counting}
