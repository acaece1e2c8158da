"""The round of confirmation calls (確認の電話): what has to be confirmed again, in what order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.local_resources.local_resource import ConfirmationResult, LocalResourceId, View
from app.local_resources.publication import contact_for
from app.local_resources.queries.confirmations import confirmations
from app.local_resources.queries.resources import (
    ResourceListing,
    resource_drafts,
    resources,
    stale_condition,
)
from app.local_resources.resource_card import StaleResource
from app.local_resources.tables import LocalResource, ResourceConfirmation
from app.office import queries as office


@dataclass(frozen=True, slots=True)
class CallListing:
    """The calls to make on a day: never confirmed first, then the longest ago.

    Who did not answer on that day already comes again when all others have been called.
    """

    day: date

    @property
    def tables(self) -> frozenset[str]:
        own = ResourceConfirmation.__tablename__
        return ResourceListing(stale_on=self.day).tables | {own}

    def keys(self, session: Session) -> Sequence[int]:
        months = office.settings(session).stale_after_months
        query = (
            select(LocalResource.id)
            .where(LocalResource.deleted_at.is_(None), stale_condition(self.day, months))
            .order_by(
                LocalResource.confirmed_on.is_not(None),
                LocalResource.confirmed_on,
                LocalResource.sort_key,
                LocalResource.id,
            )
        )
        tried = set(
            session.scalars(
                select(ResourceConfirmation.local_resource_id).where(
                    ResourceConfirmation.confirmed_on == self.day,
                    ResourceConfirmation.result == ConfirmationResult.NO_ANSWER,
                )
            )
        )
        return sorted(session.scalars(query), key=lambda key: key in tried)

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, StaleResource]:
        return {one.row.id: one for one in _calls(session, keys)}


def stale(session: Session, day: date) -> tuple[StaleResource, ...]:
    """Return the round of calls of a day, in the order of ``CallListing``."""
    return tuple(_calls(session, CallListing(day).keys(session)))


def _calls(session: Session, keys: Sequence[int]) -> list[StaleResource]:
    known = [LocalResourceId(key) for key in keys]
    rows = {row.id: row for row in resources(session, known)}
    drafts = resource_drafts(session, known)
    tried = confirmations(session, known)
    found = []
    for key in known:
        attempts = []
        for one in tried.get(key, ()):
            if one.confirmation.result is not ConfirmationResult.NO_ANSWER:
                break
            attempts.append(one)
        found.append(
            StaleResource(rows[key], contact_for(drafts[key], View.INTERNAL), tuple(attempts))
        )
    return found
