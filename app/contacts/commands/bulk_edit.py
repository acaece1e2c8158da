"""Changing one thing of many people or organisations (まとめて変更), as one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy.orm import Session

from app.contacts.bulk_edit import Edit, EditFate, EditField, EditPlan
from app.contacts.commands.custom import set_customs
from app.contacts.commands.organisations import change_organisations
from app.contacts.commands.people import change_people
from app.contacts.commands.tags import tag, untag
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.contacts.queries.bulk_edit import edit_plan
from app.contacts.queries.keys import chunks
from app.kernel.errors import Refusal
from app.kernel.progress import Progress, Silent
from app.storage.base import moment

_SILENT = Silent()


def edit_many(
    session: Session, edit: Edit, keys: Sequence[int], progress: Progress = _SILENT
) -> int:
    """Change these records, and return how many of them were not like that already.

    Raises ``Refusal`` where one of them may not be changed any more, and changes nothing.
    ``progress`` counts records; it may raise ``Cancelled``, and then nothing is changed either.
    """
    plan = edit_plan(session, edit, keys, moment(session).date())
    for line in plan.lines:
        if line.fate is EditFate.REFUSED:
            raise Refusal(f"{line.name or 'この記録'}：{line.reason}")
    wanted = plan.keys(EditFate.CHANGE)
    done = 0
    for chunk in chunks(wanted):
        progress.step(done, len(wanted))
        _change(session, plan, chunk)
        done += len(chunk)
    progress.step(done, len(wanted))
    return done


def _change(session: Session, plan: EditPlan, keys: Sequence[int]) -> None:
    edit = plan.edit
    if edit.known is None:
        set_customs(session, edit.subject, {key: {edit.own: edit.value} for key in keys})
    elif edit.known is EditField.TAG_ON:
        tag(session, int(edit.value), **_bearers(edit.subject, keys))
    elif edit.known is EditField.TAG_OFF:
        untag(session, int(edit.value), **_bearers(edit.subject, keys))
    elif edit.subject is Subject.PERSON:
        people = {PersonId(key): cast("PersonDraft", plan.drafts[key]) for key in keys}
        change_people(session, people)
    else:
        bodies = {OrganisationId(key): cast("OrganisationDraft", plan.drafts[key]) for key in keys}
        change_organisations(session, bodies)


def _bearers(subject: Subject, keys: Sequence[int]) -> dict[str, Sequence[Any]]:
    if subject is Subject.PERSON:
        return {"people": [PersonId(key) for key in keys]}
    return {"organisations": [OrganisationId(key) for key in keys]}
