"""The supporters a document is asked for, and those of them who agreed to be in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.person import ConsentItem
from app.reporting.catalogue import Request
from app.supporters import queries as supporters
from app.supporters.card import SupporterRow
from app.supporters.queries import SupporterListing
from app.supporters.registration import STANDING


def chosen(session: Session, request: Request) -> list[SupporterRow]:
    """Return the supporters who are meant, in 五十音 order, whatever their state."""
    choice = request.supporters
    listing = SupporterListing(
        request.today,
        level_id=choice.level,
        district_id=choice.district,
        kind_id=choice.kind,
    )
    rows = supporters.supporters(session, listing.keys(session), request.today)
    if request.supporter is not None:
        return [row for row in rows if row.id == request.supporter]
    if choice.of_year:
        year = request.need_year()
        rows = [row for row in rows if row.registered_on and row.registered_on in year]
    if named := _named(request):
        return [row for row in rows if row.person in named]
    return rows


def standing(rows: Iterable[SupporterRow]) -> list[SupporterRow]:
    """Return those who are registered (登録・休止)."""
    return [row for row in rows if row.state in STANDING]


def consenting(
    session: Session, rows: Sequence[SupporterRow], item: ConsentItem
) -> tuple[list[SupporterRow], int]:
    """Return those who consented to something, and how many did not."""
    without = set(contacts.without_consent(session, [row.person for row in rows], item))
    return [row for row in rows if row.person not in without], len(without)


def left_out(count: int, why: str) -> tuple[str, ...]:
    """Return the sentence that says how many are not in a document, none for nobody."""
    return (f"{why}{count}名は載せていません。",) if count else ()


def _named(request: Request) -> frozenset[int]:
    return frozenset({*request.people, *(() if request.person is None else (request.person,))})
