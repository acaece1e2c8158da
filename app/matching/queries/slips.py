"""Activity slips: which are due, the grid they are typed into, and what a match's say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.local_resources.local_resource import LocalResourceId
from app.matching.match import ActivityDraft, MatchId, MatchState
from app.matching.match_way import Step, was_active
from app.matching.queries.matches import MatchRow, matches, of_people_here, shown
from app.matching.slip_checks import due_on, first_of, last_of
from app.matching.tables import Activity, ActivitySlip, HelpRequest, Match, MatchStep

_FIELDS = tuple(field.name for field in fields(ActivityDraft))


@dataclass(frozen=True, slots=True)
class Slip:
    """The slip of a match for a month; without lines a report that nothing was done."""

    match: MatchId
    month: date
    received_on: date | None
    note: str
    lines: tuple[ActivityDraft, ...]

    @property
    def times(self) -> int:
        return sum(line.times for line in self.lines)

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One line of a slip with its match: what a figure of activities opens."""

    id: int
    match: MatchRow
    month: date
    draft: ActivityDraft


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One match in the grid of a month; ``slip`` is nothing until it came in."""

    match: MatchRow
    slip: Slip | None

    @property
    def is_in(self) -> bool:
        return self.slip is not None

    def on(self, day: date) -> ActivityDraft | None:
        """Return what was done on a day: its only line, or several as one."""
        lines = [line for line in self.slip.lines if line.on_day == day] if self.slip else []
        if len(lines) <= 1:
            return lines[0] if lines else None
        return ActivityDraft(
            day, sum(line.times for line in lines), sum(line.minutes for line in lines)
        )

    @property
    def undated(self) -> tuple[ActivityDraft, ...]:
        """The lines that sum up the month."""
        return tuple(line for line in self.slip.lines if line.on_day is None) if self.slip else ()


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """The grid of a month: a row for each match that ran in it, in the order of the places."""

    month: date
    due: date
    rows: tuple[SlipRow, ...]

    @property
    def days(self) -> tuple[date, ...]:
        last = last_of(self.month).day
        return tuple(self.month.replace(day=number) for number in range(1, last + 1))

    @property
    def missing(self) -> int:
        """How many slips have not come in."""
        return sum(not row.is_in for row in self.rows)


def slip_sheet(session: Session, month: date, resource: LocalResourceId | None = None) -> SlipSheet:
    """Return the grid of a month, of one place if one is given.

    In it stand the matches that were 活動中 in the month, those agreed and to begin, and those
    a slip of the month came in for.
    """
    month = first_of(month)
    running = _running(session, month, agreed=True)
    found = slips(session, month=month)
    rows = matches(session, sorted(running | set(found)))
    if resource is not None:
        rows = [row for row in rows if row.resource == resource]
    rows.sort(key=lambda row: (row.place, row.title, row.name, row.id))
    return SlipSheet(month, due_on(month), tuple(SlipRow(row, found.get(row.id)) for row in rows))


def slips_due(session: Session, month: date) -> tuple[MatchRow, ...]:
    """Return the matches that were 活動中 in a month whose slip has not come in."""
    month = first_of(month)
    missing = _running(session, month, agreed=False) - slips(session, month=month).keys()
    rows = of_people_here(session, matches(session, sorted(missing)))
    return tuple(sorted(rows, key=lambda row: (row.place, row.name, row.id)))


def slips(
    session: Session, *, month: date | None = None, match: MatchId | None = None
) -> Mapping[MatchId, Slip]:
    """Return the slips of a month by match."""
    return {one.match: one for one in _slips(session, month=month, match=match)}


def slips_of(session: Session, match: MatchId) -> tuple[Slip, ...]:
    """Return the slips of a match, the newest month first."""
    return tuple(_slips(session, month=None, match=match))


def activities(session: Session, keys: Sequence[int]) -> tuple[ActivityRow, ...]:
    """Return these lines of slips, in the order of months and days."""
    found: list[tuple[Activity, ActivitySlip]] = []
    for chunk in chunks(keys):
        query = (
            select(Activity, ActivitySlip)
            .join(ActivitySlip, ActivitySlip.id == Activity.slip_id)
            .where(Activity.id.in_(chunk))
        )
        found += [(line, slip) for line, slip in session.execute(query)]
    known = {int(row.id): row for row in matches(session, sorted({s.match_id for _, s in found}))}
    rows = [
        ActivityRow(line.id, known[slip.match_id], slip.month, _draft(line)) for line, slip in found
    ]
    return tuple(sorted(rows, key=lambda one: (one.month, one.draft.on_day or one.month, one.id)))


def _draft(row: Activity) -> ActivityDraft:
    return ActivityDraft(**{name: getattr(row, name) for name in _FIELDS})


def _slips(session: Session, *, month: date | None, match: MatchId | None) -> list[Slip]:
    query = (
        select(ActivitySlip)
        .join(Match, Match.id == ActivitySlip.match_id)
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .order_by(ActivitySlip.month.desc(), ActivitySlip.match_id)
    )
    if month is not None:
        query = query.where(shown(), ActivitySlip.month == month)
    if match is not None:
        query = query.where(ActivitySlip.match_id == match)
    rows = session.scalars(query).all()
    lines = _lines(session, [row.id for row in rows])
    return [
        Slip(MatchId(row.match_id), row.month, row.received_on, row.note, tuple(lines[row.id]))
        for row in rows
    ]


def _lines(session: Session, keys: Sequence[int]) -> dict[int, list[ActivityDraft]]:
    found: dict[int, list[ActivityDraft]] = defaultdict(list)
    for chunk in chunks(keys):
        query = select(Activity).where(Activity.slip_id.in_(chunk)).order_by(Activity.id)
        for row in session.scalars(query):
            found[row.slip_id].append(_draft(row))
    return found


def _running(session: Session, month: date, *, agreed: bool) -> set[MatchId]:
    """Return the matches that were 活動中 in a month; with ``agreed`` also those to begin."""
    states = [MatchState.ACTIVE, *([MatchState.AGREED] if agreed else [])]
    reaching = select(MatchStep.match_id).where(
        MatchStep.state.in_(states), MatchStep.starts_on <= last_of(month)
    )
    query = (
        select(MatchStep)
        .join(Match, Match.id == MatchStep.match_id)
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .where(
            shown(), Match.id.in_(reaching), or_(Match.ends_on.is_(None), Match.ends_on >= month)
        )
        .order_by(MatchStep.match_id, MatchStep.starts_on, MatchStep.id)
    )
    steps: dict[MatchId, list[Step]] = defaultdict(list)
    for row in session.scalars(query):
        steps[MatchId(row.match_id)].append(Step(row.state, row.starts_on))
    return {
        key
        for key, known in steps.items()
        if was_active(known, month, last_of(month))
        or (agreed and known[-1].state is MatchState.AGREED)
    }
