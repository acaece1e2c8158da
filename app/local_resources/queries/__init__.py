"""What is asked about resources; every function only reads."""

from __future__ import annotations

from app.local_resources.queries.calls import CallListing, stale
from app.local_resources.queries.confirmations import (
    confirmations,
    confirmations_between,
    last_confirmation,
)
from app.local_resources.queries.counts import ResourceCounts, ResourceMoves, resource_counts
from app.local_resources.queries.lists import (
    resources_for_list,
    without_publication_consent,
)
from app.local_resources.queries.map import map_areas, map_points, map_state
from app.local_resources.queries.masters import resource_kinds
from app.local_resources.queries.openings import open_days_between, openings_of
from app.local_resources.queries.resources import (
    RESOURCES,
    KnownResource,
    ResourceListing,
    known_resources,
    resource_card,
    resource_drafts,
    resources,
    resources_of,
)

__all__ = [
    "RESOURCES",
    "CallListing",
    "KnownResource",
    "ResourceCounts",
    "ResourceListing",
    "ResourceMoves",
    "confirmations",
    "confirmations_between",
    "known_resources",
    "last_confirmation",
    "map_areas",
    "map_points",
    "map_state",
    "open_days_between",
    "openings_of",
    "resource_card",
    "resource_counts",
    "resource_drafts",
    "resource_kinds",
    "resources",
    "resources_for_list",
    "resources_of",
    "stale",
    "without_publication_consent",
]
