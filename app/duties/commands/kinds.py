"""The master of kinds of activity (活動種別)."""

from __future__ import annotations

from app.duties.tables import ActivityKind
from app.office.named_master import NamedMaster

_KINDS = NamedMaster(ActivityKind, "活動種別")

add_activity_kind = _KINDS.add
rename_activity_kind = _KINDS.rename
move_activity_kind = _KINDS.move
retire_activity_kind = _KINDS.retire
remove_activity_kind = _KINDS.remove
seed_activity_kinds = _KINDS.seed
