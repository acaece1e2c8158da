"""A meeting of a council: agenda, attendance, minutes, decisions and homework."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import NewType

from app.contacts.person import PersonId
from app.council.council import CouncilId, Office
from app.kernel.labelled import Labelled

MeetingId = NewType("MeetingId", int)
AgendaItemId = NewType("AgendaItemId", int)
AttendeeId = NewType("AttendeeId", int)
ResolutionId = NewType("ResolutionId", int)


class MeetingState(Labelled):
    """Whether it took place."""

    PLANNED = "planned", "予定"
    HELD = "held", "開催"
    CANCELLED = "cancelled", "中止"


class DiscussionStage(Labelled):
    """段階 (S1 (3)); one meeting may cover several.  Stored as bits in this order."""

    GRASPING = "grasping", "課題の把握"
    GATHERING = "gathering", "課題解決に向けた意見集約"
    SOLVING = "solving", "解決策の検討"


class Openness(Labelled):
    """公開・非公開."""

    OPEN = "open", "公開"
    PARTLY = "partly", "一部公開"
    CLOSED = "closed", "非公開"


class MinutesState(Labelled):
    """How far the minutes of a meeting are."""

    NONE = "none", "未作成"
    DRAFT = "draft", "作成中"
    SENT = "sent", "照会中"
    CONFIRMED = "confirmed", "確定"


class Reply(Labelled):
    """出欠回答."""

    COMES = "comes", "出席"
    PROXY = "proxy", "代理出席"
    ABSENT = "absent", "欠席"


class Presence(Labelled):
    """Who was there."""

    PRESENT = "present", "出席"
    PROXY = "proxy", "代理出席"
    ABSENT = "absent", "欠席"


class ResolutionKind(Labelled):
    """What a meeting leaves behind."""

    DECISION = "decision", "決定事項"
    HOMEWORK = "homework", "宿題"


CARRIED = "前回までの宿題の確認"
"""The item of an agenda under which undone homework returns."""


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """Everything a form says about a meeting; ``number`` 0 is the next one of its fiscal year.

    ``attended`` is whether the first-layer coordinator took part (a scored indicator for 地域ケア
    会議).  ``full_minutes`` begin a speaker's words with 「○」: ``○事務局　定刻となったので，…``.
    """

    council_id: CouncilId
    held_on: date
    number: int = 0
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str = ""
    state: MeetingState = MeetingState.PLANNED
    openness: Openness = Openness.OPEN
    observers: int = 0
    press: int = 0
    stages: frozenset[DiscussionStage] = frozenset()
    attended: bool = True
    invited_on: date | None = None
    reply_by: date | None = None
    summary: str = ""
    full_minutes: str = ""
    minutes_sent_on: date | None = None
    minutes_confirmed_on: date | None = None
    next_meeting: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItemDraft:
    """An item of the agenda, the issue it is about, and what was said.

    ``id`` is that of the stored item it changes, so that decisions stay with it; a new one has
    none.
    """

    title: str
    issue_id: int | None = None
    opinions: str = ""
    id: AgendaItemId | None = None


@dataclass(frozen=True, slots=True)
class AttendeeDraft:
    """Who is asked to a meeting, what they answered, and whether they were there."""

    person_id: PersonId
    office: Office = Office.MEMBER
    post: str = ""
    reply: Reply | None = None
    replied_on: date | None = None
    presence: Presence | None = None
    proxy_name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResolutionDraft:
    """A decision, or homework with its owner and day."""

    kind: ResolutionKind
    text: str
    agenda_item_id: AgendaItemId | None = None
    person_id: PersonId | None = None
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None
    result: str = ""


def minutes_state(sent_on: date | None, confirmed_on: date | None, *, begun: bool) -> MinutesState:
    """Return how far minutes are: confirmed, sent to be looked through, begun, or not."""
    if confirmed_on is not None:
        return MinutesState.CONFIRMED
    if sent_on is not None:
        return MinutesState.SENT
    return MinutesState.DRAFT if begun else MinutesState.NONE
