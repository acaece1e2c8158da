"""What was handed in (提出版), and the register of letters (文書収発簿)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.contacts.organisation import OrganisationId
from app.kernel.labelled import Labelled

SubmissionId = NewType("SubmissionId", int)
LetterId = NewType("LetterId", int)


class Direction(Labelled):
    """収 or 発."""

    SENT = "sent", "発"
    RECEIVED = "received", "収"


class LetterWay(Labelled):
    """How a letter went or came."""

    POST = "post", "郵送"
    HAND = "hand", "持参"
    EMAIL = "email", "メール"
    FAX = "fax", "FAX"


class TextPart(Labelled):
    """文章: parts of a report the coordinator writes."""

    PROBLEMS = "problems", "今後の課題"
    PROPOSALS = "proposals", "提案"
    NEXT = "next", "翌月の予定"


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """An entry of the register; ``number`` empty is the next one of its year (函支第12号)."""

    direction: Direction
    on_day: date
    subject: str
    number: str = ""
    partner: str = ""
    organisation_id: OrganisationId | None = None
    way: LetterWay = LetterWay.EMAIL
    enclosures: str = ""
    note: str = ""
