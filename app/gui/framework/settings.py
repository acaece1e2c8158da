"""How this computer shows the program: one file, read once and checked.

What belongs to the office (its name, its rules) is kept in the office file instead.
"""

from __future__ import annotations

import logging
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import tomli_w

from app.gui.framework.sizes import DEFAULT, LARGEST, SMALLEST

logger = logging.getLogger(__name__)

LOOKS = ("system", "light", "dark")
_RECENT_KEPT = 8


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """Everything that can be set about the view.  ``recent`` holds office files, newest first."""

    text_size: int = DEFAULT
    look: str = "system"
    recent: tuple[str, ...] = ()

    def opened(self, path: Path) -> ViewSettings:
        """Return the settings after an office was opened."""
        name = str(path.absolute())
        others = [other for other in self.recent if other != name]
        return replace(self, recent=(name, *others)[:_RECENT_KEPT])

    def forgotten(self, path: Path) -> ViewSettings:
        """Return the settings without an office that is no longer there."""
        name = str(path.absolute())
        return replace(self, recent=tuple(other for other in self.recent if other != name))


class SettingsFile:
    """The file the settings are kept in."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.toml"

    def read(self) -> ViewSettings:
        """Return the settings; what is missing, damaged or out of range has its default."""
        try:
            found = tomllib.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return ViewSettings()
        except (OSError, ValueError):
            logger.warning("settings file cannot be read; defaults are used")
            return ViewSettings()
        known = {field.name for field in fields(ViewSettings)}
        good = {name: _value(name, value) for name, value in found.items() if name in known}
        return ViewSettings(**{name: value for name, value in good.items() if value is not None})

    def write(self, settings: ViewSettings) -> None:
        """Replace the file as a whole.  A folder that cannot be written to is only logged."""
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(tomli_w.dumps(asdict(settings)), "utf-8")
            part.replace(self._path)
        except OSError:
            logger.warning("settings file cannot be written")


def _value(name: str, value: Any) -> Any:
    """Return a value as the settings hold it, or nothing if it is not allowed."""
    if name == "text_size" and type(value) is int and SMALLEST <= value <= LARGEST:
        return value
    if name == "look" and value in LOOKS:
        return value
    if name == "recent" and isinstance(value, list):
        return tuple(entry for entry in value if isinstance(entry, str))[:_RECENT_KEPT]
    return None
