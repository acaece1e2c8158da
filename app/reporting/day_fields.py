"""A day as one field and as its parts, for forms that have a box for each: 令和 / 8 / 4 / 1."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.kernel.eras import era_of

PARTS = ("元号", "年", "月", "日")


def day_fields(name: str, day: date | None) -> dict[str, Any]:
    """Return ``name`` and, of that day, era, year of the era, month and day apart."""
    if day is None:
        return {name: None, **{f"{name}の{part}": None for part in PARTS}}
    era = era_of(day)
    year = era.year_of(day.year) if era else day.year
    parts = (era.name if era else "西暦", year, day.month, day.day)
    return {
        name: day,
        **{f"{name}の{part}": value for part, value in zip(PARTS, parts, strict=True)},
    }
