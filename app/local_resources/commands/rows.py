"""The rows a command works on, or a refusal where somebody else removed them meanwhile."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.kernel.errors import Refusal
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.tables import LocalResource

_GONE = "この社会資源は削除されています。"


def resource_row(session: Session, resource: LocalResourceId) -> LocalResource:
    """Return a resource, in the bin or not."""
    return resource_rows(session, (resource,))[resource]


def resource_rows(
    session: Session, keys: Iterable[LocalResourceId]
) -> dict[LocalResourceId, LocalResource]:
    """Return all of these resources; refuse if one is missing."""
    wanted = list(dict.fromkeys(keys))
    found: dict[LocalResourceId, LocalResource] = {}
    for chunk in chunks(wanted):
        query = select(LocalResource).where(LocalResource.id.in_(chunk))
        found.update((LocalResourceId(row.id), row) for row in session.scalars(query))
    if len(found) != len(wanted):
        raise Refusal(_GONE)
    return found
