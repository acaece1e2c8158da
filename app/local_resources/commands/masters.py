"""The master of kinds of resources (社会資源の区分)."""

from __future__ import annotations

from app.local_resources.tables import ResourceKind
from app.office.named_master import NamedMaster

_KINDS = NamedMaster(ResourceKind, "資源の区分")

seed_resource_kinds = _KINDS.seed
add_resource_kind = _KINDS.add
rename_resource_kind = _KINDS.rename
move_resource_kind = _KINDS.move
retire_resource_kind = _KINDS.retire
remove_resource_kind = _KINDS.remove
