"""What can be done to the daily log."""

from app.daily_log.commands.days import set_day
from app.daily_log.commands.entries import (
    add_entries,
    add_entry,
    bin_entries,
    change_entry,
    finish_next,
    forget_link,
    restore_entries,
)

__all__ = [
    "add_entries",
    "add_entry",
    "bin_entries",
    "change_entry",
    "finish_next",
    "forget_link",
    "restore_entries",
    "set_day",
]
