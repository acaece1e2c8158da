"""What matching says of a timeline: of a supporter, of who asked for help and who was helped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.local_resources.tables import LocalResource
from app.matching import queries as matching
from app.matching.match import MatchState
from app.matching.queries import MatchRow
from app.matching.tables import HandRaise, HelpRequest, Incident, Match, MatchStep, Need
from app.supporters.tables import Supporter
from app.timeline.event import Event, EventKind
from app.timeline.owner import Owner


def matching_events(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    """Give requests and needs, and every step of the matches that came of them."""
    yield from _matches(session, owner, limit)
    yield from _requests(session, owner, limit)
    yield from _needs(session, owner, limit)
    if owner.person is not None:
        yield from _hands(session, owner, limit)


def _matches(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    query = (
        select(MatchStep)
        .join(Match, Match.id == MatchStep.match_id)
        .join(Supporter, Supporter.id == Match.supporter_id)
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .outerjoin(LocalResource, LocalResource.id == Match.local_resource_id)
        .where(Match.deleted_at.is_(None), HelpRequest.deleted_at.is_(None), _about(owner))
        .order_by(MatchStep.starts_on.desc(), MatchStep.id.desc())
        .limit(limit)
    )
    steps = session.scalars(query).all()
    keys = sorted({step.match_id for step in steps})
    rows = {int(row.id): row for row in matching.matches(session, keys)}
    for step in steps:
        row = rows[step.match_id]
        detail = step.note or (row.decline_reason if step.state is MatchState.FAILED else "")
        yield _event(step.starts_on, step.state.label, _who(row, owner), "match", row.id, detail,
                     step.id)  # fmt: skip
    found = select(Incident).where(Incident.match_id.in_(keys))
    for one in session.scalars(found):
        row = rows[one.match_id]
        yield _event(
            one.happened_on, one.kind.label, _who(row, owner), "match", row.id, one.content, one.id
        )


def _about(owner: Owner) -> ColumnElement[bool]:
    if owner.person is not None:
        return or_(Supporter.person_id == owner.person, HelpRequest.person_id == owner.person)
    return or_(
        HelpRequest.organisation_id == owner.organisation,
        LocalResource.organisation_id == owner.organisation,
    )


def _who(row: MatchRow, owner: Owner) -> str:
    """Say who helps where, as seen from the card it stands on."""
    if owner.person == row.person:
        return row.what
    return "　".join(part for part in (f"{row.name}さん", row.title or row.place) if part)


def _requests(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    asked = (
        HelpRequest.organisation_id == owner.organisation
        if owner.person is None
        else HelpRequest.person_id == owner.person
    )
    query = select(HelpRequest).where(asked, HelpRequest.deleted_at.is_(None))
    for row in session.scalars(query.order_by(HelpRequest.received_on.desc()).limit(limit)):
        text = "　".join(part for part in (row.number, row.title) if part)
        yield _event(row.received_on, "お手伝い希望票", text, "request", row.id, "", row.id)
        if row.closed_on is not None:
            yield _event(row.closed_on, f"希望票の{row.state.label}", text, "request", row.id)


def _needs(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    about = (
        Need.handed_to_id == owner.organisation
        if owner.person is None
        else Need.person_id == owner.person
    )
    query = select(Need).where(about, Need.deleted_at.is_(None))
    for row in session.scalars(query.order_by(Need.received_on.desc()).limit(limit)):
        if owner.person is not None:
            yield _event(row.received_on, "ニーズの受付", row.content, "need", row.id, "", row.id)
        if row.handed_on is not None:
            text = f"{row.number}　{row.handed_to}" if owner.person else row.number
            yield _event(row.handed_on, "ニーズをつなぐ", text, "need", row.id, row.result)


def _hands(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    query = (
        select(HandRaise, HelpRequest)
        .join(HelpRequest, HelpRequest.id == HandRaise.request_id)
        .join(Supporter, Supporter.id == HandRaise.supporter_id)
        .where(Supporter.person_id == owner.person, HelpRequest.deleted_at.is_(None))
        .order_by(HandRaise.raised_on.desc())
        .limit(limit)
    )
    for hand, row in session.execute(query):
        text = f"{row.number}　{row.title}"
        yield _event(hand.raised_on, "手を挙げた", text, "request", row.id, hand.note, hand.id)


def _event(
    on: date, word: str, text: str, target: str, key: int, detail: str = "", order: int = 0
) -> Event:
    return Event(
        on,
        EventKind.MATCHING,
        text,
        detail=detail,
        word=word,
        place="matching",
        target=target,
        key=int(key),
        order=order,
    )
