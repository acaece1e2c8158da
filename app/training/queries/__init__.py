"""What the course pages and reports read.  Rows leave here as plain values."""

from app.training.queries.applications import (
    ApplicationListing,
    ApplicationRow,
    Promotions,
    application,
    considerations,
    promotions,
)
from app.training.queries.course_card import (
    CourseCard,
    Kind,
    SessionCard,
    course,
    draft_for,
    kinds,
    next_term,
    sessions,
)
from app.training.queries.courses import Counts, CourseListing, CourseRow, counts
from app.training.queries.marking import (
    Absentee,
    AtRisk,
    SessionOfDay,
    SessionSummary,
    absentees,
    at_risk,
    session_summary,
    sessions_between,
)
from app.training.queries.people import completed_kinds
from app.training.queries.sheet import Cell, Sheet, SheetRow, SheetSession, sheet

__all__ = [
    "Absentee",
    "ApplicationListing",
    "ApplicationRow",
    "AtRisk",
    "Cell",
    "Counts",
    "CourseCard",
    "CourseListing",
    "CourseRow",
    "Kind",
    "Promotions",
    "SessionCard",
    "SessionOfDay",
    "SessionSummary",
    "Sheet",
    "SheetRow",
    "SheetSession",
    "absentees",
    "application",
    "at_risk",
    "completed_kinds",
    "considerations",
    "counts",
    "course",
    "draft_for",
    "kinds",
    "next_term",
    "promotions",
    "session_summary",
    "sessions",
    "sessions_between",
    "sheet",
]
