"""What is known of pairs that may be the same, and of merges."""

from app.duplicates.queries.candidates import candidates, not_same
from app.duplicates.queries.conflicts import conflicts
from app.duplicates.queries.details import Carried, PairDetails, Side, carried, pair_details
from app.duplicates.queries.merges import MergeRow, merged_into, merges
from app.duplicates.queries.merges import names_of as names

__all__ = [
    "Carried",
    "MergeRow",
    "PairDetails",
    "Side",
    "candidates",
    "carried",
    "conflicts",
    "merged_into",
    "merges",
    "names",
    "not_same",
    "pair_details",
]
