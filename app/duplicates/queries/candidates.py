"""Pairs of records that may be the same, out of the whole office."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.contacts.tables import Organisation, Person
from app.duplicates import organisation_profile, person_profile
from app.duplicates.blocking import Key, organisation_keys, pairs, person_keys
from app.duplicates.organisation_rule import judge_organisations
from app.duplicates.reason import FLOOR, Judgement, Pair
from app.duplicates.rule import judge_alike
from app.duplicates.tables import NotSame
from app.kernel.progress import Progress, Silent

ProfileT = TypeVar("ProfileT")
_STEP = 20_000
_SILENT = Silent()


def candidates(
    session: Session, subject: Subject, progress: Progress = _SILENT
) -> tuple[Pair, ...]:
    """Return the pairs worth a look, the likeliest first.

    Left out are records in the bin, merged ones, and pairs somebody said are not the same; what
    was said of a merged record holds for the one it was merged into.
    """
    if subject is Subject.PERSON:
        people = _people(session)
        found = _judged(people, person_keys, judge_alike, progress)
    else:
        organisations = _organisations(session)
        found = _judged(organisations, organisation_keys, judge_organisations, progress)
    said = _said(session, subject)
    kept = (pair for pair in found if (pair.a, pair.b) not in said)
    return tuple(sorted(kept, key=lambda pair: (not pair.proposed, -pair.score, pair.a, pair.b)))


def not_same(session: Session, subject: Subject) -> frozenset[tuple[int, int]]:
    """Return the pairs somebody said are not the same, the smaller key first."""
    query = select(NotSame.first_id, NotSame.second_id).where(NotSame.subject == subject)
    return frozenset((first, second) for first, second in session.execute(query))


def _people(session: Session) -> list[person_profile.PersonProfile]:
    columns = [getattr(Person, name) for name in person_profile.FIELDS]
    # The day as its text: making a hundred thousand days takes longer than comparing them.
    day = person_profile.FIELDS.index("birth_date")
    columns[day] = type_coerce(Person.birth_date, String)
    query = select(Person.id, *columns).where(Person.deleted_at.is_(None)).order_by(Person.id)
    return [person_profile.profile(row[0], tuple(row[1:])) for row in session.execute(query)]


def _organisations(session: Session) -> list[organisation_profile.OrganisationProfile]:
    columns = [getattr(Organisation, name) for name in organisation_profile.FIELDS]
    query = (
        select(Organisation.id, *columns)
        .where(Organisation.deleted_at.is_(None))
        .order_by(Organisation.id)
    )
    rows = session.execute(query)
    return [organisation_profile.profile(row[0], tuple(row[1:])) for row in rows]


def _judged(
    records: Sequence[Any],
    keys: Callable[[Any], Iterator[Key]],
    judge: Callable[[Any, Any], Judgement | None],
    progress: Progress,
) -> list[Pair]:
    found: list[Pair] = []
    keyed = ((position, keys(one)) for position, one in enumerate(records))
    for done, (first, second) in enumerate(pairs(keyed, len(records))):
        if done % _STEP == 0:
            progress.step(0, 0)
        a, b = records[first], records[second]
        judged = judge(a, b)
        if judged and judged.score >= FLOOR:
            found.append(Pair(a.key, b.key, judged.score, judged.proposed, judged.reasons))
    return found


def _said(session: Session, subject: Subject) -> set[tuple[int, int]]:
    kind = Person if subject is Subject.PERSON else Organisation
    query = select(kind.id, kind.merged_into_id).where(kind.merged_into_id.is_not(None))
    into: dict[int, int | None] = dict(session.execute(query).all())

    def last(key: int) -> int:
        while (further := into.get(key)) is not None:
            key = further
        return key

    said = ((last(first), last(second)) for first, second in not_same(session, subject))
    return {(min(pair), max(pair)) for pair in said}
