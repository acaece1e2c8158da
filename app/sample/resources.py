"""The sample's places and resources: invented, told of in words, confirmed now and then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from app.contacts.organisation_card import OrganisationRow
from app.local_resources import commands, queries
from app.local_resources.local_resource import (
    ConfirmationDraft,
    ConfirmationResult,
    ConfirmationWay,
    LocalResourceDraft,
    LocalResourceId,
    ResourceStatus,
    View,
)
from app.office import queries as office
from app.sample.diary import Diary
from app.sample.districts import district_of, near, towns_of_sample
from app.sample.resource_patterns import PATTERNS, ResourcePattern

_VIEWS = (View.PUBLIC, View.PARTNERS, View.INTERNAL)
_STATES = (
    ResourceStatus.ACTIVE,
    ResourceStatus.PAUSED,
    ResourceStatus.PREPARING,
    ResourceStatus.ENDED,
)
_RESULTS = (ConfirmationResult.SAME, ConfirmationResult.CHANGED, ConfirmationResult.NO_ANSWER)
_SAID = {ConfirmationResult.CHANGED: "開始時刻と代表者が変わった。"}
_LOCATED = 0.9
_TAKES = 0.85
_BY = "見本　担当"


@dataclass(frozen=True, slots=True)
class Place:
    """A resource that takes supporters, as requests come from it; ``kind`` is its 区分."""

    id: LocalResourceId
    draft: LocalResourceDraft
    kind: str
    district: str


def add_resources(
    session: Session,
    random: Random,
    diary: Diary,
    owners: Mapping[str, Sequence[OrganisationRow]],
    share: float,
) -> list[Place]:
    """Add the resources and plan their confirmations; return those that take supporters.

    ``owners`` are the organisations by the name of their kind; ``share`` says how much of a
    whole sample there is to be.
    """
    kinds = {row.name: row.id for row in queries.resource_kinds(session)}
    readings = {row.name: row.kana for row in office.towns(session)}
    drafts, patterns = [], []
    for pattern in PATTERNS:
        for town in random.sample(towns_of_sample(), max(1, round(pattern.count * share))):
            owner = random.choice(list(owners.get(pattern.owner, ())) or [None])
            draft = _draft(random, diary.today, pattern, town, readings[town])
            drafts.append(_owned(random, draft, pattern, owner, kinds.get(pattern.kind)))
            patterns.append(pattern)
    keys = commands.add_resources(session, drafts)
    _plan_confirmations(random, diary, keys)
    return [
        Place(key, draft, pattern.kind, district_of(draft.address_town.removeprefix("函館市")))
        for key, draft, pattern in zip(keys, drafts, patterns, strict=True)
        if draft.takes_supporters and draft.status is ResourceStatus.ACTIVE
    ]


def _draft(
    random: Random, today: date, pattern: ResourcePattern, town: str, reading: str
) -> LocalResourceDraft:
    place = f"{town.removesuffix('町')}見本"
    read = f"{reading.removesuffix('ちょう').removesuffix('まち')}みほん"
    status = random.choices(_STATES, (91, 4, 2, 3))[0]
    longitude, latitude = near(random, district_of(town))
    located = random.random() < _LOCATED
    ended = today - timedelta(days=random.randint(60, 300))
    return LocalResourceDraft(
        name=pattern.name.format(place),
        kana=pattern.kana.format(read),
        venue=pattern.venue.format(place),
        address_town=f"函館市{town}",
        address_number=f"{random.randint(1, 40)}番{random.randint(1, 20)}号",
        latitude=latitude if located else None,
        longitude=longitude if located else None,
        barrier_free=random.choice((True, False, None)),
        parking=random.choice((True, True, False, None)),
        winter_break=pattern.winter,
        opening=random.choice(pattern.openings),
        target=pattern.target,
        fee=pattern.fee,
        capacity=random.choice((None, 15, 20, 30)),
        usual_number=random.randint(6, 24),
        application=random.choice(("不要", "電話で申込み", "初回のみ電話")),
        content=pattern.content,
        payment=pattern.payment,
        programme=pattern.programme,
        started_on=date(random.randint(2012, 2023), random.randint(4, 12), 1),
        ended_on=ended if status is ResourceStatus.ENDED else None,
        status=status,
        source=random.choice(("町会からの聞き取り", "地域包括支援センターの一覧", "訪問")),
    )


def _owned(
    random: Random,
    draft: LocalResourceDraft,
    pattern: ResourcePattern,
    owner: OrganisationRow | None,
    kind: int | None,
) -> LocalResourceDraft:
    """Say whose it is, who may see it, and whether supporters are wanted."""
    view = random.choices(_VIEWS, (70, 20, 10))[0]
    work = pattern.work if random.random() < _TAKES else ""
    who = "" if owner is None else owner.representative
    return replace(
        draft,
        kind_id=kind,
        organisation_id=None if owner is None else owner.id,
        representative=who,
        public_contact="" if owner is None else owner.name,
        public_phone=f"0138-00-{random.randint(0, 9999):04d}" if view is View.PUBLIC else "",
        internal_contact=who,
        internal_phone=f"090-0000-{random.randint(0, 9999):04d}",
        view=view,
        public_consent_on=date(2024, 5, random.randint(1, 31)) if view is View.PUBLIC else None,
        takes_supporters=bool(work),
        supporters_wanted=random.randint(1, 3) if work else None,
        supporters_work=work,
    )


def _plan_confirmations(random: Random, diary: Diary, keys: Sequence[LocalResourceId]) -> None:
    """Plan a round of calls over each year, so that a few of the oldest are stale by now."""
    first = diary.today - timedelta(days=620)
    for key in keys:
        day = first + timedelta(days=random.randint(0, 300))
        while day <= diary.today:
            _plan_confirmation(random, diary, key, day)
            day += timedelta(days=random.randint(300, 480))


def _plan_confirmation(random: Random, diary: Diary, key: LocalResourceId, day: date) -> None:
    way = random.choices(list(ConfirmationWay), (60, 15, 10, 5, 5, 5))[0]
    result = random.choices(_RESULTS, (70, 15, 15))[0]

    def confirm(session: Session, on: date) -> None:
        draft = ConfirmationDraft(on, _BY, way, result, _SAID.get(result, ""))
        commands.confirm_resource(session, key, draft)

    diary.plan(day, confirm)
