"""What can be done with requests and matches: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.matching.commands.weights import set_weights

__all__ = ["set_weights"]
