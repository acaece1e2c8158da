"""The results of matching of a fiscal year (マッチング実績), each figure with its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.figure import Counted, Figure
from app.kernel.fiscal_year import FiscalYear
from app.matching.figures import (
    ActivityFact,
    CrossTable,
    Facts,
    LevelFigures,
    MatchFact,
    PeriodFigures,
    RequestFact,
    attendances,
    cross_table,
    level_figures,
    minutes,
    period_figures,
)
from app.matching.match import MatchState
from app.matching.match_way import GOING_ON
from app.matching.queries.facts import NO_DISTRICT, NO_KIND, NO_LEVEL, facts
from app.matching.queries.matches import MatchRow, matches
from app.matching.queries.requests import RequestRow, requests
from app.matching.request import RequestId
from app.office import queries as office
from app.supporters import queries as supporters

NOTE = (
    "活動延べ回数は同じ日の同じ場所での活動を1回と数え、活動延べ人数は活動したサポーターを1回ごとに、"
    "活動実人数は期間中に1回以上活動したサポーターを1人ずつ数えました。"
    "活動中は期間の末日の件数です。内容区分は希望票の主な区分（活動報告書に区分があるときはその区分）です。"
)


@dataclass(frozen=True, slots=True)
class DetailRow:
    """A line of the details: a request with one of its matches, or with none.

    ``times`` and ``minutes`` are those of the match in the year.
    """

    request: RequestRow | None
    match: MatchRow | None
    district: str
    kind: str
    times: int
    minutes: int

    @property
    def received_on(self) -> date | None:
        return None if self.request is None else self.request.received_on

    @property
    def asked(self) -> int:
        """How many supporters were asked for the same request."""
        return 1 if self.request is None else self.request.asked


@dataclass(frozen=True, slots=True)
class Results:
    """All figures of a fiscal year, with what they are called by district, kind and level."""

    year: FiscalYear
    months: tuple[PeriodFigures, ...]
    total: PeriodFigures
    received_by: CrossTable
    agreed_by: CrossTable
    attended_by: CrossTable
    levels: tuple[LevelFigures, ...]
    details: tuple[DetailRow, ...]
    note: str = NOTE


def results(session: Session, year: FiscalYear, until: date | None = None) -> Results:
    """Return the figures of a fiscal year; of one that still runs, as they are on ``until``.

    Months that lie ahead of that day have nothing in them.
    """
    last = min(year.last_day, until or year.last_day)
    known = facts(session)
    total = period_figures(known, year.first_day, last)
    spans = [(first, max(first, min(end, last)), first > last) for first, end in year.months]
    return Results(
        year=year,
        months=tuple(
            _nothing(first, end) if ahead else period_figures(known, first, end)
            for first, end, ahead in spans
        ),
        total=total,
        received_by=_received_by(session, known, total),
        agreed_by=_agreed_by(session, known, total),
        attended_by=_attended_by(session, known, total),
        levels=level_figures(known, _levels(session, known), year.first_day, last),
        details=_details(session, known, total),
    )


def _nothing(first: date, last: date) -> PeriodFigures:
    return period_figures(Facts((), (), ()), first, last)


def _received_by(session: Session, known: Facts, total: PeriodFigures) -> CrossTable:
    chosen = set(total.received.keys)
    rows = [one for one in known.requests if one.key in chosen]
    return cross_table(
        rows,
        *_headings(session, rows),
        lambda one: (one.district, one.kind),
        lambda some: Figure(Counted.REQUEST, tuple(one.key for one in some)),
    )


def _agreed_by(session: Session, known: Facts, total: PeriodFigures) -> CrossTable:
    chosen = set(total.agreed.keys)
    rows = [one for one in known.matches if one.key in chosen]
    return cross_table(
        rows,
        *_headings(session, rows),
        lambda one: (one.district, one.kind),
        lambda some: Figure(Counted.MATCH, tuple(one.key for one in some)),
    )


def _attended_by(session: Session, known: Facts, total: PeriodFigures) -> CrossTable:
    chosen = set(total.attendances.keys)
    rows = [one for one in known.activities if one.key in chosen]
    return cross_table(
        rows,
        _districts(session, (one.match.district for one in rows)),
        _kinds(session, (one.kind for one in rows)),
        lambda one: (one.match.district, one.kind),
        attendances,
    )


def _headings(
    session: Session, some: Sequence[RequestFact] | Sequence[MatchFact]
) -> tuple[list[str], list[str]]:
    return (
        _districts(session, (one.district for one in some)),
        _kinds(session, (one.kind for one in some)),
    )


def _districts(session: Session, found: Iterable[str]) -> list[str]:
    """Return every district, and 圏域不明 where it is needed."""
    names = [one.name for one in office.districts(session)]
    return names + [NO_DISTRICT] * (NO_DISTRICT in set(found))


def _kinds(session: Session, found: Iterable[str]) -> list[str]:
    """Return the kinds that have anything, in the order of their master."""
    used = set(found)
    names = [one.name for one in supporters.support_kinds(session)]
    return [name for name in (*names, NO_KIND) if name in used]


def _levels(session: Session, known: Facts) -> list[str]:
    """Return the levels offered now and those any match bears, the lowest first."""
    used = {one.level for one in known.matches}
    rows = supporters.levels(session)
    names = [one.name for one in rows if not one.retired or one.name in used]
    return names + [NO_LEVEL] * (NO_LEVEL in used)


def _details(session: Session, known: Facts, total: PeriodFigures) -> tuple[DetailRow, ...]:
    """Return what was received in the year, and what was agreed or done for what came before."""
    received, counted = set(total.received.keys), set(total.attendances.keys)
    done: dict[int, list[ActivityFact]] = defaultdict(list)
    for line in known.activities:
        if line.key in counted:
            done[line.match.key].append(line)
    chosen = {*done, *total.agreed.keys, *total.ended.keys, *total.active.keys}
    facts_of = {one.key: one for one in known.matches}
    rows = [
        row
        for row in matches(session, list(facts_of))
        if row.id in chosen or (row.request in received and row.state in _TAKEN)
    ]
    helped = {row.request for row in rows if row.request is not None}
    asked = {one.id: one for one in requests(session, sorted(received | helped))}
    found = [_of_match(row, facts_of[row.id], asked, done[row.id]) for row in rows]
    found += [
        DetailRow(asked[RequestId(one.key)], None, one.district, one.kind, 0, 0)
        for one in known.requests
        if one.key in received - helped
    ]
    return tuple(sorted(found, key=_order))


def _of_match(
    row: MatchRow,
    fact: MatchFact,
    asked: Mapping[RequestId, RequestRow],
    done: Sequence[ActivityFact],
) -> DetailRow:
    return DetailRow(
        None if row.request is None else asked[row.request],
        row,
        fact.district,
        fact.kind,
        attendances(done).count,
        minutes(done).count,
    )


_TAKEN = GOING_ON | {MatchState.ENDED}


def _order(row: DetailRow) -> tuple[date, int, date, int]:
    day = row.received_on or (row.match.asked_on if row.match else date.max)
    agreed = row.match.agreed_on if row.match else None
    key = 0 if row.request is None else row.request.id
    return day, key, agreed or date.max, 0 if row.match is None else row.match.id
