"""Needs and local issues that came to light in a period, with how they came and what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.figure import Counted, Figure
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import queries as local_issues
from app.local_issues.queries import IssueListing, IssueRow
from app.matching import queries as matching
from app.matching.queries import NeedListing, NeedRow

_NEED, _ISSUE = "ニーズ", "課題"


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One need or issue as the city reads it: nobody is named."""

    sort: str
    key: int
    number: str
    on_day: date
    district: str
    content: str
    came: str
    handling: str


@dataclass(frozen=True, slots=True)
class FoundFigures:
    """Everything found in the period: the needs by day, then the issues."""

    needs: Figure
    issues: Figure
    lines: tuple[FoundLine, ...]


def found_figures(session: Session, first: date, last: date) -> FoundFigures:
    """Return the needs received and the issues found from one day to another."""
    years = (FiscalYear.of(first), FiscalYear.of(last))
    keys = [key for year in dict.fromkeys(years) for key in NeedListing(year=year).keys(session)]
    needs = [row for row in matching.needs(session, keys) if first <= row.received_on <= last]
    issues = local_issues.issues(session, IssueListing(first=first, last=last).keys(session))
    needs.sort(key=lambda row: (row.received_on, row.id))
    issues.sort(key=lambda row: (row.found_on, row.id))
    return FoundFigures(
        Figure(Counted.NEED, tuple(row.id for row in needs)),
        Figure(Counted.ISSUE, tuple(row.id for row in issues)),
        (*(_need(row) for row in needs), *(_issue(row) for row in issues)),
    )


def _need(row: NeedRow) -> FoundLine:
    handed = f"（{row.handed_to}）" if row.handed_to else ""
    return FoundLine(
        _NEED,
        row.id,
        row.number,
        row.received_on,
        row.district,
        row.content or "・".join(row.kinds),
        f"{row.route.label}の相談",
        f"{row.handling.label}{handed}",
    )


def _issue(row: IssueRow) -> FoundLine:
    said = "\n".join(filter(None, (row.title, row.content)))
    came = "　".join(filter(None, (row.brought_by.label, row.brought_from)))
    return FoundLine(
        _ISSUE, row.id, row.number, row.found_on, row.where, said, came, row.stage.label
    )
