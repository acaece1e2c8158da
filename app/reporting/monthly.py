"""月次業務報告書 as a value (section 3.9): every number with the rows it counts, 当月 and 累計.

累計 runs from 1 April to the end of the month.  Of the log only entries for the city count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from app.daily_log import queries as daily_log
from app.daily_log.queries import LogListing, LogRow
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import queries as local_resources
from app.local_resources.queries import ResourceCounts
from app.matching import queries as matching
from app.reporting.found_figures import FoundFigures, found_figures
from app.reporting.log_figures import LogFigures, log_figures
from app.reporting.meeting_figures import MeetingFigures, meeting_figures
from app.reporting.plan_figures import PlannedLine, planned_lines
from app.reporting.spans import Spans
from app.reporting.supporter_figures import SupporterFigures, supporter_figures
from app.reporting.training_figures import TrainingFigures, training_figures
from app.submissions import queries as submissions
from app.submissions.submission import TextPart

DOCUMENT = "monthly-report"
PARTS = (TextPart.PROBLEMS, TextPart.PROPOSALS, TextPart.NEXT)
"""The parts the coordinator writes."""


@dataclass(frozen=True, slots=True)
class Monthly:
    """The report of one month, in the order of its parts."""

    year: FiscalYear
    first: date
    last: date
    log: Spans[LogFigures]
    entries: tuple[LogRow, ...]
    partners: Mapping[int, str]
    """With whom each entry was, without naming anybody."""
    meetings: Spans[MeetingFigures]
    training: Spans[TrainingFigures]
    supporters: Spans[SupporterFigures]
    resources: Spans[ResourceCounts]
    found: Spans[FoundFigures]
    planned: tuple[PlannedLine, ...]
    texts: Mapping[TextPart, str]


def monthly(session: Session, year: FiscalYear, month: int) -> Monthly:
    """Return the report of a month (1 to 12) of a fiscal year as the facts are now."""
    first, last = year.month(month)
    facts = matching.facts(session)
    listing = LogListing(first=first, last=last, to_city=True)
    rows = listing.rows(session, keys := listing.keys(session))
    begin = year.first_day
    return Monthly(
        year,
        first,
        last,
        log_figures(session, begin, first, last),
        tuple(sorted((rows[key] for key in keys), key=_in_order)),
        daily_log.partners(session, keys),
        Spans(meeting_figures(session, first, last), meeting_figures(session, begin, last)),
        Spans(training_figures(session, first, last), training_figures(session, begin, last)),
        Spans(
            supporter_figures(session, facts, first, last),
            supporter_figures(session, facts, begin, last),
        ),
        Spans(
            local_resources.resource_counts(session, first, last),
            local_resources.resource_counts(session, begin, last),
        ),
        Spans(found_figures(session, first, last), found_figures(session, begin, last)),
        planned_lines(session, year, first, last),
        submissions.report_texts(session, DOCUMENT, first),
    )


def _in_order(row: LogRow) -> tuple[date, time, int]:
    return row.on_day, row.starts_at or time.max, row.id
