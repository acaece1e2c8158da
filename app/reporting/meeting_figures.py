"""Meetings of a period (会議への参加): the first layer, district by district, and the others.

A district's meetings are those of its second-layer council and its 地域ケア会議 together; only what
took place counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.council import Tier
from app.council.meeting import MeetingState
from app.council.queries import MeetingRow
from app.kernel.figure import Counted, Figure
from app.office import queries as office

CITY_WIDE = "全市"
_BY_DISTRICT = frozenset({Tier.SECOND, Tier.CARE})


@dataclass(frozen=True, slots=True)
class HeldAndAttended:
    """開催 and 参加: the meetings held, and those of them the coordinator took part in."""

    label: str
    held: Figure
    attended: Figure


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """Every meeting held in the period is in one of the first layer, a district, or the others.

    ``care`` counts the 地域ケア会議 once more, those of councils that are both among them.
    """

    first_layer: tuple[MeetingRow, ...]
    others: tuple[MeetingRow, ...]
    first: HeldAndAttended
    districts: tuple[HeldAndAttended, ...]
    second: HeldAndAttended
    care: HeldAndAttended
    other: HeldAndAttended
    total: HeldAndAttended


def meeting_figures(session: Session, first: date, last: date) -> MeetingFigures:
    """Return the meetings held from one day to another, the first first."""
    held = [
        row
        for row in council.meetings_between(session, first, last)
        if row.state is MeetingState.HELD
    ]
    first_layer = _those(held, lambda row: row.tier is Tier.FIRST)
    by_district = _those(held, lambda row: row.tier in _BY_DISTRICT)
    others = _those(held, lambda row: row.tier is not Tier.FIRST and row.tier not in _BY_DISTRICT)
    names = [one.name for one in office.districts(session)]
    labels = dict.fromkeys((*names, *(_district(row) for row in by_district)))
    return MeetingFigures(
        first_layer,
        others,
        _counted(Tier.FIRST.label, first_layer),
        tuple(_of_district(label, by_district) for label in labels),
        _counted("第2層協議体・地域ケア会議", by_district),
        _counted(Tier.CARE.label, _those(held, lambda row: row.care)),
        _counted("その他の会議", others),
        _counted("計", held),
    )


def _of_district(label: str, rows: Iterable[MeetingRow]) -> HeldAndAttended:
    return _counted(label, _those(rows, lambda row: _district(row) == label))


def _district(row: MeetingRow) -> str:
    return row.district or CITY_WIDE


def _those(
    rows: Iterable[MeetingRow], holds: Callable[[MeetingRow], bool]
) -> tuple[MeetingRow, ...]:
    return tuple(row for row in rows if holds(row))


def _counted(label: str, rows: Sequence[MeetingRow]) -> HeldAndAttended:
    return HeldAndAttended(
        label,
        Figure(Counted.MEETING, tuple(row.id for row in rows)),
        Figure(Counted.MEETING, tuple(row.id for row in rows if row.attended)),
    )
