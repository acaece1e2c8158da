"""The master of kinds of resources (社会資源の区分)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.local_resources.tables import ResourceKind


def seed_resource_kinds(session: Session, names: Sequence[str]) -> None:
    """Fill the master of a new office."""
    for position, name in enumerate(names, start=1):
        session.add(ResourceKind(name=name, position=position, retired=False))
