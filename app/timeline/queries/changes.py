"""What the change log says of a contact's record: when it was made, changed, binned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json import loads
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.storage.changes import Change, Kind, Operation
from app.timeline.event import Event, EventKind
from app.timeline.owner import Owner
from app.timeline.record_change import field_changes

_TAKEN_BACK = {Kind.UNDO: "元に戻す", Kind.REDO: "やり直し"}


def change_events(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    """Give the changes of the record itself, newest first, those of derived columns left out.

    A row of the log that was scrubbed says nothing any more and is left out.
    """
    table, key = (
        ("organisation", owner.organisation) if owner.person is None else ("person", owner.person)
    )
    query = (
        select(Change.id, Change.before, Change.after, Operation)
        .join(Operation, Operation.id == Change.operation_id)
        .where(Change.table_name == table, Change.row_id == key)
        .order_by(Change.id.desc())
        .limit(limit)
    )
    for change, before, after, operation in session.execute(query):
        word, text = _said(table, _image(before), _image(after))
        if word:
            yield Event(
                operation.done_at.date(),
                EventKind.CHANGE,
                text or operation.label,
                operation.done_at.time(),
                detail=_TAKEN_BACK.get(operation.kind, "") if text else "",
                word=word,
                order=change,
            )


def _said(
    table: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> tuple[str, str]:
    """Return a word for a change and what it changed; no word where there is nothing to say."""
    if not after:
        return ("", "")
    if not before:
        return ("登録", "")
    if before.get("deleted_at") != after.get("deleted_at"):
        if before.get("merged_into_id") != after.get("merged_into_id"):
            return ("", "")
        return ("ごみ箱へ移動" if after.get("deleted_at") else "ごみ箱から復帰", "")
    changes = field_changes(table, before, after)
    return ("変更", "\n".join(map(str, changes))) if changes else ("", "")


def _image(text: str | None) -> Mapping[str, Any] | None:
    if text is None:
        return None
    found = loads(text)
    return found if isinstance(found, dict) else None
