"""What pages and documents read of saved searches, and who meets their conditions."""

from app.searching.queries.choices import choices, course_years, own_choices
from app.searching.queries.matching import matching
from app.searching.queries.saved import (
    SavedSearchRow,
    saved_search,
    saved_searches,
    search_named,
)

__all__ = [
    "SavedSearchRow",
    "choices",
    "course_years",
    "matching",
    "own_choices",
    "saved_search",
    "saved_searches",
    "search_named",
]
