"""Adding and changing organisations, and the bin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy.orm import Session

from app.contacts.commands.rows import organisation_row, organisation_rows
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.organisation_checks import checked_organisation
from app.contacts.organisation_derived import organisation_key, organisation_search_text
from app.contacts.queries.custom import own_words
from app.contacts.tables import Organisation
from app.kernel.errors import Refusal
from app.office import queries as office
from app.office.towns import TownFinder
from app.storage.base import moment
from app.storage.bulk import add_rows

_FIELDS = tuple(field.name for field in fields(OrganisationDraft))


def add_organisation(session: Session, draft: OrganisationDraft) -> OrganisationId:
    """Add an organisation and return its key."""
    return add_organisations(session, (draft,))[0]


def add_organisations(
    session: Session, drafts: Sequence[OrganisationDraft], *, are_checked: bool = False
) -> list[OrganisationId]:
    """Add many organisations at once; their keys are in the order of the drafts.

    ``are_checked`` says that the drafts come from ``checked_organisation`` as they are.
    """
    rules = _rules(session)
    columns = rules.derived if are_checked else rules.columns
    keys = add_rows(session, Organisation, [columns(draft) for draft in drafts])
    return [OrganisationId(key) for key in keys]


def change_organisation(
    session: Session, organisation: OrganisationId, draft: OrganisationDraft
) -> None:
    """Replace what is written about an organisation."""
    change_organisations(session, {organisation: draft})


def change_organisations(
    session: Session, drafts: Mapping[OrganisationId, OrganisationDraft]
) -> None:
    """Replace what is written about many organisations at once."""
    rules = _rules(session)
    known = organisation_rows(session, drafts)
    words = own_words(session, Subject.ORGANISATION, list(drafts))
    for key, draft in drafts.items():
        for name, value in rules.columns(draft, words.get(key, ())).items():
            if getattr(known[key], name) != value:
                setattr(known[key], name, value)


def bin_organisation(session: Session, organisation: OrganisationId) -> None:
    """Move an organisation to the bin; everything about it stays and comes back with it."""
    row = organisation_row(session, organisation)
    if row.deleted_at is None:
        row.deleted_at = moment(session)


def restore_organisation(session: Session, organisation: OrganisationId) -> None:
    """Take an organisation out of the bin; one merged into another comes back by undoing that."""
    row = organisation_row(session, organisation)
    if row.merged_into_id is not None:
        raise Refusal("この団体は別の記録にまとめてあります。「まとめを戻す」で戻してください。")
    row.deleted_at = None


@dataclass(frozen=True)
class _Rules:
    """What a record is checked against, read once for many records."""

    area_code: str
    towns: TownFinder

    def columns(self, draft: OrganisationDraft, words: Sequence[str] = ()) -> dict[str, Any]:
        """Return the columns of a draft, checked and with what is derived from them."""
        return self.derived(checked_organisation(draft, self.area_code), words)

    def derived(self, draft: OrganisationDraft, words: Sequence[str] = ()) -> dict[str, Any]:
        """Return the columns of a checked draft with what is derived from them."""
        values = {name: getattr(draft, name) for name in _FIELDS}
        if not draft.district_fixed:
            values["district_id"] = self.towns.district(draft.address_town + draft.address_number)
        values["sort_key"] = organisation_key(draft)
        values["search_text"] = organisation_search_text(draft, words)
        return values


def _rules(session: Session) -> _Rules:
    return _Rules(office.settings(session).area_code, office.town_finder(session))
