"""With whom entries were, without naming anybody: what reports to the city say (相手方)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.contacts.tables import Organisation
from app.daily_log.tables import LogContact


def partners(session: Session, keys: Sequence[int]) -> Mapping[int, str]:
    """Return by entry its organisations, and how many people came for none.

    Whoever came for an organisation is not told apart from it: 見本町会、個人2名.
    """
    names: dict[int, dict[str, None]] = defaultdict(dict)
    alone: dict[int, int] = defaultdict(int)
    for chunk in chunks(keys):
        query = (
            select(LogContact.entry_id, LogContact.person_id, Organisation.name)
            .outerjoin(Organisation, Organisation.id == LogContact.organisation_id)
            .where(LogContact.entry_id.in_(chunk))
            .order_by(LogContact.id)
        )
        for entry, person, organisation in session.execute(query):
            if organisation:
                names[entry][organisation] = None
            elif person is not None:
                alone[entry] += 1
    return {key: "、".join(_said(names[key], alone[key])) for key in {*names, *alone}}


def _said(organisations: Mapping[str, None], people: int) -> list[str]:
    return [*organisations, *([f"個人{people}名"] if people else [])]
