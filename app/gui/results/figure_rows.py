"""The rows behind a figure as one list, whatever it counts: day, what, who, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.contacts.queries.people import people
from app.gui.activities.worked import long_time
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column
from app.kernel.figure import Counted
from app.kernel.wareki import format_day
from app.matching import queries

_DAY = "R8.4.1(水)"
_MONTH = "R8.4月計"
_TABLES = frozenset(
    {"help_request", "match", "match_step", "activity", "activity_slip", "incident", "person"}
    | {"supporter", "local_resource", "organisation", "activity_level"}
)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row behind a figure; ``target`` is its card."""

    id: int
    when: str
    what: str
    who: str
    detail: str
    target: Target


COLUMNS = (
    Column[FigureRow]("日付", lambda row: row.when, width=7),
    Column[FigureRow]("内容", lambda row: row.what, width=19, tip=lambda row: row.what),
    Column[FigureRow]("氏名", lambda row: row.who, width=8, tip=lambda row: row.who),
    Column[FigureRow]("くわしく", lambda row: row.detail, width=20, tip=lambda row: row.detail),
)


@dataclass(frozen=True, slots=True)
class FigureListing:
    """The rows with these keys, in the order of the figure; ``day`` is the one ages are of."""

    of: Counted
    found: tuple[int, ...]
    day: date

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, _session: Session) -> Sequence[int]:
        return tuple(dict.fromkeys(self.found))

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, FigureRow]:
        return {row.id: row for row in _READERS[self.of](session, keys, self.day)}


@dataclass(frozen=True, slots=True)
class IncidentListing:
    """ヒヤリ・事故 of a period, the newest first."""

    first: date
    last: date

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        return [row.id for row in queries.incidents(session, self.first, self.last)]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, FigureRow]:
        found = {row.id: row for row in queries.incidents(session, self.first, self.last)}
        return {key: _incident(found[key]) for key in keys if key in found}


def _incident(row: queries.IncidentRow) -> FigureRow:
    draft = row.draft
    closed = "" if draft.closed_on else "対応中"
    detail = "　".join(part for part in (closed, draft.content, draft.response) if part)
    what = f"{draft.kind.label}　{row.match.what}"
    when = format_day(draft.happened_on, _DAY)
    return FigureRow(row.id, when, what, row.match.name, detail, _match(row.match.id))


def _requests(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    return [
        FigureRow(
            row.id,
            format_day(row.received_on, _DAY),
            "　".join(part for part in (row.number, row.title, row.who) if part),
            "",
            "　".join(part for part in (row.state.label, row.district, *row.kinds) if part),
            Target("matching", "request", row.id),
        )
        for row in queries.requests(session, keys)
    ]


def _matches(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    return [
        FigureRow(
            row.id,
            format_day(row.asked_on, _DAY),
            row.what,
            row.name,
            "　".join(part for part in (row.state.label, row.request_number, row.level) if part),
            _match(row.id),
        )
        for row in queries.matches(session, keys)
    ]


def _activities(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    found = []
    for row in queries.activities(session, keys):
        line = row.draft
        when = format_day(line.on_day, _DAY) if line.on_day else format_day(row.month, _MONTH)
        parts = (f"{line.times}回", long_time(line.minutes), line.note)
        detail = "　".join(part for part in parts if part)
        found.append(
            FigureRow(row.id, when, row.match.what, row.match.name, detail, _match(row.match.id))
        )
    return found


def _people(session: Session, keys: Sequence[int], day: date) -> list[FigureRow]:
    return [
        FigureRow(
            row.id, "", row.district, row.name, row.phone, Target("contacts", "person", row.id)
        )
        for row in people(session, keys, day)
    ]


def _match(key: int) -> Target:
    return Target("matching", "match", key)


_READERS: Mapping[Counted, Callable[[Session, Sequence[int], date], list[FigureRow]]] = {
    Counted.REQUEST: _requests,
    Counted.MATCH: _matches,
    Counted.ACTIVITY: _activities,
    Counted.PERSON: _people,
}
