"""The card of a match: its way, who else was asked, its slips and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.matching.match import IncidentDraft, MatchDraft, MatchId, MatchState
from app.matching.match_way import NEXT, OPEN
from app.matching.queries.matches import MatchListing, MatchRow, matches, shown
from app.matching.queries.slips import Slip, slips_of
from app.matching.queries.warnings import warnings_for
from app.matching.tables import HelpRequest, Incident, Match, MatchStep

_FIELDS = tuple(field.name for field in fields(MatchDraft))
_INCIDENT = tuple(field.name for field in fields(IncidentDraft))


@dataclass(frozen=True, slots=True)
class StepRow:
    """A state a match went through, and from when."""

    state: MatchState
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident with its match, as lists show it."""

    id: int
    draft: IncidentDraft
    match: MatchRow


@dataclass(frozen=True, slots=True)
class MatchCard:
    """One match; ``draft`` is for the form, ``next`` the states it may go to.

    ``others`` are the other matches of the same request or place: who else was offered.
    ``warnings`` are only told while the match is open.
    """

    row: MatchRow
    draft: MatchDraft
    steps: tuple[StepRow, ...]
    next: tuple[MatchState, ...]
    others: tuple[MatchRow, ...]
    slips: tuple[Slip, ...]
    incidents: tuple[IncidentRow, ...]
    warnings: tuple[str, ...]
    deleted_at: datetime | None

    @property
    def id(self) -> MatchId:
        return self.row.id

    @property
    def state(self) -> MatchState:
        return self.row.state

    @property
    def times(self) -> int:
        return sum(slip.times for slip in self.slips)

    @property
    def minutes(self) -> int:
        return sum(slip.minutes for slip in self.slips)


def match_card(session: Session, match: MatchId, day: date) -> MatchCard:
    """Return everything about a match as on a day; refuse where there is none."""
    stored = session.get(Match, match)
    if stored is None:
        raise Refusal("このマッチングは削除されています。一覧から選び直してください。")
    row = matches(session, [match])[0]
    steps = select(MatchStep).where(MatchStep.match_id == match)
    return MatchCard(
        row=row,
        draft=MatchDraft(**{name: getattr(stored, name) for name in _FIELDS}),
        steps=tuple(
            StepRow(one.state, one.starts_on, one.note)
            for one in session.scalars(steps.order_by(MatchStep.starts_on, MatchStep.id))
        ),
        next=NEXT[stored.state],
        others=_others(session, row),
        slips=slips_of(session, match),
        incidents=incidents(session, match=match),
        warnings=_warnings(session, row, day),
        deleted_at=stored.deleted_at,
    )


def incidents(
    session: Session,
    first: date | None = None,
    last: date | None = None,
    *,
    match: MatchId | None = None,
) -> tuple[IncidentRow, ...]:
    """Return the incidents of a period, or of one match, the newest first.

    What is in the bin is left out, unless its match is asked for.
    """
    query = (
        select(Incident)
        .join(Match, Match.id == Incident.match_id)
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .where(shown() if match is None else Match.id == match)
        .order_by(Incident.happened_on.desc(), Incident.id.desc())
    )
    if first is not None:
        query = query.where(Incident.happened_on >= first)
    if last is not None:
        query = query.where(Incident.happened_on <= last)
    rows = session.scalars(query).all()
    known = {row.id: row for row in _of(session, [row.match_id for row in rows])}
    return tuple(
        IncidentRow(
            row.id,
            IncidentDraft(**{name: getattr(row, name) for name in _INCIDENT}),
            known[MatchId(row.match_id)],
        )
        for row in rows
    )


def _of(session: Session, keys: Sequence[int]) -> list[MatchRow]:
    return matches(session, list(dict.fromkeys(keys)))


def _others(session: Session, row: MatchRow) -> tuple[MatchRow, ...]:
    if row.request is not None:
        keys = MatchListing(request=row.request).keys(session)
    else:
        query = select(Match.id).where(
            Match.request_id.is_(None),
            Match.local_resource_id == row.resource,
            Match.deleted_at.is_(None),
        )
        keys = session.scalars(query).all()
    return tuple(one for one in matches(session, keys) if one.id != row.id)


def _warnings(session: Session, row: MatchRow, day: date) -> tuple[str, ...]:
    if row.state not in OPEN:
        return ()
    on = day
    if row.request is not None:
        asked = session.get_one(HelpRequest, row.request)
        on = asked.on_day or max(day, asked.starts_on or day)
    return warnings_for(
        session,
        row.supporter,
        row.request,
        on,
        resource=row.resource if row.request is None else None,
        but=row.id,
    )
