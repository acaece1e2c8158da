"""Stored rows as the values that forms change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Final

from app.council.council import CouncilDraft, MemberDraft
from app.council.meeting import (
    AgendaItemDraft,
    AgendaItemId,
    AttendeeDraft,
    DiscussionStage,
    MeetingDraft,
    ResolutionDraft,
)
from app.council.tables import AgendaItem, Attendee, Council, CouncilMember, Meeting, Resolution
from app.kernel.bits import bits_of, numbers_of

_STAGES: Final = tuple(DiscussionStage)


def stage_bits(stages: Iterable[DiscussionStage]) -> int:
    """Return stages of discussion as they are stored: a bit for each, in their order."""
    return bits_of(_STAGES.index(stage) for stage in stages)


def stages_of(bits: int) -> tuple[DiscussionStage, ...]:
    """Return the stages of discussion that are set, in their order."""
    return tuple(_STAGES[number] for number in numbers_of(bits) if number < len(_STAGES))


def council_draft(row: Council) -> CouncilDraft:
    """Return what is written about a council."""
    return CouncilDraft(**_values(row, CouncilDraft))


def member_draft(row: CouncilMember) -> MemberDraft:
    """Return what is written about a seat."""
    return MemberDraft(**_values(row, MemberDraft))


def meeting_draft(row: Meeting) -> MeetingDraft:
    """Return what is written about a meeting."""
    return MeetingDraft(**_values(row, MeetingDraft) | {"stages": frozenset(stages_of(row.stages))})


def agenda_item_draft(row: AgendaItem) -> AgendaItemDraft:
    """Return what is written about an item of an agenda, with its key."""
    return AgendaItemDraft(row.title, row.issue_id, row.opinions, AgendaItemId(row.id))


def attendee_draft(row: Attendee) -> AttendeeDraft:
    """Return what is written about somebody asked to a meeting."""
    return AttendeeDraft(**_values(row, AttendeeDraft))


def resolution_draft(row: Resolution) -> ResolutionDraft:
    """Return what is written about a decision or homework."""
    return ResolutionDraft(**_values(row, ResolutionDraft))


def _values(row: object, draft: Any) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(draft)}
