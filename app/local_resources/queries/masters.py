"""The master of kinds of resources (社会資源の区分)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.local_resources.local_resource import ResourceKindRow
from app.local_resources.tables import ResourceKind


def resource_kinds(session: Session) -> tuple[ResourceKindRow, ...]:
    """Return every kind of resource in its order, retired ones among them."""
    columns = (ResourceKind.id, ResourceKind.name, ResourceKind.position, ResourceKind.retired)
    query = select(*columns).order_by(ResourceKind.position, ResourceKind.id)
    return tuple(ResourceKindRow(*row) for row in session.execute(query))
