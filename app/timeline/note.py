"""A note of a contact (連絡の記録): a call, a visit, a letter, and what is to follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.labelled import Labelled


class NoteKind(Labelled):
    """By which way the two met."""

    CALL = "call", "電話"
    VISIT = "visit", "訪問"
    CAME = "came", "来所"
    LETTER = "letter", "郵便"
    FAX = "fax", "FAX"
    EMAIL = "email", "メール"
    MEETING = "meeting", "面談・会議"
    OTHER = "other", "その他"


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What was said, and the day by which something is to follow.

    ``incoming`` says who began; ``None`` where that means nothing.
    """

    happened_at: datetime
    text: str
    kind: NoteKind = NoteKind.CALL
    incoming: bool | None = None
    follow_up_on: date | None = None
    follow_up: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as it is stored: whose it is, and when what was promised was done."""

    id: int
    draft: NoteDraft
    person: PersonId | None
    organisation: OrganisationId | None
    followed_up_on: date | None

    @property
    def open_until(self) -> date | None:
        """The day by which something still has to follow."""
        return self.draft.follow_up_on if self.followed_up_on is None else None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something that was promised, to whom, and by which day."""

    note: int
    person: PersonId | None
    organisation: OrganisationId | None
    name: str
    """Of the person, or else of the organisation."""
    phone: str
    happened_at: datetime
    due: date
    what: str
