"""An entry of a named master as lists show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MasterRow:
    """An entry of a master as lists show it."""

    id: int
    name: str
    position: int
    retired: bool
