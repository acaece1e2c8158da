"""What is asked about supporters; every function only reads."""

from __future__ import annotations

from app.supporters.queries.card import (
    confirmations_of,
    insurances,
    levels_of,
    states_of,
    supporter_card,
    supporter_draft,
)
from app.supporters.queries.counts import centre_counts, counts
from app.supporters.queries.listing import SupporterListing, skill_names, supporters
from app.supporters.queries.lookups import (
    candidates_to_register,
    expiring,
    insured,
    registered_names,
    supporter_of,
    to_confirm,
    uninsured,
)
from app.supporters.queries.masters import levels, support_kinds
from app.supporters.queries.offers import offers

__all__ = [
    "SupporterListing",
    "candidates_to_register",
    "centre_counts",
    "confirmations_of",
    "counts",
    "expiring",
    "insurances",
    "insured",
    "levels",
    "levels_of",
    "offers",
    "registered_names",
    "skill_names",
    "states_of",
    "support_kinds",
    "supporter_card",
    "supporter_draft",
    "supporter_of",
    "supporters",
    "to_confirm",
    "uninsured",
]
