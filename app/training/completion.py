"""The rule by which a trainee completes a course (修了).

Both must hold: every required session was attended, in person or by a make-up (補講), and
at least ``minimum`` sessions were.  A session that was cancelled asks nothing of anybody.
What the rule returns explains itself, so page, report and certificate read the same thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NewType

from app.kernel.labelled import Labelled

SessionId = NewType("SessionId", int)


class Mark(Labelled):
    """How a trainee took a session (出欠)."""

    PRESENT = "present", "出席"
    ABSENT = "absent", "欠席"
    LATE = "late", "遅刻"
    LEFT_EARLY = "left_early", "早退"
    EXCUSED = "excused", "公欠"
    MADE_UP = "made_up", "補講"

    @property
    def sign(self) -> str:
        """What stands in the grid and on the sheet: ○ × △ 公 補."""
        return _SIGNS[self]


_SIGNS = {
    Mark.PRESENT: "○",
    Mark.ABSENT: "×",
    Mark.LATE: "△",
    Mark.LEFT_EARLY: "△",
    Mark.EXCUSED: "公",
    Mark.MADE_UP: "補",
}
IN_PERSON = frozenset({Mark.PRESENT, Mark.LATE, Mark.LEFT_EARLY})
"""Marks of those who were in the room."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a course asks (修了要件).  ``minimum`` counts sessions."""

    minimum: int
    required: AbstractSet[SessionId] = frozenset()
    make_up_allowed: bool = True
    excused_counts: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one trainee stands, with all that is needed to explain it to them."""

    attended: int
    needed: int
    open: int
    missed_required: tuple[SessionId, ...]

    @property
    def completed(self) -> bool:
        return self.attended >= self.needed and not self.missed_required

    @property
    def possible(self) -> bool:
        """Whether the open sessions can still make it a completion."""
        return self.attended + self.open >= self.needed and not self.missed_required

    @property
    def spare(self) -> int:
        """How many of the open sessions may still be missed; negative when it is too late."""
        return self.attended + self.open - self.needed


def standing(
    requirement: Requirement,
    sessions: Sequence[SessionId],
    marks: Mapping[SessionId, Mark],
    held: AbstractSet[SessionId],
) -> Standing:
    """Judge one trainee's marks over the sessions that count.

    ``held`` are the sessions that are over: without a mark they count as absent.  A session
    not yet held is open, unless the trainee is already known to be absent from it.
    """
    counted = set(IN_PERSON)
    if requirement.make_up_allowed:
        counted.add(Mark.MADE_UP)
    if requirement.excused_counts:
        counted.add(Mark.EXCUSED)
    taken = {one for one in sessions if marks.get(one) in counted}
    ahead = {one for one in sessions if one not in held and one not in marks}
    return Standing(
        attended=len(taken),
        needed=min(requirement.minimum, len(sessions)),
        open=len(ahead),
        missed_required=tuple(
            one
            for one in sessions
            if one in requirement.required and one not in taken and one not in ahead
        ),
    )
