"""Needs, resources, issues, surveys and meetings behind a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.council import queries as council
from app.gui.framework.search import Target
from app.gui.results.figure_row import DAY, FigureRow
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.local_issues import queries as local_issues
from app.local_resources import queries as local_resources
from app.local_resources.local_resource import LocalResourceId
from app.matching import queries as matching
from app.surveys import queries as surveys

NEED_TABLES = frozenset({"need", "need_kind"})
RESOURCE_TABLES = frozenset({"local_resource", "resource_confirmation"})
ISSUE_TABLES = frozenset({"local_issue", "issue_step", "issue_district"})
SURVEY_TABLES = frozenset({"survey", "answer_sheet"})
MEETING_TABLES = frozenset({"meeting", "council", "agenda_item", "attendee"})


def needs(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these needs, with what is done about them; nobody is named."""
    return [
        FigureRow(
            row.id,
            format_day(row.received_on, DAY),
            row.content or _joined(*row.kinds),
            "",
            _joined(row.number, row.district, row.handling.label, row.handed_to),
            Target("matching", "need", row.id),
        )
        for row in matching.needs(session, keys)
    ]


def resources(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these resources, with who runs them."""
    wanted = [LocalResourceId(key) for key in keys]
    return [
        FigureRow(
            row.id,
            "",
            row.name,
            row.organisation,
            _joined(row.district, row.kind, row.opening),
            Target("local_resources", "resource", row.id),
        )
        for row in local_resources.resources(session, wanted)
    ]


def issues(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these issues, with their stage."""
    return [
        FigureRow(
            row.id,
            format_day(row.found_on, DAY),
            row.title,
            row.actors,
            _joined(row.number, row.where, row.kind, row.stage.label),
            Target("issues", "issue", row.id),
        )
        for row in local_issues.issues(session, keys)
    ]


def asked(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these surveys, with how many sheets came back."""
    return [
        FigureRow(
            row.id,
            format_day(row.starts_on, DAY) if row.starts_on else str(FiscalYear(row.fiscal_year)),
            row.title,
            row.target,
            f"回答 {row.sheets}枚",
            Target("issues", "survey", row.id),
        )
        for row in surveys.surveys(session, keys)
    ]


def meetings(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these meetings, with what was on the agenda."""
    return [
        FigureRow(
            row.id,
            format_day(row.held_on, DAY),
            row.title,
            "参加" if row.attended else "",
            _joined(row.venue, "・".join(row.agenda)),
            Target("council", "meeting", row.id),
        )
        for row in council.meetings(session, keys)
    ]


def _joined(*parts: str) -> str:
    return "　".join(part for part in parts if part)
