"""The masters of supporters: levels of activity (活動レベル) and kinds of support (支援内容)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.kernel.text import tidy
from app.office.named_master import NamedMaster
from app.supporters.masters import SupportKindDraft
from app.supporters.tables import ActivityLevel, SupportKind

_LEVELS = NamedMaster(ActivityLevel, "活動レベル")
_KINDS = NamedMaster(SupportKind, "支援内容")

add_level = _LEVELS.add
rename_level = _LEVELS.rename
move_level = _LEVELS.move
retire_level = _LEVELS.retire
remove_level = _LEVELS.remove

add_support_kind = _KINDS.add
rename_support_kind = _KINDS.rename
move_support_kind = _KINDS.move
retire_support_kind = _KINDS.retire
remove_support_kind = _KINDS.remove


def change_support_kind(
    session: Session, kind: int, *, short_name: str, distance_matters: bool
) -> None:
    """Set what stands for a kind in narrow columns, and whether distance counts for it."""
    row = _KINDS.row(session, kind)
    row.short_name = tidy(short_name).text
    row.distance_matters = distance_matters


def seed_supporter_masters(
    session: Session, levels: Sequence[str], kinds: Sequence[SupportKindDraft]
) -> None:
    """Fill the masters of a new office."""
    _LEVELS.seed(session, levels)
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
