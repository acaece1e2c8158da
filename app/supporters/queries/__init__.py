"""What is asked about supporters; every function only reads."""

from __future__ import annotations

from app.supporters.queries.masters import levels, support_kinds

__all__ = ["levels", "support_kinds"]
