"""What can be done with resources: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.local_resources.commands.confirmations import (
    change_confirmation,
    confirm_resource,
    confirm_resources,
    remove_confirmation,
)
from app.local_resources.commands.map import (
    import_areas,
    import_map,
    import_points,
    remove_map,
)
from app.local_resources.commands.masters import (
    add_resource_kind,
    move_resource_kind,
    remove_resource_kind,
    rename_resource_kind,
    retire_resource_kind,
    seed_resource_kinds,
)
from app.local_resources.commands.openings import set_openings
from app.local_resources.commands.resources import (
    add_resource,
    add_resources,
    bin_resource,
    change_resource,
    change_resources,
    publish_resources,
    refresh_resource_districts,
    restore_resource,
)

__all__ = [
    "add_resource",
    "add_resource_kind",
    "add_resources",
    "bin_resource",
    "change_confirmation",
    "change_resource",
    "change_resources",
    "confirm_resource",
    "confirm_resources",
    "import_areas",
    "import_map",
    "import_points",
    "move_resource_kind",
    "publish_resources",
    "refresh_resource_districts",
    "remove_confirmation",
    "remove_map",
    "remove_resource_kind",
    "rename_resource_kind",
    "restore_resource",
    "retire_resource_kind",
    "seed_resource_kinds",
    "set_openings",
]
