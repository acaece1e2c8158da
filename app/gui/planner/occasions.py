"""What stands in the calendar: the entries of matching and the sessions of courses, as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from app.gui.framework.search import Target
from app.kernel.labelled import Labelled
from app.matching.queries import CalendarEntry, EntryKind, calendar
from app.training.course import SessionStatus
from app.training.queries import SessionOfDay, sessions_between


class OccasionKind(Labelled):
    """What kinds there are, in the order in which they are offered to be hidden."""

    REQUEST = "request", "希望日"
    MEETING = "meeting", "顔合わせ"
    OPENING = "opening", "開催"
    ACTIVITY = "activity", "活動"
    SESSION = "session", "研修"
    LOG = "log", "日報"


PLANNED = tuple(kind for kind in OccasionKind if kind is not OccasionKind.LOG)
"""What 予定表 shows; what was done stands in 日報."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing on a day; ``who`` takes part.  ``mark`` stands before it in place of its kind."""

    on: date
    kind: OccasionKind
    text: str
    target: Target
    starts_at: time | None = None
    ends_at: time | None = None
    detail: str = ""
    who: tuple[str, ...] = ()
    mark: str = ""

    @property
    def sign(self) -> str:
        """The letter that stands before an entry, so that colour is never needed."""
        return self.mark or self.kind.label[0]

    @property
    def hours(self) -> str:
        """When it is, as 10:00～12:00."""
        if self.starts_at is None:
            return ""
        return f"{self.starts_at:%H:%M}～{f'{self.ends_at:%H:%M}' if self.ends_at else ''}"

    @property
    def short(self) -> str:
        """What stands in the cell of its day."""
        begins = f" {self.starts_at:%H:%M}" if self.starts_at else ""
        return f"{self.text}{begins}"


_KINDS = {
    EntryKind.REQUEST: (OccasionKind.REQUEST, "matching", "request"),
    EntryKind.MEETING: (OccasionKind.MEETING, "matching", "match"),
    EntryKind.OPENING: (OccasionKind.OPENING, "local_resources", "resource"),
    EntryKind.ACTIVITY: (OccasionKind.ACTIVITY, "matching", "match"),
}


def occasions(session: Session, first: date, last: date) -> tuple[Occasion, ...]:
    """Return all that falls on a span of days, in the order of days and times."""
    sessions = [_session(one) for one in sessions_between(session, first, last)]
    found = [*(_entry(one) for one in calendar(session, first, last)), *sessions]
    order = list(OccasionKind)
    return tuple(
        sorted(found, key=lambda one: (one.on, one.starts_at or time(), order.index(one.kind)))
    )


def together(found: Sequence[Occasion]) -> list[list[Occasion]]:
    """Return what stands on a day, with those who do the same at one place in one."""
    groups: dict[tuple[object, ...], list[Occasion]] = {}
    for one in found:
        groups.setdefault((one.kind, one.text, one.starts_at), []).append(one)
    return list(groups.values())


def _entry(one: CalendarEntry) -> Occasion:
    kind, place, what = _KINDS[one.kind]
    target = Target(place, what, one.key)
    return Occasion(one.on, kind, one.text, target, one.starts_at, one.ends_at, one.detail, one.who)


def _session(one: SessionOfDay) -> Occasion:
    off = one.status in (SessionStatus.CANCELLED, SessionStatus.POSTPONED)
    state = one.status.label if off else ""
    return Occasion(
        one.held_on,
        OccasionKind.SESSION,
        f"{one.title}　第{one.number}回",
        Target("training", "session", one.id),
        one.starts_at,
        one.ends_at,
        "　".join(part for part in (state, one.venue, one.theme) if part),
    )
