"""What can be done with supporters: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.supporters.commands.masters import seed_supporter_masters

__all__ = ["seed_supporter_masters"]
