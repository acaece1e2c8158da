"""What can be asked of the daily log."""

from app.daily_log.queries.card import LogCard, entry_card
from app.daily_log.queries.days import days_with_entries, first_day, follow_ups, last_day, log_day
from app.daily_log.queries.entries import LogListing, LogRow, entries, entries_about
from app.daily_log.queries.links import link_names, links_by_day, links_taken
from app.daily_log.queries.partners import partners
from app.daily_log.queries.recall import Recalled, similar
from app.daily_log.queries.tallies import tallies, tally_facts

__all__ = [
    "LogCard",
    "LogListing",
    "LogRow",
    "Recalled",
    "days_with_entries",
    "entries",
    "entries_about",
    "entry_card",
    "first_day",
    "follow_ups",
    "last_day",
    "link_names",
    "links_by_day",
    "links_taken",
    "log_day",
    "partners",
    "similar",
    "tallies",
    "tally_facts",
]
