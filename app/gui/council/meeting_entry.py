"""What the form of a meeting holds, and what is made ready with a new one."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from sqlalchemy.orm import Session

from app.council import commands, queries
from app.council.council import CouncilId
from app.council.meeting import (
    DiscussionStage,
    MeetingDraft,
    MeetingId,
    MeetingState,
)
from app.gui.council.issue_choices import open_issues
from app.kernel.fiscal_year import FiscalYear

STAGES = tuple(DiscussionStage)
MEETING_OF = "meeting_of"
"""The kind of a link that begins a new meeting; its key is that of the council."""


@dataclass(frozen=True, slots=True)
class MeetingEntry(MeetingDraft):
    """A ``MeetingDraft`` whose stages are the numbers that are ticked, and whose day may lack."""

    ticked: tuple[int, ...] = ()
    day: date | None = None

    @property
    def draft(self) -> MeetingDraft:
        """The meeting as it is stored."""
        values = {field.name: getattr(self, field.name) for field in fields(MeetingDraft)}
        return replace(
            MeetingDraft(**values),
            held_on=self.day or self.held_on,
            stages=frozenset(STAGES[number] for number in self.ticked),
        )


def entry_of(draft: MeetingDraft, *, day: date | None = None) -> MeetingEntry:
    """Return a meeting as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(MeetingDraft)}
    ticked = tuple(n for n, stage in enumerate(STAGES) if stage in draft.stages)
    return MeetingEntry(**values, ticked=ticked, day=day)


def enter_meeting(session: Session, meeting: MeetingId | None, entry: MeetingEntry) -> MeetingId:
    """Write a meeting down, new or known; return its key.

    A new one gets the members of its day and the undone homework of the meetings before it.
    """
    if meeting is not None:
        commands.change_meeting(session, meeting, entry.draft)
        return meeting
    added = commands.add_meeting(session, entry.draft)
    commands.invite(session, added)
    return added


def usual(session: Session, council: CouncilId, today: date) -> MeetingDraft:
    """Return a new meeting as the last one of its council was: place, hours, openness."""
    keys = queries.MeetingListing(council=council).keys(session)[:1]
    if not keys:
        return MeetingDraft(council, today)
    last = queries.meeting_card(session, MeetingId(keys[0])).draft
    return MeetingDraft(
        council,
        today,
        starts_at=last.starts_at,
        ends_at=last.ends_at,
        venue=last.venue,
        openness=last.openness,
        attended=last.attended,
    )


def proposal(session: Session, council: CouncilId, day: date) -> str:
    """Say what is made ready with a meeting on a day: its number, the members, the homework."""
    year = FiscalYear.of(day)
    listing = queries.MeetingListing(council=council, year=year)
    numbers = [row.number for row in queries.meetings(session, listing.keys(session))]
    seats = queries.members(session, council, day)
    undone = [row for row in queries.homework(session, council=council) if row.held_on < day]
    held = queries.MeetingListing(council=council, year=year, state=MeetingState.HELD)
    parts = [
        f"{year}の第{max(numbers, default=0) + 1}回（これまでの開催 {len(held.keys(session))}回）"
    ]
    parts.append(f"出席者{len(seats)}人の名簿" if seats else "委員の登録がありません")
    if undone:
        parts.append(f"済んでいない宿題{len(undone)}件を議題に")
    district = queries.council_card(session, council, day).draft.district_id
    if issues := open_issues(session, district):
        parts.append(f"議題の候補に地域課題{len(issues)}件")
    return "、".join(parts)
