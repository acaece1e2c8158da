"""The masters of supporters: levels of activity (活動レベル) and kinds of support (支援内容)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.supporters.masters import SupportKindDraft
from app.supporters.tables import ActivityLevel, SupportKind


def seed_supporter_masters(
    session: Session, levels: Sequence[str], kinds: Sequence[SupportKindDraft]
) -> None:
    """Fill the masters of a new office."""
    for position, name in enumerate(levels, start=1):
        session.add(ActivityLevel(name=name, position=position, retired=False))
    for position, kind in enumerate(kinds, start=1):
        session.add(
            SupportKind(
                name=kind.name,
                short_name=kind.short_name,
                distance_matters=kind.distance_matters,
                position=position,
                retired=False,
            )
        )
