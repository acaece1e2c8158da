"""Surveys for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.gui.surveys.survey_list import returned
from app.surveys.queries import SurveyListing, SurveyRow, surveys
from app.surveys.survey import SurveyId


def find_surveys(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find surveys by title and target, the newest first."""
    return [
        Hit(row.title, f"アンケート　{returned(row)}", Target("issues", "survey", row.id))
        for row in store.ask(_first_surveys, text, limit)
    ]


def _first_surveys(session: Session, text: str, limit: int) -> Sequence[SurveyRow]:
    keys = SurveyListing(text=text).keys(session)[:limit]
    return surveys(session, [SurveyId(key) for key in keys])
