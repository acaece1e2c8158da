"""The opening days of resources: what is written as words is kept as days where it can be read.

Words and days are changed together.  Words that cannot be read stand alone; days given by hand
stand beside words of one's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.kernel.bits import bits_of
from app.local_resources.commands.rows import resource_row
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.opening import Opening, checked_openings
from app.local_resources.opening_text import opening_text
from app.local_resources.queries.openings import openings_of
from app.local_resources.tables import OpeningDay
from app.storage.bulk import add_rows


def set_openings(
    session: Session,
    resource: LocalResourceId,
    openings: Sequence[Opening],
    *,
    text: str | None = None,
) -> None:
    """Replace the days a resource opens on; ``text`` are the words, written anew for none."""
    openings = checked_openings(openings)
    row = resource_row(session, resource)
    words = opening_text(openings) if text is None else text
    if row.opening != words:
        row.opening = words
    replace_openings(session, {resource: openings})


def replace_openings(
    session: Session, openings: Mapping[LocalResourceId, Sequence[Opening]]
) -> None:
    """Store these days of these resources, if they are others than before."""
    before = openings_of(session, list(openings))
    changed = {key: days for key, days in openings.items() if before.get(key, ()) != tuple(days)}
    for chunk in chunks([key for key in changed if before.get(key)]):
        gone = select(OpeningDay).where(OpeningDay.local_resource_id.in_(chunk))
        for row in session.scalars(gone):
            session.delete(row)
    rows = [
        {
            "local_resource_id": key,
            "weekdays": bits_of(one.weekdays),
            "weeks": bits_of(one.weeks, first=1),
            "months": bits_of(one.months, first=1),
            "starts_at": one.starts_at,
            "ends_at": one.ends_at,
            "note": one.note,
        }
        for key, days in changed.items()
        for one in days
    ]
    add_rows(session, OpeningDay, rows)
