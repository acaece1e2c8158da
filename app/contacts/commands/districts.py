"""What follows from a change of 町名→圏域."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.tables import Organisation, Person
from app.office import queries as office


def refresh_districts(session: Session) -> int:
    """Set everybody's district anew after 町名→圏域 changed; return how many it changed.

    People and organisations whose district was fixed by hand keep it.
    """
    towns = office.town_finder(session)
    changed = 0
    rows: list[Person | Organisation] = [
        *session.scalars(
            select(Person).where(~Person.district_fixed, Person.merged_into_id.is_(None))
        ),
        *session.scalars(
            select(Organisation).where(
                ~Organisation.district_fixed, Organisation.merged_into_id.is_(None)
            )
        ),
    ]
    for row in rows:
        district = towns.district(row.address_town + row.address_number)
        if row.district_id != district:
            row.district_id = district
            changed += 1
    return changed
