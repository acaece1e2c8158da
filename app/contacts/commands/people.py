"""Adding and changing people, and the bin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.contacts.checks import checked
from app.contacts.commands.consents import set_consideration
from app.contacts.commands.rows import person_row, person_rows
from app.contacts.custom import Subject
from app.contacts.derived import list_key, search_text
from app.contacts.person import Consideration, PersonDraft, PersonId
from app.contacts.queries.custom import own_words
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.office import queries as office
from app.office.towns import TownFinder
from app.storage.base import moment
from app.storage.bulk import add_rows

_FIELDS = tuple(field.name for field in fields(PersonDraft))


def add_person(session: Session, draft: PersonDraft) -> PersonId:
    """Add a person and return their key."""
    return add_people(session, (draft,))[0]


def add_people(
    session: Session, drafts: Sequence[PersonDraft], *, are_checked: bool = False
) -> list[PersonId]:
    """Add many people at once; their keys are in the order of the drafts.

    ``are_checked`` says that the drafts come from ``checks.checked`` as they are.
    """
    rules = _rules(session)
    columns = rules.derived if are_checked else rules.columns
    keys = add_rows(session, Person, [columns(draft) for draft in drafts])
    return [PersonId(key) for key in keys]


def change_person(session: Session, person: PersonId, draft: PersonDraft) -> None:
    """Replace what is written about a person."""
    change_people(session, {person: draft})


def change_people(session: Session, drafts: Mapping[PersonId, PersonDraft]) -> None:
    """Replace what is written about many people at once."""
    rules = _rules(session)
    known = person_rows(session, drafts)
    words = own_words(session, Subject.PERSON, list(drafts))
    for key, draft in drafts.items():
        for name, value in rules.columns(draft, words.get(key, ())).items():
            if getattr(known[key], name) != value:
                setattr(known[key], name, value)


def enter_person(
    session: Session, person: PersonId | None, draft: PersonDraft, needs: Consideration
) -> PersonId:
    """Write down a person as a form has them, new or known, together with what they need."""
    if person is None:
        person = add_person(session, draft)
    else:
        change_person(session, person, draft)
    set_consideration(session, person, needs)
    return person


def bin_person(session: Session, person: PersonId) -> None:
    """Move a person to the bin; everything about them stays and comes back with them."""
    row = person_row(session, person)
    if row.deleted_at is None:
        row.deleted_at = moment(session)


def restore_person(session: Session, person: PersonId) -> None:
    """Take a person out of the bin; one merged into another comes back by undoing that."""
    row = person_row(session, person)
    if row.merged_into_id is not None:
        raise Refusal(
            "この人は同じ人の別の記録にまとめてあります。「まとめを戻す」で戻してください。"
        )
    row.deleted_at = None


@dataclass(frozen=True)
class _Rules:
    """What a record is checked against, read once for many records."""

    today: date
    area_code: str
    towns: TownFinder

    def columns(self, draft: PersonDraft, words: Sequence[str] = ()) -> dict[str, Any]:
        """Return the columns of a draft, checked and with what is derived from them."""
        return self.derived(checked(draft, self.today, self.area_code), words)

    def derived(self, draft: PersonDraft, words: Sequence[str] = ()) -> dict[str, Any]:
        """Return the columns of a checked draft with what is derived from them."""
        values = {name: getattr(draft, name) for name in _FIELDS}
        if not draft.district_fixed:
            values["district_id"] = self.towns.district(draft.address_town + draft.address_number)
        values["sort_key"] = list_key(draft)
        values["search_text"] = search_text(draft, words)
        return values


def _rules(session: Session) -> _Rules:
    settings = office.settings(session)
    return _Rules(moment(session).date(), settings.area_code, office.town_finder(session))
