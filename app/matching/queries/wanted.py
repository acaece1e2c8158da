"""What requests, and places that take supporters, ask for: read for ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.local_resources.local_resource import LocalResourceId
from app.local_resources.opening import Opening
from app.local_resources.queries import openings_of
from app.local_resources.tables import LocalResource, MapPoint
from app.matching.distance import Point, kilometres
from app.matching.match import Answer, MatchState
from app.matching.match_way import OPEN
from app.matching.queries.names import request_kinds
from app.matching.request import RequestId
from app.matching.tables import HandRaise, HelpRequest, Match
from app.matching.wanted import Wanted, week_of_hours
from app.office.tables import District
from app.supporters.supporter import SupporterId
from app.supporters.tables import ActivityLevel, SupportKind

_MONTHS_OF_YEAR = 12
_Already = dict[SupporterId, str]


def wanted_by_requests(
    session: Session, rows: Sequence[HelpRequest], day: date
) -> dict[RequestId, Wanted]:
    """Return what requests ask for, on a day."""
    kinds = request_kinds(session, [row.id for row in rows])
    places = _places(session, rows)
    masters = _masters(session, [key for key in places if key is not None])
    already, hands = _already(session, Match.request_id), _hands(session)
    found = {}
    for row in rows:
        named = dict(kinds.get(row.id, ()))
        week, months = _when(row, masters)
        where = _where(
            masters, row.district_id, row.address_town, places.get(row.local_resource_id)
        )
        found[RequestId(row.id)] = Wanted(
            today=day,
            kinds=named,
            level=None if row.level_id is None else masters.heights[row.level_id],
            levels=masters.levels,
            week=week,
            any_part=row.starts_at is None and (row.on_day is not None or not row.week),
            months=months,
            times_a_month=row.times_a_month or 1,
            district=where.district,
            district_name=where.name,
            distances=where.distances,
            distance_matters=not named or bool(named.keys() & masters.near),
            car_needed=row.car_needed,
            sex=row.wanted_sex,
            one_to_one=row.person_id is not None,
            first_day=row.on_day or row.starts_on,
            already=already.get(row.id, {}),
            hands=frozenset(hands.get(row.id, ())),
        )
    return found


def wanted_by_resources(
    session: Session, rows: Sequence[LocalResource], day: date
) -> dict[int, Wanted]:
    """Return what places ask for that take supporters: to come on one of their opening days."""
    masters = _masters(session, [row.id for row in rows])
    already = _already(session, Match.local_resource_id)
    found = {}
    for row in rows:
        where = _where(masters, row.district_id, row.address_town, row)
        found[row.id] = Wanted(
            today=day,
            levels=masters.levels,
            week=_open_week(masters.openings.get(LocalResourceId(row.id), ())),
            any_part=True,
            district=where.district,
            district_name=where.name,
            distances=where.distances,
            already=already.get(row.id, {}),
        )
    return found


@dataclass(frozen=True, slots=True)
class _Masters:
    """What requests refer to: names and heights by key, towns by name."""

    districts: Mapping[int, str]
    levels: Mapping[int, str]
    heights: Mapping[int, int]
    near: frozenset[int]
    """The kinds of support for which distance matters."""
    points: Mapping[str, Point]
    openings: Mapping[LocalResourceId, tuple[Opening, ...]]


@dataclass(frozen=True, slots=True)
class _Where:
    district: int | None
    name: str
    distances: Mapping[str, float]


def _masters(session: Session, resources: Sequence[int]) -> _Masters:
    levels = session.execute(select(ActivityLevel.id, ActivityLevel.position, ActivityLevel.name))
    heights, names = {}, {}
    for key, position, name in levels:
        heights[key], names[position] = position, name
    points = session.execute(select(MapPoint.name, MapPoint.latitude, MapPoint.longitude))
    return _Masters(
        districts=dict(session.execute(select(District.id, District.name)).all()),
        levels=names,
        heights=heights,
        near=frozenset(session.scalars(select(SupportKind.id).where(SupportKind.distance_matters))),
        points={name: Point(latitude, longitude) for name, latitude, longitude in points},
        openings=openings_of(session, [LocalResourceId(key) for key in resources]),
    )


def _places(session: Session, rows: Sequence[HelpRequest]) -> dict[int | None, LocalResource]:
    keys = {row.local_resource_id for row in rows if row.local_resource_id is not None}
    query = select(LocalResource).where(LocalResource.id.in_(keys))
    return {row.id: row for row in session.scalars(query)}


def _when(row: HelpRequest, masters: _Masters) -> tuple[int, int]:
    """Return the week and the months wanted; a request that says nothing, as its place opens."""
    if row.on_day is not None:
        week = week_of_hours(row.on_day.weekday(), row.starts_at, row.ends_at)
        return week, 1 << (row.on_day.month - 1)
    week = row.week or _open_week(
        masters.openings.get(LocalResourceId(row.local_resource_id or 0), ())
    )
    return week, row.months or _months_between(row.starts_on, row.ends_on)


def _months_between(first: date | None, last: date | None) -> int:
    if first is None or last is None or last < first:
        return 0
    count = (last.year - first.year) * _MONTHS_OF_YEAR + last.month - first.month + 1
    if count >= _MONTHS_OF_YEAR:
        return 0
    return sum(1 << ((first.month - 1 + after) % _MONTHS_OF_YEAR) for after in range(count))


def _open_week(openings: Sequence[Opening]) -> int:
    week = 0
    for one in openings:
        for weekday in one.weekdays:
            week |= week_of_hours(weekday, one.starts_at, one.ends_at)
    return week


def _where(
    masters: _Masters, district: int | None, town: str, place: LocalResource | None
) -> _Where:
    """Return where help is wanted: as the request says, else as its place does."""
    point = masters.points.get(town)
    if place is not None:
        if district is None and not place.city_wide:
            district = place.district_id
        point = point or _point(masters, place)
    distances = {}
    if point is not None:
        distances = {name: kilometres(point, other) for name, other in masters.points.items()}
    return _Where(district, masters.districts.get(district or 0, ""), distances)


def _point(masters: _Masters, place: LocalResource) -> Point | None:
    if place.latitude is None or place.longitude is None:
        return masters.points.get(place.address_town)
    return Point(place.latitude, place.longitude)


def _already(session: Session, key: InstrumentedAttribute[int | None]) -> dict[int, _Already]:
    """Return by request, or place, who was asked, and why they are not asked again."""
    query = (
        select(key, Match.supporter_id, Match.state, Match.answer)
        .where(Match.deleted_at.is_(None))
        .order_by(Match.id)
    )
    found: dict[int, _Already] = defaultdict(dict)
    for asked, supporter, state, answer in session.execute(query):
        said = _why_not(state, answer)
        if asked is not None and said:
            found[asked][SupporterId(supporter)] = said
    return found


def _why_not(state: MatchState, answer: Answer | None) -> str:
    if state in OPEN:
        return f"すでにお願いしています（{state.label}）"
    if answer is Answer.DECLINED:
        return "この依頼を辞退しています"
    if state is MatchState.FAILED:
        return "この依頼では不成立になりました"
    return "この依頼の活動を終えています" if state is MatchState.ENDED else ""


def _hands(session: Session) -> dict[int, list[SupporterId]]:
    found: dict[int, list[SupporterId]] = defaultdict(list)
    for request, supporter in session.execute(select(HandRaise.request_id, HandRaise.supporter_id)):
        found[request].append(SupporterId(supporter))
    return found
