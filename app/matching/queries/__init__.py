"""What is asked about requests and matches; every function only reads."""

from __future__ import annotations

from app.matching.queries.calendar import CalendarEntry, EntryKind, calendar, meetings
from app.matching.queries.facts import NO_DISTRICT, NO_KIND, NO_LEVEL, facts
from app.matching.queries.follow_ups import follow_ups
from app.matching.queries.match_card import (
    IncidentRow,
    MatchCard,
    StepRow,
    incidents,
    match_card,
)
from app.matching.queries.matches import (
    MatchListing,
    MatchRow,
    current_places,
    matches,
    matches_dealt_with,
    matches_of,
)
from app.matching.queries.needs import NeedCard, NeedListing, NeedRow, need_card, needs
from app.matching.queries.occupations import occupation_of, occupations
from app.matching.queries.proposal import Proposal, ProposedRequest, proposal
from app.matching.queries.ranking import (
    RankedPlace,
    bookings_for,
    open_requests,
    ranked,
    ranked_all,
    ranked_places,
    request_of,
)
from app.matching.queries.requests import (
    HandRow,
    RequestCard,
    RequestListing,
    RequestRow,
    hands,
    request_card,
    request_drafts,
    requests,
    requests_due,
    requests_of,
)
from app.matching.queries.results import DetailRow, Results, results
from app.matching.queries.slips import (
    ActivityRow,
    Slip,
    SlipRow,
    SlipSheet,
    activities,
    slip_sheet,
    slips_due,
    slips_of,
)
from app.matching.queries.warnings import clashes, warnings_for
from app.matching.queries.weights import stored_weights

__all__ = [
    "NO_DISTRICT",
    "NO_KIND",
    "NO_LEVEL",
    "ActivityRow",
    "CalendarEntry",
    "DetailRow",
    "EntryKind",
    "HandRow",
    "IncidentRow",
    "MatchCard",
    "MatchListing",
    "MatchRow",
    "NeedCard",
    "NeedListing",
    "NeedRow",
    "Proposal",
    "ProposedRequest",
    "RankedPlace",
    "RequestCard",
    "RequestListing",
    "RequestRow",
    "Results",
    "Slip",
    "SlipRow",
    "SlipSheet",
    "StepRow",
    "activities",
    "bookings_for",
    "calendar",
    "clashes",
    "current_places",
    "facts",
    "follow_ups",
    "hands",
    "incidents",
    "match_card",
    "matches",
    "matches_dealt_with",
    "matches_of",
    "meetings",
    "need_card",
    "needs",
    "occupation_of",
    "occupations",
    "open_requests",
    "proposal",
    "ranked",
    "ranked_all",
    "ranked_places",
    "request_card",
    "request_drafts",
    "request_of",
    "requests",
    "requests_due",
    "requests_of",
    "results",
    "slip_sheet",
    "slips_due",
    "slips_of",
    "stored_weights",
    "warnings_for",
]
