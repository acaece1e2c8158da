"""People behind a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.gui.framework.search import Target
from app.gui.results.figure_row import FigureRow

TABLES = frozenset({"person", "organisation"})


def people(session: Session, keys: Sequence[int], day: date) -> list[FigureRow]:
    """Return these people, with their district and telephone."""
    return [
        FigureRow(
            row.id, "", row.district, row.name, row.phone, Target("contacts", "person", row.id)
        )
        for row in contacts.people(session, keys, day)
    ]
