"""What the course pages and reports read.  Rows leave here as plain values."""

from app.training.queries.applications import (
    ApplicationListing,
    ApplicationRow,
    Promotions,
    application,
    considerations,
    promotions,
)
from app.training.queries.attendances import Attended, attendances_between
from app.training.queries.completion import (
    CertificateRow,
    Proposal,
    Reissue,
    certificates,
    propose_completion,
    register,
)
from app.training.queries.course_card import (
    CourseCard,
    Kind,
    SessionCard,
    course,
    course_of,
    draft_for,
    kinds,
    next_term,
    sessions,
)
from app.training.queries.courses import Counts, CourseListing, CourseRow, counts
from app.training.queries.figures import (
    CourseFigures,
    CrossRow,
    Figure,
    SessionFigures,
    course_figures,
)
from app.training.queries.marking import (
    Absentee,
    AtRisk,
    SessionOfDay,
    SessionSummary,
    absentees,
    at_risk,
    session_summary,
    sessions_between,
    summary_of,
)
from app.training.queries.people import PersonTraining, completed_kinds, trainings_of
from app.training.queries.sheet import sheet
from app.training.sheet import Cell, Sheet, SheetRow, SheetSession

__all__ = [
    "Absentee",
    "ApplicationListing",
    "ApplicationRow",
    "AtRisk",
    "Attended",
    "Cell",
    "CertificateRow",
    "Counts",
    "CourseCard",
    "CourseFigures",
    "CourseListing",
    "CourseRow",
    "CrossRow",
    "Figure",
    "Kind",
    "PersonTraining",
    "Promotions",
    "Proposal",
    "Reissue",
    "SessionCard",
    "SessionFigures",
    "SessionOfDay",
    "SessionSummary",
    "Sheet",
    "SheetRow",
    "SheetSession",
    "absentees",
    "application",
    "at_risk",
    "attendances_between",
    "certificates",
    "completed_kinds",
    "considerations",
    "counts",
    "course",
    "course_figures",
    "course_of",
    "draft_for",
    "kinds",
    "next_term",
    "promotions",
    "propose_completion",
    "register",
    "session_summary",
    "sessions",
    "sessions_between",
    "sheet",
    "summary_of",
    "trainings_of",
]
