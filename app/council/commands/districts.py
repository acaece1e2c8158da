"""Changing districts together with the councils that were made for them and say nothing more.

A new office has a second-layer council for each district.  Nobody could take a district away, or
give it another name without leaving the old one on its council, if these stood in the way.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.council.commands.councils import care_draft, second_layer_draft
from app.council.queries.drafts import council_draft
from app.council.tables import Council
from app.office import commands as office_commands
from app.office import queries as office
from app.office.masters import DistrictDraft
from app.storage.erasing import count_referring


def change_district(session: Session, district: int, draft: DistrictDraft) -> None:
    """Rename a district, or name another centre; councils called after it follow."""
    before = _name(session, district)
    office_commands.change_district(session, district, draft)
    session.flush()
    after = _name(session, district)
    for make in (second_layer_draft, care_draft):
        called = select(Council).where(
            Council.district_id == district, Council.name == make(before, district).name
        )
        for row in session.scalars(called):
            row.name = make(after, district).name


def remove_district(session: Session, district: int) -> None:
    """Take a district away that nothing else lies in, its untouched council with it.

    Raises ``Refusal`` where a town, a contact or a council with anything of its own is left.
    """
    name = _name(session, district)
    for row in session.scalars(select(Council).where(Council.district_id == district)).all():
        untouched = council_draft(row) == second_layer_draft(name, district)
        if untouched and not count_referring(session, Council.__tablename__, row.id):
            session.delete(row)
    session.flush()
    office_commands.remove_district(session, district)


def _name(session: Session, district: int) -> str:
    return next((row.name for row in office.districts(session) if row.id == district), "")
