"""The issues of a fiscal year, counted."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.local_issues.analysis import Analysis, IssueFact, analysed
from app.local_issues.queries.card import steps_of
from app.local_issues.queries.issues import IssueListing, IssueRow, issues
from app.local_issues.queries.masters import issue_kinds
from app.local_issues.stages import Step, step_on
from app.office import queries as office


def analysis(session: Session, year: FiscalYear) -> Analysis:
    """Return the issues worked on in a year by district, kind and their stage at its end."""
    keys = IssueListing(year=year).keys(session)
    steps = steps_of(session, keys)
    facts = [_fact(row, steps[row.id], year) for row in issues(session, keys)]
    return analysed(
        facts,
        [one.name for one in office.districts(session)],
        [one.name for one in issue_kinds(session)],
    )


def _fact(row: IssueRow, steps: tuple[Step, ...], year: FiscalYear) -> IssueFact:
    submitted = row.submitted_on is not None and row.submitted_on in year
    return IssueFact(
        id=row.id,
        districts=row.districts,
        kind=row.kind,
        stage=step_on(steps, year.last_day).stage,
        found_in_year=row.found_on in year,
        submitted=submitted,
        answered=submitted and row.answered_on is not None,
        taken_up=submitted and row.taken_up,
    )
