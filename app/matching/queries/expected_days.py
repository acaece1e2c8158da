"""On which days of a month help is expected, so that slips are typed without searching."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.matching.double_booking import Occupation
from app.matching.match import MatchId
from app.matching.queries.matches import MatchRow
from app.matching.queries.occupations import occupation_of


def expected_days(
    session: Session, rows: Sequence[MatchRow], first: date, last: date
) -> dict[MatchId, frozenset[date]]:
    """Return the days, first and last included, on which each match would take place.

    They follow what the request says of its days, else the openings of the place, within the
    span of the match.  Nothing is known where neither says anything.
    """
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    known: dict[tuple[object, object], Occupation] = {}
    found = {}
    for row in rows:
        about = row.request, row.resource
        if about not in known:
            known[about] = occupation_of(session, *about)
        found[row.id] = frozenset(
            day for day in days if known[about].on(day) and _runs_on(row, day)
        )
    return found


def _runs_on(row: MatchRow, day: date) -> bool:
    first = row.starts_on or row.agreed_on
    return (first is None or first <= day) and (row.ends_on is None or day <= row.ends_on)
