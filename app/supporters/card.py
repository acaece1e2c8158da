"""A supporter as pages, lists and documents read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.contacts.card import PersonCard
from app.contacts.person import PersonId, Sex
from app.kernel.labelled import Labelled
from app.supporters.insurance import InsuranceDraft
from app.supporters.lacking import Lack
from app.supporters.registration import StateSince
from app.supporters.supporter import (
    CentreDraft,
    QualificationDraft,
    Skill,
    SupporterDraft,
    SupporterId,
    SupporterState,
    Transport,
)
from app.training.course import EnrollmentId


@dataclass(frozen=True, slots=True)
class SupporterRow:
    """One line of a list of supporters; ages and ``insured`` are those of the list's day.

    ``skills`` are the short names of the kinds, ``week`` and ``months`` as in
    ``app.supporters.availability``.  ``current_places`` is filled in by matching.
    """

    id: SupporterId
    person: PersonId
    number: str
    registered_on: date | None
    name: str
    kana: str
    age: int | None
    age_band: str
    sex: Sex | None
    district: str
    town: str
    phone: str
    level: str
    skills: tuple[str, ...]
    week: int
    months: int
    transport: tuple[Transport, ...]
    insured: bool
    centre: bool
    state: SupporterState
    valid_until: date | None
    deleted_at: datetime | None = None
    current_places: int = 0


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One kind of support somebody can give."""

    kind_id: int
    name: str
    short_name: str
    skill: Skill
    wished: bool


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One entry of the history of levels."""

    id: int
    level_id: int
    level: str
    starts_on: date
    decided_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class InsuranceRow:
    """One cover; ``covers_from`` and ``covers_until`` follow from the day of joining."""

    id: int
    supporter: SupporterId
    draft: InsuranceDraft
    covers_from: date
    covers_until: date
    handed_in_on: date | None


@dataclass(frozen=True, slots=True)
class QualificationRow:
    """One qualification."""

    id: int
    draft: QualificationDraft


@dataclass(frozen=True, slots=True)
class ConfirmationRow:
    """One yearly confirmation."""

    id: int
    confirmed_on: date
    note: str


@dataclass(frozen=True, slots=True)
class SupporterCard:
    """Everything about one supporter as on a day; histories and entries come newest first.

    ``states`` come oldest first, as a history does.  ``districts`` are keys with names.
    """

    id: SupporterId
    draft: SupporterDraft
    person: PersonCard
    enrollment: EnrollmentId | None
    state: SupporterState
    level_id: int | None
    level: str
    states: tuple[StateSince, ...]
    levels: tuple[LevelRow, ...]
    skills: tuple[SkillRow, ...]
    districts: tuple[tuple[int, str], ...]
    centre: CentreDraft
    insurances: tuple[InsuranceRow, ...]
    qualifications: tuple[QualificationRow, ...]
    confirmations: tuple[ConfirmationRow, ...]
    lacks: tuple[Lack, ...]
    warnings: tuple[str, ...]
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who completed a course and is not registered; the newest course they completed."""

    enrollment: EnrollmentId
    person: PersonId
    name: str
    kana: str
    course: str
    completed_on: date


class Expires(Labelled):
    """What comes to its end."""

    REGISTRATION = "registration", "登録の有効期限"
    QUALIFICATION = "qualification", "資格の期限"


@dataclass(frozen=True, slots=True)
class Expiring:
    """Something of a supporter's that comes to its end on a day; ``text`` is what it is called."""

    supporter: SupporterId
    person: PersonId
    name: str
    what: Expires
    text: str
    on: date
