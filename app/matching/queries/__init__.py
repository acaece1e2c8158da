"""What is asked about requests and matches; every function only reads."""

from __future__ import annotations

from app.matching.queries.weights import stored_weights

__all__ = ["stored_weights"]
