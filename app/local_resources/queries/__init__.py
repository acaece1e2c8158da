"""What is asked about resources; every function only reads."""

from __future__ import annotations

from app.local_resources.queries.masters import resource_kinds

__all__ = ["resource_kinds"]
