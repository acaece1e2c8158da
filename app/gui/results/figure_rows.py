"""The rows behind a figure as one list, whatever it counts.

What a figure can count is one line of ``READERS`` each; what is not among them opens no rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.gui.results import (
    account_rows,
    contact_rows,
    found_rows,
    log_rows,
    matching_rows,
    training_rows,
)
from app.gui.results.figure_row import FigureRow
from app.kernel.figure import Counted
from app.matching import queries


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rows by their keys, with the day ages are of; ``tables`` are those it reads."""

    read: Callable[[Session, Sequence[int], date], list[FigureRow]]
    tables: frozenset[str]


READERS: Mapping[Counted, Reader] = {
    Counted.REQUEST: Reader(matching_rows.requests, matching_rows.TABLES),
    Counted.MATCH: Reader(matching_rows.matches, matching_rows.TABLES),
    Counted.ACTIVITY: Reader(matching_rows.activities, matching_rows.TABLES),
    Counted.PERSON: Reader(contact_rows.people, contact_rows.TABLES),
    Counted.LOG_ENTRY: Reader(log_rows.entries, log_rows.TABLES),
    Counted.ACCOUNT_ENTRY: Reader(account_rows.entries, account_rows.TABLES),
    Counted.SESSION: Reader(training_rows.sessions, training_rows.TABLES),
    Counted.ENROLLMENT: Reader(training_rows.applications, training_rows.TABLES),
    Counted.ATTENDANCE: Reader(training_rows.attendances, training_rows.ATTENDANCE_TABLES),
    Counted.SUPPORTER: Reader(training_rows.supporters, training_rows.SUPPORTER_TABLES),
    Counted.NEED: Reader(found_rows.needs, found_rows.NEED_TABLES),
    Counted.RESOURCE: Reader(found_rows.resources, found_rows.RESOURCE_TABLES),
    Counted.ISSUE: Reader(found_rows.issues, found_rows.ISSUE_TABLES),
    Counted.SURVEY: Reader(found_rows.asked, found_rows.SURVEY_TABLES),
    Counted.MEETING: Reader(found_rows.meetings, found_rows.MEETING_TABLES),
}


@dataclass(frozen=True, slots=True)
class FigureListing:
    """The rows with these keys, in the order of the figure; ``day`` is the one ages are of."""

    of: Counted
    found: tuple[int, ...]
    day: date

    @property
    def tables(self) -> frozenset[str]:
        return READERS[self.of].tables

    def keys(self, _session: Session) -> Sequence[int]:
        return tuple(dict.fromkeys(self.found))

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, FigureRow]:
        return {row.id: row for row in READERS[self.of].read(session, keys, self.day)}


@dataclass(frozen=True, slots=True)
class IncidentListing:
    """ヒヤリ・事故 of a period, the newest first."""

    first: date
    last: date

    @property
    def tables(self) -> frozenset[str]:
        return matching_rows.TABLES

    def keys(self, session: Session) -> Sequence[int]:
        return [row.id for row in queries.incidents(session, self.first, self.last)]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, FigureRow]:
        found = {row.id: row for row in queries.incidents(session, self.first, self.last)}
        return {key: matching_rows.incident(found[key]) for key in keys if key in found}
