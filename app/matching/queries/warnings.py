"""What speaks against asking a supporter: told of in sentences, never blocked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.person import ConsentItem, PersonId
from app.kernel.wareki import format_day
from app.local_resources.local_resource import LocalResourceId
from app.matching.double_booking import double_bookings
from app.matching.match import MatchId
from app.matching.queries.occupations import occupation_of, occupations
from app.matching.request import RequestId
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
    wanted = occupation_of(session, request, resource)
    taken = occupations(session, [supporter], but=but).get(supporter, ())
    return (
        *_registration(row, day),
        *double_bookings(wanted, taken),
        *_insurance(session, supporter, day),
        *_consent(session, PersonId(row.person_id)),
    )


def clashes(
    session: Session, request: RequestId, supporters: Sequence[SupporterId]
) -> dict[SupporterId, tuple[str, ...]]:
    """Return what supporters do already at the time of a request, those who do anything."""
    wanted = occupation_of(session, request)
    taken = occupations(session, supporters)
    found = {key: double_bookings(wanted, others) for key, others in taken.items()}
    return {key: said for key, said in found.items() if said}


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
