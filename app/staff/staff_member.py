"""Who works in the office, from when to when, for how many hours (section 1.1, rows 10 and 11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.contacts.person import PersonId
from app.kernel.labelled import Labelled

StaffMemberId = NewType("StaffMemberId", int)
StaffTrainingId = NewType("StaffTrainingId", int)


class StaffRole(Labelled):
    """職種 in the work."""

    COORDINATOR = "coordinator", "第1層生活支援コーディネーター"
    ASSISTANT = "assistant", "補助員"
    CLERK = "clerk", "事務"
    RESPONSIBLE = "responsible", "業務責任者"


@dataclass(frozen=True, slots=True)
class StaffMemberDraft:
    """A term of one person in one role; a change of coordinator is a new term.

    ``weekly_minutes`` over ``full_time_minutes`` is the full-time equivalent (常勤換算).
    ``city_agreed_on`` is the day the city agreed to a change beforehand.
    """

    person_id: PersonId
    role: StaffRole = StaffRole.COORDINATOR
    starts_on: date | None = None
    ends_on: date | None = None
    weekly_minutes: int = 2400
    full_time_minutes: int = 2400
    concurrent_post: str = ""
    city_agreed_on: date | None = None
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StaffTrainingDraft:
    """A training somebody of the staff took."""

    staff_id: StaffMemberId
    attended_on: date
    title: str
    host: str = ""
    place: str = ""
    minutes: int | None = None
    content: str = ""
    learnt: str = ""
    certificate: str = ""
