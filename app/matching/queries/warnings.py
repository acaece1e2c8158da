"""What speaks against asking a supporter: told of in sentences, never blocked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.person import ConsentItem, PersonId
from app.contacts.queries.keys import chunks
from app.kernel.wareki import format_day
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.tables import LocalResource, OpeningDay
from app.matching.double_booking import (
    Occupation,
    Slot,
    dated,
    double_bookings,
    on_weekdays,
    weekly,
)
from app.matching.match import MatchId
from app.matching.match_way import OPEN
from app.matching.queries.matches import matches, shown
from app.matching.request import RequestId
from app.matching.tables import HelpRequest, Match
from app.supporters.supporter import SupporterId, SupporterState
from app.supporters.tables import Insurance, Supporter

_DAY = "令和8年4月1日"


def warnings_for(
    session: Session,
    supporter: SupporterId,
    request: RequestId | None,
    day: date,
    *,
    resource: LocalResourceId | None = None,
    but: MatchId | None = None,
) -> tuple[str, ...]:
    """Return what to think of before a supporter is asked for a request or for a place.

    ``day`` is the one the insurance must cover; ``but`` a match that does not count as taken.
    """
    row = session.get_one(Supporter, supporter)
    wanted = _wanted(session, request, resource)
    taken = occupations(session, [supporter], but=but).get(supporter, ())
    return (
        *_registration(row, day),
        *double_bookings(wanted, taken),
        *_insurance(session, supporter, day),
        *_consent(session, PersonId(row.person_id)),
    )


def occupations(
    session: Session, supporters: Sequence[SupporterId], *, but: MatchId | None = None
) -> dict[SupporterId, tuple[Occupation, ...]]:
    """Return what takes the time of supporters: all that is asked, agreed or going on."""
    found: dict[SupporterId, list[Occupation]] = defaultdict(list)
    openings = _openings(session)
    for chunk in chunks(supporters):
        query = (
            select(Match, HelpRequest)
            .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
            .where(shown(), Match.state.in_(OPEN), Match.supporter_id.in_(chunk))
            .order_by(Match.id)
        )
        rows = session.execute(query).all()
        what = {one.id: one.what for one in matches(session, [row.id for row, _ in rows])}
        for row, request in rows:
            if row.id == but:
                continue
            said = f"{what[MatchId(row.id)]}（{row.state.label}）"
            place = openings.get(row.local_resource_id or 0, ())
            slots = _slots(request, openings) if request is not None else place
            first, last = (request.starts_on, request.ends_on) if request else (None, None)
            found[SupporterId(row.supporter_id)].append(
                Occupation(said, slots, row.starts_on or first, row.ends_on or last)
            )
    return {key: tuple(taken) for key, taken in found.items()}


def _wanted(
    session: Session, request: RequestId | None, resource: LocalResourceId | None
) -> Occupation:
    openings = _openings(session)
    if request is not None:
        row = session.get_one(HelpRequest, request)
        return Occupation(row.title, _slots(row, openings), row.starts_on, row.ends_on)
    place = None if resource is None else session.get_one(LocalResource, resource)
    if place is None:
        return Occupation("", ())
    return Occupation(place.name, openings.get(place.id, ()), place.started_on, place.ended_on)


def _slots(row: HelpRequest, openings: dict[int, tuple[Slot, ...]]) -> tuple[Slot, ...]:
    """Return when a request takes place; one that says nothing, as its place opens."""
    if row.on_day is not None:
        return (dated(row.on_day, row.starts_at, row.ends_at),)
    if row.week:
        return weekly(row.week, row.months, row.starts_at, row.ends_at)
    return openings.get(row.local_resource_id or 0, ())


def _openings(session: Session) -> dict[int, tuple[Slot, ...]]:
    found: dict[int, tuple[Slot, ...]] = defaultdict(tuple)
    for row in session.scalars(select(OpeningDay).order_by(OpeningDay.id)):
        hours = (row.starts_at, row.ends_at)
        found[row.local_resource_id] += on_weekdays(row.weekdays, row.weeks, row.months, *hours)
    return found


def _registration(row: Supporter, day: date) -> tuple[str, ...]:
    if row.state is not SupporterState.REGISTERED:
        return (f"登録の状態が「{row.state.label}」です。",)
    if row.valid_until is not None and row.valid_until < day:
        return (f"登録の有効期限（{format_day(row.valid_until, _DAY)}）が過ぎています。",)
    return ()


def _insurance(session: Session, supporter: SupporterId, day: date) -> tuple[str, ...]:
    query = select(Insurance.id).where(
        Insurance.supporter_id == supporter,
        Insurance.covers_from <= day,
        Insurance.covers_until >= day,
    )
    if session.scalars(query).first() is not None:
        return ()
    return (
        f"{format_day(day, _DAY)}を補償するボランティア活動保険に入っていません。"
        "活動の前に加入の手続きをしてください。",
    )


def _consent(session: Session, person: PersonId) -> tuple[str, ...]:
    if not contacts.without_consent(session, [person], ConsentItem.TO_PLACES):
        return ()
    return (
        f"「{ConsentItem.TO_PLACES.label}」の同意の記録がありません。"
        "同意をいただくまで、活動先に氏名・電話を伝えないでください。",
    )
