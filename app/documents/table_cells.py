"""What a table file holds, whatever its format: rows of typed cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | datetime | time | None
_EXACT = 2**53


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``reading`` is the furigana stored with it, ``error`` an Excel error (#N/A)."""

    value: Value = None
    reading: str = ""
    error: str = ""

    @property
    def text(self) -> str:
        """Return the cell as plain text: days as 2026-04-01, whole numbers without a point."""
        match self.value:
            case None:
                return self.error
            case bool():
                return "TRUE" if self.value else "FALSE"
            case float():
                return repr(self.value)
            case datetime():
                return f"{self.value:%Y-%m-%d %H:%M:%S}"
            case time():
                return f"{self.value:%H:%M}" if not self.value.second else f"{self.value:%H:%M:%S}"
            case _:
                return str(self.value)

    @property
    def empty(self) -> bool:
        """Return whether nothing stands in the cell; blanks are nothing."""
        return not self.text.strip()


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class RawTable:
    """A sheet as read: row 1 of the file is ``rows[0]``, empty rows included."""

    sheet: str
    other_sheets: tuple[str, ...]
    rows: list[list[Cell]]
    notes: tuple[str, ...] = ()
    """What a person should know about how the file was read (encoding, quotes)."""


def typed(value: object) -> Value:
    """Return a reader's value as one of ours."""
    match value:
        case "" | None:
            return None
        case float() if abs(value) < _EXACT and value.is_integer():
            return int(value)
        case timedelta():
            return _duration(value)
        case str() | int() | float() | date() | time():
            return value
        case _:
            return str(value)


def _duration(value: timedelta) -> Value:
    seconds = round(value.total_seconds())
    hours, rest = divmod(seconds, 3600)
    if 0 <= hours < 24:
        return time(hours, rest // 60, rest % 60)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"
