"""Confirming that what is written about a resource still holds (情報の確認)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.local_resources.checks import checked_confirmation
from app.local_resources.commands.resources import change_resource
from app.local_resources.commands.rows import resource_row, resource_rows
from app.local_resources.local_resource import (
    ConfirmationDraft,
    ConfirmationResult,
    LocalResourceDraft,
    LocalResourceId,
)
from app.local_resources.opening import Opening
from app.local_resources.tables import ResourceConfirmation
from app.storage.base import moment


def confirm_resource(
    session: Session,
    resource: LocalResourceId,
    confirmation: ConfirmationDraft,
    draft: LocalResourceDraft | None = None,
    openings: Sequence[Opening] | None = None,
) -> int:
    """Write down a confirmation or the attempt of one, and return its key.

    ``draft`` and ``openings`` are what the confirmation changed: one step together with it.
    """
    if draft is not None:
        change_resource(session, resource, draft, openings)
        if confirmation.result is ConfirmationResult.SAME:
            confirmation = replace(confirmation, result=ConfirmationResult.CHANGED)
    row = _added(session, resource, confirmation)
    session.flush()
    _derive(session, resource)
    return row.id


def confirm_resources(
    session: Session, resources: Iterable[LocalResourceId], confirmation: ConfirmationDraft
) -> None:
    """Write down the same confirmation of many, as after a leaflet or a meeting."""
    keys = list(resource_rows(session, resources))
    for key in keys:
        _added(session, key, confirmation)
    session.flush()
    for key in keys:
        _derive(session, key)


def change_confirmation(session: Session, confirmation: int, draft: ConfirmationDraft) -> None:
    """Replace what is written of one confirmation."""
    row = _row(session, confirmation)
    draft = _checked(session, draft)
    row.confirmed_on = draft.confirmed_on
    row.confirmed_by = draft.confirmed_by
    row.way = draft.way
    row.result = draft.result
    row.note = draft.note
    session.flush()
    _derive(session, LocalResourceId(row.local_resource_id))


def remove_confirmation(session: Session, confirmation: int) -> None:
    """Delete a confirmation written down by mistake."""
    row = _row(session, confirmation)
    resource = LocalResourceId(row.local_resource_id)
    session.delete(row)
    session.flush()
    _derive(session, resource)


def _added(
    session: Session, resource: LocalResourceId, draft: ConfirmationDraft
) -> ResourceConfirmation:
    draft = _checked(session, draft)
    row = ResourceConfirmation(
        local_resource_id=resource_row(session, resource).id,
        confirmed_on=draft.confirmed_on,
        confirmed_by=draft.confirmed_by,
        way=draft.way,
        result=draft.result,
        note=draft.note,
    )
    session.add(row)
    return row


def _checked(session: Session, draft: ConfirmationDraft) -> ConfirmationDraft:
    if draft.confirmed_on > moment(session).date():
        text = "情報確認日が今日より後の日付になっています。"
        raise Refusal(text, fields={"confirmed_on": text})
    return checked_confirmation(draft)


def _derive(session: Session, resource: LocalResourceId) -> None:
    """Set the day of the last confirmation; an attempt without answer is none."""
    query = select(func.max(ResourceConfirmation.confirmed_on)).where(
        ResourceConfirmation.local_resource_id == resource,
        ResourceConfirmation.result != ConfirmationResult.NO_ANSWER,
    )
    last: date | None = session.scalars(query).one()
    row = resource_row(session, resource)
    if row.confirmed_on != last:
        row.confirmed_on = last


def _row(session: Session, confirmation: int) -> ResourceConfirmation:
    row = session.get(ResourceConfirmation, confirmation)
    if row is None:
        raise Refusal("この確認の記録は削除されています。")
    return row
