"""Needs and surveys an issue may rest on, and resources that may come of it, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.found_edit import FoundEdit
from app.gui.widgets.person_picker import SHOWN, Choice
from app.matching.need import NeedId
from app.matching.queries import NeedListing, NeedRow, needs
from app.surveys.queries import SurveyListing, SurveyRow, surveys
from app.surveys.survey import SurveyId


def prepare_need(edit: FoundEdit, store: ObservableStore) -> None:
    """Let a field find a need by its number or its content."""

    def find(text: str) -> Sequence[Choice]:
        return [_need(row) for row in store.ask(_first_needs, text)]

    def known(key: int) -> Choice:
        return _need(store.ask(needs, [NeedId(key)])[0])

    edit.prepare("ニーズ", "受付番号か内容の一部を打つ", find, known)


def prepare_survey(edit: FoundEdit, store: ObservableStore) -> None:
    """Let a field find a survey by its title."""

    def find(text: str) -> Sequence[Choice]:
        return [_survey(row) for row in store.ask(_first_surveys, text)]

    def known(key: int) -> Choice:
        return _survey(store.ask(surveys, [SurveyId(key)])[0])

    edit.prepare("アンケート", "名前の一部を打つ", find, known)


def _first_needs(session: Session, text: str) -> Sequence[NeedRow]:
    keys = NeedListing(text=text).keys(session)[:SHOWN]
    return needs(session, [NeedId(key) for key in keys])


def _first_surveys(session: Session, text: str) -> Sequence[SurveyRow]:
    keys = SurveyListing(text=text).keys(session)[:SHOWN]
    return surveys(session, [SurveyId(key) for key in keys])


def _need(row: NeedRow) -> Choice:
    what = row.content.split("\n")[0] or "・".join(row.kinds)
    return Choice(row.id, f"{row.number}　{what}", row.district)


def _survey(row: SurveyRow) -> Choice:
    return Choice(row.id, row.title, row.target)
