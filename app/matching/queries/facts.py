"""What the figures of matching are counted from: every row that counts, as flat values."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from app.local_resources.tables import LocalResource
from app.matching.figures import ActivityFact, Facts, MatchFact, RequestFact
from app.matching.match_way import Step
from app.matching.queries.matches import shown
from app.matching.tables import (
    Activity,
    ActivitySlip,
    HelpRequest,
    Match,
    MatchStep,
    RequestKind,
)
from app.office.tables import District
from app.supporters.tables import ActivityLevel, Supporter, SupportKind

NO_DISTRICT = "圏域不明"
NO_KIND = "区分なし"
NO_LEVEL = "未定"
_OWN = aliased(LocalResource)


def facts(session: Session) -> Facts:
    """Return all requests, matches and activities that count: nothing in the bin.

    The kind of a request, and of what was done for it, is the first of its kinds in the order
    of the master, so that every row counts once; a line of a slip may say another one.
    """
    kinds = _main_kinds(session)
    matches = _matches(session, kinds)
    return Facts(_requests(session, kinds), tuple(matches.values()), _activities(session, matches))


def _main_kinds(session: Session) -> dict[int, str]:
    query = (
        select(RequestKind.request_id, SupportKind.name)
        .join(SupportKind, SupportKind.id == RequestKind.kind_id)
        .order_by(SupportKind.position.desc(), SupportKind.id.desc())
    )
    found: dict[int, str] = dict(session.execute(query).all())
    return found


def _requests(session: Session, kinds: dict[int, str]) -> tuple[RequestFact, ...]:
    query = (
        select(HelpRequest.id, HelpRequest.received_on, District.name)
        .outerjoin(District, District.id == HelpRequest.district_id)
        .where(HelpRequest.deleted_at.is_(None))
        .order_by(HelpRequest.received_on, HelpRequest.id)
    )
    return tuple(
        RequestFact(key, received_on, district or NO_DISTRICT, kinds.get(key, NO_KIND))
        for key, received_on, district in session.execute(query)
    )


def _matches(session: Session, kinds: dict[int, str]) -> dict[int, MatchFact]:
    steps = _steps(session)
    found: dict[int, MatchFact] = {}
    for row in session.execute(_MATCHES):
        request, resource = row.request_id, row.place
        # Two requests of one place are one place; a request without one stands for itself.
        place = ("request", request) if resource is None else ("resource", resource)
        found[row.id] = MatchFact(
            key=row.id,
            person=row.person_id,
            place=place,
            district=row.district or NO_DISTRICT,
            kind=kinds.get(request, NO_KIND) if request is not None else NO_KIND,
            level=row.level or NO_LEVEL,
            steps=tuple(steps[row.id]),
        )
    return found


_MATCHES: Select[int, int | None, int, int | None, str, str] = (
    select(
        Match.id,
        Match.request_id,
        Supporter.person_id,
        func.coalesce(Match.local_resource_id, HelpRequest.local_resource_id).label("place"),
        District.name.label("district"),
        ActivityLevel.name.label("level"),
    )
    .join(Supporter, Supporter.id == Match.supporter_id)
    .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
    .outerjoin(_OWN, _OWN.id == Match.local_resource_id)
    .outerjoin(District, District.id == func.coalesce(HelpRequest.district_id, _OWN.district_id))
    .outerjoin(ActivityLevel, ActivityLevel.id == Match.level_id)
    .where(shown())
    .order_by(Match.asked_on, Match.id)
)


def _steps(session: Session) -> dict[int, list[Step]]:
    found: dict[int, list[Step]] = defaultdict(list)
    query = select(MatchStep.match_id, MatchStep.state, MatchStep.starts_on)
    for key, state, on in session.execute(query.order_by(MatchStep.starts_on, MatchStep.id)):
        found[key].append(Step(state, on))
    return found


def _activities(session: Session, matches: dict[int, MatchFact]) -> tuple[ActivityFact, ...]:
    query = (
        select(
            Activity.id,
            ActivitySlip.match_id,
            ActivitySlip.month,
            Activity.on_day,
            Activity.times,
            Activity.minutes,
            SupportKind.name,
        )
        .join(ActivitySlip, ActivitySlip.id == Activity.slip_id)
        .outerjoin(SupportKind, SupportKind.id == Activity.kind_id)
        .order_by(ActivitySlip.month, Activity.on_day, Activity.id)
    )
    return tuple(
        ActivityFact(key, matches[match], month, on_day, times, spent, kind or matches[match].kind)
        for key, match, month, on_day, times, spent, kind in session.execute(query)
        if match in matches
    )
