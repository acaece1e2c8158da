"""How many are registered: from the history of states, so that any month can be counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.card import PersonRow
from app.contacts.person import Sex
from app.contacts.queries import people
from app.kernel.ages import AGE_BANDS
from app.office.tables import District
from app.supporters.figures import Counts, Cross, Figure, cross
from app.supporters.queries.masters import levels
from app.supporters.registration import Movement, StateSince, movement
from app.supporters.supporter import SupporterId
from app.supporters.tables import CentreRegistration, LevelChange, Supporter, SupporterStateChange

_NO_DISTRICT = "圏域不明"
_NO_LEVEL = "未定"
_NO_SEX = "未記入"
_Member = tuple[SupporterId, PersonRow]


def counts(session: Session, first: date, last: date) -> Counts:
    """Return how registrations moved in a period, and who is registered on its last day.

    Registrations in the bin count nowhere.  Levels and ages are those of the last day; districts
    are the ones people live in now, for no history of them is kept.
    """
    owners = _owners(session)
    moved = {
        key: movement(history, first, last)
        for key, history in _histories(session).items()
        if key in owners
    }
    after = _figure("当月末", moved, lambda one: one.after)
    members = _members(session, after.who, owners, last)
    return Counts(
        first=first,
        last=last,
        before=_figure("前月末", moved, lambda one: one.before),
        new=_figure("新規", moved, lambda one: one.new),
        cancelled=_figure("取消", moved, lambda one: one.cancelled),
        expired=_figure("満了", moved, lambda one: one.expired),
        after=after,
        paused=_figure("うち休止", moved, lambda one: one.paused),
        by_level=_by_level(session, members, last),
        by_age=cross(members, _key, (AGE_BANDS, _band), (_SEXES, _sex)),
    )


def centre_counts(session: Session, first: date, last: date) -> tuple[Figure, Figure]:
    """Return who was registered at the volunteer centre in a period, and who is on its last day."""
    query = (
        select(CentreRegistration)
        .join(Supporter, Supporter.id == CentreRegistration.supporter_id)
        .where(Supporter.deleted_at.is_(None), CentreRegistration.registered_on <= last)
        .order_by(CentreRegistration.supporter_id)
    )
    rows = list(session.scalars(query))
    new = [row for row in rows if row.registered_on is not None and row.registered_on >= first]
    held = [row for row in rows if row.cancelled_on is None or row.cancelled_on > last]

    def figure(label: str, some: Sequence[CentreRegistration]) -> Figure:
        return Figure(label, tuple(SupporterId(row.supporter_id) for row in some))

    return figure("ボラセン新規", new), figure("ボラセン登録", held)


_SEXES = (*(sex.label for sex in Sex), _NO_SEX)


def _owners(session: Session) -> Mapping[SupporterId, int]:
    query = select(Supporter.id, Supporter.person_id).where(Supporter.deleted_at.is_(None))
    return {SupporterId(key): person for key, person in session.execute(query)}


def _histories(session: Session) -> Mapping[SupporterId, list[StateSince]]:
    query = select(
        SupporterStateChange.supporter_id,
        SupporterStateChange.state,
        SupporterStateChange.starts_on,
    ).order_by(SupporterStateChange.id)
    found: dict[SupporterId, list[StateSince]] = defaultdict(list)
    for key, state, day in session.execute(query):
        found[SupporterId(key)].append(StateSince(state, day))
    return found


def _figure(
    label: str, moved: Mapping[SupporterId, Movement], count: Callable[[Movement], int]
) -> Figure:
    return Figure(label, tuple(key for key, one in moved.items() for _ in range(count(one))))


def _members(
    session: Session,
    keys: Sequence[SupporterId],
    owners: Mapping[SupporterId, int],
    day: date,
) -> list[_Member]:
    known = {row.id: row for row in people(session, [owners[key] for key in keys], day)}
    by_key = {int(person): row for person, row in known.items()}
    return [(key, by_key[owners[key]]) for key in keys]


def _by_level(session: Session, members: Sequence[_Member], day: date) -> Cross:
    names = {level.id: level.name for level in levels(session)}
    query = (
        select(LevelChange.supporter_id, LevelChange.level_id)
        .where(LevelChange.starts_on <= day)
        .order_by(LevelChange.starts_on, LevelChange.id)
    )
    held: dict[int, int] = dict(session.execute(query).all())
    districts = session.scalars(select(District.name).order_by(District.position, District.id))

    def level(member: _Member) -> str:
        found = held.get(member[0])
        return _NO_LEVEL if found is None else names[found]

    return cross(
        members,
        _key,
        ((*districts, _NO_DISTRICT), _district),
        ((*names.values(), _NO_LEVEL), level),
    )


def _key(member: _Member) -> SupporterId:
    return member[0]


def _district(member: _Member) -> str:
    return member[1].district or _NO_DISTRICT


def _band(member: _Member) -> str:
    return member[1].age_band


def _sex(member: _Member) -> str:
    return _NO_SEX if member[1].sex is None else member[1].sex.label
