"""What can be done with resources: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.local_resources.commands.masters import (
    add_resource_kind,
    move_resource_kind,
    remove_resource_kind,
    rename_resource_kind,
    retire_resource_kind,
    seed_resource_kinds,
)

__all__ = [
    "add_resource_kind",
    "move_resource_kind",
    "remove_resource_kind",
    "rename_resource_kind",
    "retire_resource_kind",
    "seed_resource_kinds",
]
