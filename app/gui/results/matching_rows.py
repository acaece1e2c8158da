"""The rows of matching behind a figure: requests, matches, activities, incidents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.gui.activities.worked import long_time
from app.gui.framework.search import Target
from app.gui.results.figure_row import DAY, FigureRow
from app.kernel.wareki import format_day
from app.matching import queries

TABLES = frozenset(
    {"help_request", "match", "match_step", "activity", "activity_slip", "incident", "person"}
    | {"supporter", "local_resource", "organisation", "activity_level"}
)
_MONTH = "R8.4月計"


def incident(row: queries.IncidentRow) -> FigureRow:
    """Return an incident; one that is not closed says so."""
    draft = row.draft
    closed = "" if draft.closed_on else "対応中"
    detail = "　".join(part for part in (closed, draft.content, draft.response) if part)
    what = f"{draft.kind.label}　{row.match.what}"
    when = format_day(draft.happened_on, DAY)
    return FigureRow(row.id, when, what, row.match.name, detail, _match(row.match.id))


def requests(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these requests, with their state, district and kinds."""
    return [
        FigureRow(
            row.id,
            format_day(row.received_on, DAY),
            "　".join(part for part in (row.number, row.title, row.who) if part),
            "",
            "　".join(part for part in (row.state.label, row.district, *row.kinds) if part),
            Target("matching", "request", row.id),
        )
        for row in queries.requests(session, keys)
    ]


def matches(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these matches, with who was asked."""
    return [
        FigureRow(
            row.id,
            format_day(row.asked_on, DAY),
            row.what,
            row.name,
            "　".join(part for part in (row.state.label, row.request_number, row.level) if part),
            _match(row.id),
        )
        for row in queries.matches(session, keys)
    ]


def activities(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these activities, with how often and how long."""
    found = []
    for row in queries.activities(session, keys):
        line = row.draft
        when = format_day(line.on_day, DAY) if line.on_day else format_day(row.month, _MONTH)
        parts = (f"{line.times}回", long_time(line.minutes), line.note)
        detail = "　".join(part for part in parts if part)
        found.append(
            FigureRow(row.id, when, row.match.what, row.match.name, detail, _match(row.match.id))
        )
    return found


def _match(key: int) -> Target:
    return Target("matching", "match", key)
