"""What the daily log adds up to in a month and since April, as reports lay it out.

Both spans have the same lines in the same order, whatever there is in the month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.daily_log import queries as daily_log
from app.daily_log.log_entry import Means
from app.daily_log.tallies import DutyTally, SchemeTally, Tallied, Tallies, Tally, tally
from app.duties import queries as duties
from app.kernel.figure import Counted, Figure
from app.office import queries as office
from app.reporting.spans import Spans

_OWN_COLUMNS = (Means.VISIT, Means.CAME, Means.CALL, Means.MEETING, Means.TRAINING)
_OTHER = "その他"
MEANS_COLUMNS = (*(one.label for one in _OWN_COLUMNS), _OTHER)
"""The columns of the form of section 3.9; every other means is in the last one."""
NO_KIND, CITY_WIDE = "種別なし", "全市"
_ALL = "計"
_Names = Mapping[int | None, str]
"""What the entries of a master are called; under nothing, those without one."""


@dataclass(frozen=True, slots=True)
class DutyFigures:
    """A duty, or their sum: its entries, those by means, and whom they reached (延べ and 実)."""

    key: int
    sign: str
    label: str
    name: str
    entries: Figure
    means: tuple[Figure, ...]
    reached: Figure
    people: Figure


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The entries of a district, a kind of activity or a sort of support."""

    label: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class CategoryFigures:
    """The entries that fall into one category of a scheme; 未分類 has the key 0."""

    key: int
    sign: str
    name: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class SchemeFigures:
    """A scheme: its categories hold every entry once."""

    name: str
    categories: tuple[CategoryFigures, ...]


@dataclass(frozen=True, slots=True)
class LogFigures:
    """The entries for the city of one span; each grouping holds every entry once."""

    duties: tuple[DutyFigures, ...]
    total: DutyFigures
    kinds: tuple[GroupFigures, ...]
    districts: tuple[GroupFigures, ...]
    supports: tuple[GroupFigures, ...]
    schemes: tuple[SchemeFigures, ...]
    minutes: Figure


def log_figures(session: Session, begin: date, first: date, last: date) -> Spans[LogFigures]:
    """Return the figures of the month from ``first`` to ``last``, and those from ``begin`` on."""
    year = daily_log.tallies(session, begin, last, to_city_only=True)
    month = daily_log.tallies(session, first, last, to_city_only=True)
    names: tuple[_Names, _Names] = (
        {None: NO_KIND, **{row.id: row.name for row in duties.activity_kinds(session)}},
        {None: CITY_WIDE, **{row.id: row.name for row in office.districts(session)}},
    )
    return Spans(_figures(month, year, *names), _figures(year, year, *names))


def _figures(found: Tallies, lines: Tallies, kinds: _Names, districts: _Names) -> LogFigures:
    """Lay out tallies along the lines of others."""
    by_duty = {one.duty.name: one for one in found.by_duty}
    schemes = {one.scheme.id: one for one in found.schemes}
    return LogFigures(
        tuple(_duty(by_duty.get(one.duty.name), one) for one in lines.by_duty),
        _sum(found),
        _groups(found.by_kind, lines.by_kind, kinds),
        _groups(found.by_district, lines.by_district, districts),
        tuple(GroupFigures(one.of.label, one.tally.entries) for one in found.by_support),
        tuple(_scheme(schemes[one.scheme.id], one) for one in lines.schemes),
        found.total.minutes,
    )


def _duty(found: DutyTally | None, line: DutyTally) -> DutyFigures:
    duty = line.duty
    by_means = dict(zip(Means, found.by_means if found else (), strict=False))
    return _of_tally(
        (duty.id, duty.sign, duty.short_name or duty.name, duty.name),
        by_means,
        found.tally if found else tally(()),
    )


def _sum(found: Tallies) -> DutyFigures:
    by_means = {one.of: one.tally.entries for one in found.by_means}
    return _of_tally((0, "", _ALL, _ALL), by_means, found.total)


def _of_tally(
    words: tuple[int, str, str, str], by_means: Mapping[Means, Figure], whole: Tally
) -> DutyFigures:
    others = [figure for means, figure in by_means.items() if means not in _OWN_COLUMNS]
    return DutyFigures(
        *words,
        entries=whole.entries,
        means=(*(by_means.get(one, _entries(())) for one in _OWN_COLUMNS), _together(others)),
        reached=whole.attendances,
        people=whole.people,
    )


def _together(figures: Iterable[Figure]) -> Figure:
    return _entries(tuple(key for one in figures for key in one.keys))


def _entries(keys: tuple[int, ...]) -> Figure:
    return Figure(Counted.LOG_ENTRY, keys)


def _groups(
    found: Sequence[Tallied[int | None]],
    lines: Sequence[Tallied[int | None]],
    names: _Names,
) -> tuple[GroupFigures, ...]:
    """Return a line for every entry of a master, and the last for entries without one."""
    counted = {one.of: one.tally.entries for one in found}
    keys = dict.fromkeys((*(one.of for one in lines if one.of is not None), None))
    return tuple(GroupFigures(names.get(key, ""), counted.get(key, _entries(()))) for key in keys)


def _scheme(found: SchemeTally, lines: SchemeTally) -> SchemeFigures:
    counted = {one.of.id: one.tally.entries for one in found.categories}
    return SchemeFigures(
        lines.scheme.name,
        tuple(
            CategoryFigures(
                one.of.id, one.of.sign, one.of.name, counted.get(one.of.id, _entries(()))
            )
            for one in lines.categories
        ),
    )
