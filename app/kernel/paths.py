"""The folders the program may write to or reads its forms from; built once, in wiring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Paths:
    """Where things are on this computer."""

    data: Path
    logs: Path
    backups: Path
    forms: Path

    @classmethod
    def under(cls, root: Path) -> Self:
        """Return the folders for a program that keeps everything below ``root``."""
        return cls(root / "data", root / "logs", root / "backups", root / "forms")

    def create(self) -> None:
        """Make the folders that are not there yet.  Raises ``OSError`` if that is not allowed."""
        for folder in (self.data, self.logs, self.backups, self.forms):
            folder.mkdir(parents=True, exist_ok=True)
