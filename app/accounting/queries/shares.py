"""How entries are divided over programmes (按分)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounting.account import ProgrammeId
from app.accounting.tables import AccountProgramme, EntryShare

_CHUNK = 500
_NONE = ProgrammeId(0)


def own_programme(session: Session) -> ProgrammeId:
    """Return the programme of this work itself: the first of the master."""
    query = select(AccountProgramme.id).order_by(AccountProgramme.position, AccountProgramme.id)
    found = session.scalars(query.limit(1)).first()
    return _NONE if found is None else ProgrammeId(found)


def shares_of(
    session: Session, entries: Sequence[int]
) -> defaultdict[int, tuple[tuple[ProgrammeId, int], ...]]:
    """Return the shares of entries in the order of the programmes; none for most of them."""
    found: defaultdict[int, tuple[tuple[ProgrammeId, int], ...]] = defaultdict(tuple)
    for start in range(0, len(entries), _CHUNK):
        query = (
            select(EntryShare)
            .join(AccountProgramme, AccountProgramme.id == EntryShare.programme_id)
            .where(EntryShare.entry_id.in_(entries[start : start + _CHUNK]))
            .order_by(AccountProgramme.position, AccountProgramme.id)
        )
        for row in session.scalars(query):
            found[row.entry_id] += ((ProgrammeId(row.programme_id), row.share),)
    return found
