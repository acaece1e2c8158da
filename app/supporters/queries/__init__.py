"""What is asked about supporters; every function only reads."""

from __future__ import annotations

from app.supporters.queries.card import insurances, supporter_card
from app.supporters.queries.counts import counts
from app.supporters.queries.listing import SupporterListing, supporters
from app.supporters.queries.lookups import (
    candidates_to_register,
    expiring,
    insured,
    supporter_of,
    to_confirm,
    uninsured,
)
from app.supporters.queries.masters import levels, support_kinds
from app.supporters.queries.offers import offers

__all__ = [
    "SupporterListing",
    "candidates_to_register",
    "counts",
    "expiring",
    "insurances",
    "insured",
    "levels",
    "offers",
    "support_kinds",
    "supporter_card",
    "supporter_of",
    "supporters",
    "to_confirm",
    "uninsured",
]
