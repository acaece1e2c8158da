"""What should not have happened (ヒヤリ・事故): written down with its match, and closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.matching.commands.rows import incident_row, match_row
from app.matching.match import IncidentDraft, MatchId
from app.matching.tables import Incident, Match
from app.storage.base import moment

_FIELDS = tuple(field.name for field in fields(IncidentDraft))
_AFTERWARDS = {
    "insurance_claimed_on": "保険の手続きの日",
    "reported_on": "報告した日",
    "closed_on": "終わりにした日",
}


def add_incident(session: Session, match: MatchId, draft: IncidentDraft) -> int:
    """Write down an incident of a match and return its key."""
    asked_on = match_row(session, match).asked_on
    row = Incident(match_id=match, **_checked(session, draft, asked_on))
    session.add(row)
    session.flush()
    return row.id


def change_incident(session: Session, incident: int, draft: IncidentDraft) -> None:
    """Replace what is written about an incident."""
    row = incident_row(session, incident)
    asked_on = session.get_one(Match, row.match_id).asked_on
    for name, value in _checked(session, draft, asked_on).items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def remove_incident(session: Session, incident: int) -> None:
    """Take away an incident written down by mistake."""
    session.delete(incident_row(session, incident))


def _checked(session: Session, draft: IncidentDraft, asked_on: date) -> Mapping[str, object]:
    problems: dict[str, str] = {}
    draft = replace(draft, content=tidy(draft.content).text, response=tidy(draft.response).text)
    if not draft.content:
        problems["content"] = "何があったかを入力してください。"
    if not asked_on <= draft.happened_on <= moment(session).date():
        problems["happened_on"] = "起きた日は、打診した日から今日までの日を入力してください。"
    for name, word in _AFTERWARDS.items():
        day = getattr(draft, name)
        if day is not None and day < draft.happened_on:
            problems[name] = f"{word}が起きた日より前になっています。"
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)
    return {name: getattr(draft, name) for name in _FIELDS}
