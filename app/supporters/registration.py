"""The way of a registration through its states (状態), and what a history of them says of a day.

A history is every state with the day it holds from, in the order of entry.  Of two with the same
day the later entry counts, so what was mistyped can be put right on the same day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.supporters.supporter import EndReason, SupporterState

STANDING = frozenset({SupporterState.REGISTERED, SupporterState.PAUSED})
"""States in which somebody counts as registered (登録者数)."""

STEPS: Mapping[SupporterState, frozenset[SupporterState]] = {
    SupporterState.PLANNED: frozenset({SupporterState.REGISTERED, SupporterState.CANCELLED}),
    SupporterState.REGISTERED: frozenset(
        {SupporterState.PAUSED, SupporterState.CANCELLED, SupporterState.EXPIRED}
    ),
    SupporterState.PAUSED: frozenset(
        {SupporterState.REGISTERED, SupporterState.CANCELLED, SupporterState.EXPIRED}
    ),
    SupporterState.CANCELLED: frozenset({SupporterState.REGISTERED}),
    SupporterState.EXPIRED: frozenset({SupporterState.REGISTERED, SupporterState.CANCELLED}),
}
"""Which state may follow which."""


@dataclass(frozen=True, slots=True)
class StateSince:
    """A state, and the day it holds from."""

    state: SupporterState
    starts_on: date
    reason: EndReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Movement:
    """How the number of registrations moved: ``before`` + ``new`` - all that ended = ``after``.

    ``paused`` of those ``after`` are 休止.
    """

    before: int = 0
    new: int = 0
    cancelled: int = 0
    expired: int = 0
    after: int = 0
    paused: int = 0

    def __add__(self, other: Movement) -> Movement:
        return Movement(
            self.before + other.before,
            self.new + other.new,
            self.cancelled + other.cancelled,
            self.expired + other.expired,
            self.after + other.after,
            self.paused + other.paused,
        )


def in_order(history: Sequence[StateSince]) -> list[StateSince]:
    """Return a history by day, with the last entry of each day only."""
    by_day = {one.starts_on: one for one in history}
    return [by_day[day] for day in sorted(by_day)]


def state_on(history: Sequence[StateSince], day: date) -> SupporterState | None:
    """Return the state at the end of a day; nothing before the first one."""
    found = None
    for one in in_order(history):
        if one.starts_on <= day:
            found = one.state
    return found


def movement(history: Sequence[StateSince], first: date, last: date) -> Movement:
    """Return what one registration contributes to a period, both days included.

    Whoever registers and leaves within the period is both new and gone.
    """
    before = new = cancelled = expired = 0
    state: SupporterState | None = None
    for one in in_order(history):
        if one.starts_on > last:
            break
        entered = one.state in STANDING and state not in STANDING
        left = one.state not in STANDING and state in STANDING
        if one.starts_on < first:
            before = int(one.state in STANDING)
        else:
            new += entered
            expired += left and one.state is SupporterState.EXPIRED
            cancelled += left and one.state is not SupporterState.EXPIRED
        state = one.state
    return Movement(
        before, new, cancelled, expired, int(state in STANDING), int(state is SupporterState.PAUSED)
    )
