"""Who belongs to which organisation, in which role and for which term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.organisation import AffiliationDraft, OrganisationId
from app.contacts.organisation_card import AffiliationRow
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import Affiliation, Organisation, Person
from app.contacts.term import TermState

_LATE = date.max
_EARLY = date.min


def affiliations(
    session: Session,
    *,
    person: PersonId | None = None,
    organisation: OrganisationId | None = None,
) -> tuple[AffiliationRow, ...]:
    """Return the affiliations of a person, an organisation, or of the two together.

    Past and future ones are among them: main ones first, then the latest end, then the latest
    start.  Who is in the bin on the other side is left out.
    """
    query = _rows()
    if person is not None:
        query = query.where(Affiliation.person_id == person)
    else:
        query = query.where(Person.deleted_at.is_(None))
    if organisation is not None:
        query = query.where(Affiliation.organisation_id == organisation)
    else:
        query = query.where(Organisation.deleted_at.is_(None))
    found = [_row(values) for values in session.execute(query)]
    return tuple(sorted(found, key=_latest_first))


def ending_terms(session: Session, first: date, last: date) -> tuple[AffiliationRow, ...]:
    """Return the terms whose last day is one of these, the soonest first.

    Where the same person already has a later term in the same role there, nothing is ending.
    """
    later = Affiliation.__table__.alias("later")
    goes_on = (
        select(later.c.id)
        .where(
            later.c.person_id == Affiliation.person_id,
            later.c.organisation_id == Affiliation.organisation_id,
            later.c.role == Affiliation.role,
            later.c.starts_on > Affiliation.ends_on,
        )
        .exists()
    )
    query = (
        _rows()
        .where(
            Affiliation.ends_on >= first,
            Affiliation.ends_on <= last,
            Person.deleted_at.is_(None),
            Organisation.deleted_at.is_(None),
            ~goes_on,
        )
        .order_by(Affiliation.ends_on, Organisation.sort_key, Person.sort_key, Affiliation.id)
    )
    return tuple(_row(values) for values in session.execute(query))


def main_affiliations(
    session: Session, people: Sequence[PersonId], day: date
) -> Mapping[PersonId, AffiliationRow]:
    """Return what each of these people is first of all on a day: for letters and lists.

    It is the main affiliation, or the only one there is.
    """
    running: dict[PersonId, list[AffiliationRow]] = {}
    for chunk in chunks(people):
        query = _rows().where(Affiliation.person_id.in_(chunk), Organisation.deleted_at.is_(None))
        for row in map(_row, session.execute(query)):
            if row.state(day) is TermState.CURRENT:
                running.setdefault(row.person, []).append(row)
    return {
        person: rows[0] if len(rows) == 1 else main
        for person, rows in running.items()
        if (main := next((row for row in rows if row.is_main), rows[0])).is_main or len(rows) == 1
    }


def _rows() -> Any:
    return (
        select(
            Affiliation,
            Person.family_name,
            Person.given_name,
            Person.family_kana,
            Person.given_kana,
            Person.phone,
            Person.mobile,
            Organisation.name,
        )
        .join(Person, Person.id == Affiliation.person_id)
        .join(Organisation, Organisation.id == Affiliation.organisation_id)
    )


def _row(values: Any) -> AffiliationRow:
    row, family, given, family_kana, given_kana, phone, mobile, organisation = values
    return AffiliationRow(
        row.id,
        PersonId(row.person_id),
        _both(family, given),
        _both(family_kana, given_kana),
        phone or mobile,
        OrganisationId(row.organisation_id),
        organisation,
        AffiliationDraft(row.role, row.starts_on, row.ends_on, row.is_main, row.note),
    )


def _both(first: str, second: str) -> str:
    return "　".join(part for part in (first, second) if part)


def _latest_first(row: AffiliationRow) -> tuple[bool, int, int, int]:
    ends, starts = row.ends_on or _LATE, row.starts_on or _EARLY
    return not row.is_main, -ends.toordinal(), -starts.toordinal(), row.id
