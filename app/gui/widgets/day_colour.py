"""The colour in which the number of a day stands in a calendar."""

from __future__ import annotations

from datetime import date

from app.gui.framework import theme
from app.kernel.holidays import holiday_name

_SATURDAY, _SUNDAY = 5, 6


def day_colour(day: date) -> str:
    """Return the colour of a day's number: Sundays and holidays red, Saturdays in the accent."""
    colours = theme.current()
    if day.weekday() == _SUNDAY or holiday_name(day) is not None:
        return colours.problem
    return colours.accent if day.weekday() == _SATURDAY else colours.text
