"""Where the program's own files lie: beside the code, or inside the bundle."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[2]))


def resources() -> Path:
    """Return the folder of forms, fonts, icons, styles and data."""
    return ROOT / "resources"


def migrations() -> Path:
    """Return the folder of the steps that bring an office file up to date."""
    return ROOT / "db" / "migrations"
