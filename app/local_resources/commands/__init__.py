"""What can be done with resources: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.local_resources.commands.masters import seed_resource_kinds

__all__ = ["seed_resource_kinds"]
