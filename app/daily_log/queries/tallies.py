"""The tallies of a period, from the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.daily_log.tables import LogContact, LogEntry
from app.daily_log.tallies import EntryFact, Tallies, tally_all
from app.duties import queries as duties
from app.duties.duty import DutyRow
from app.office import queries as office


def tallies(session: Session, first: date, last: date, *, to_city_only: bool = False) -> Tallies:
    """Count the entries of a period in every classification.

    The duties are those that hold on its last day, and before them any other an entry bears,
    unless it is one of them by name.
    """
    facts = tally_facts(session, first, last, to_city_only=to_city_only)
    return tally_all(
        facts,
        _duties(session, facts, last),
        duties.crosswalk(session),
        [row.id for row in duties.activity_kinds(session)],
        [row.id for row in office.districts(session)],
    )


def tally_facts(
    session: Session, first: date, last: date, *, to_city_only: bool = False
) -> list[EntryFact]:
    """Return the entries of a period as the tallies need them, in the order of their days."""
    query = (
        select(
            LogEntry.id,
            LogEntry.duty_id,
            LogEntry.kind_id,
            LogEntry.means,
            LogEntry.support,
            LogEntry.district_id,
            LogEntry.minutes,
            LogEntry.people_count,
        )
        .where(LogEntry.on_day.between(first, last), LogEntry.deleted_at.is_(None))
        .order_by(LogEntry.on_day, LogEntry.starts_at, LogEntry.id)
    )
    if to_city_only:
        query = query.where(LogEntry.to_city)
    people = _people(session, first, last)
    return [
        EntryFact(
            key,
            duty,
            kind,
            means,
            support,
            district,
            minutes or 0,
            len(people.get(key, ())) if reached is None else reached,
            tuple(people.get(key, ())),
        )
        for key, duty, kind, means, support, district, minutes, reached in session.execute(query)
    ]


def _people(session: Session, first: date, last: date) -> Mapping[int, Sequence[int]]:
    """Return by entry of a period the people named in it, who came for two organisations once."""
    query = (
        select(LogContact.entry_id, LogContact.person_id)
        .join(LogEntry, LogEntry.id == LogContact.entry_id)
        .where(LogEntry.on_day.between(first, last))
    )
    found: dict[int, dict[int, None]] = defaultdict(dict)
    for entry, person in session.execute(query):
        if person is not None:
            found[entry][person] = None
    return {entry: tuple(people) for entry, people in found.items()}


def _duties(session: Session, facts: Sequence[EntryFact], day: date) -> list[DutyRow]:
    holding = duties.duty_list(session, day)
    known = {row.id for row in holding}
    used = {one.duty_id for one in facts} - known
    return [*duties.duties(session, used).values(), *holding]
