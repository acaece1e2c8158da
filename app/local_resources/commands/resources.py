"""Adding and changing resources, making them public, and the bin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.local_resources.checks import checked_resource
from app.local_resources.commands.openings import replace_openings
from app.local_resources.commands.rows import resource_row, resource_rows
from app.local_resources.derived import resource_key, resource_search_text
from app.local_resources.local_resource import LocalResourceDraft, LocalResourceId, View
from app.local_resources.opening import Opening, checked_openings
from app.local_resources.opening_text import opening_text, read_openings
from app.local_resources.queries.openings import openings_of
from app.local_resources.tables import LocalResource
from app.office import queries as office
from app.office.towns import TownFinder
from app.storage.base import moment
from app.storage.bulk import add_rows

_FIELDS = tuple(field.name for field in fields(LocalResourceDraft))


def add_resource(
    session: Session, draft: LocalResourceDraft, openings: Sequence[Opening] | None = None
) -> LocalResourceId:
    """Add a resource and return its key.

    Without ``openings`` the days are read from the words, where they can be; without words, the
    words are written from the days.
    """
    if openings is not None:
        openings = checked_openings(openings)
        draft = _with_words(draft, openings)
    key = add_resources(session, (draft,))[0]
    if openings is not None:
        replace_openings(session, {key: openings})
    return key


def add_resources(
    session: Session, drafts: Sequence[LocalResourceDraft], *, are_checked: bool = False
) -> list[LocalResourceId]:
    """Add many resources at once; their keys are in the order of the drafts.

    ``are_checked`` says that the drafts come from ``checked_resource`` as they are.
    """
    rules = _rules(session)
    columns = rules.derived if are_checked else rules.columns
    rows = [columns(draft) for draft in drafts]
    keys = [
        LocalResourceId(key)
        for key in add_rows(session, LocalResource, [{"confirmed_on": None, **row} for row in rows])
    ]
    read = {key: read_openings(row["opening"]) for key, row in zip(keys, rows, strict=True)}
    replace_openings(session, {key: days for key, days in read.items() if days})
    return keys


def change_resource(
    session: Session,
    resource: LocalResourceId,
    draft: LocalResourceDraft,
    openings: Sequence[Opening] | None = None,
) -> None:
    """Replace what is written about a resource; the opening days as in ``add_resource``."""
    if openings is None:
        change_resources(session, {resource: draft})
        return
    openings = checked_openings(openings)
    _write(session, {resource: _with_words(draft, openings)})
    replace_openings(session, {resource: openings})


def change_resources(
    session: Session, drafts: Mapping[LocalResourceId, LocalResourceDraft]
) -> None:
    """Replace what is written about many resources at once.

    Where the words of the opening days are new, the days are read from them; days that said what
    the old words said go with these.
    """
    days = openings_of(session, list(drafts))
    old = {key: row.opening for key, row in resource_rows(session, drafts).items()}
    written = _write(session, drafts)
    follow = {}
    for key, words in written.items():
        read = read_openings(words)
        known = days.get(key, ())
        if words != old[key] and (
            read or opening_text(known) == opening_text(read_openings(old[key]))
        ):
            follow[key] = read
    replace_openings(session, follow)


def publish_resources(
    session: Session, resources: Iterable[LocalResourceId], *, consented_on: date
) -> None:
    """Make many public at once, after their consent on a day; an earlier consent stays."""
    for row in resource_rows(session, resources).values():
        row.view = View.PUBLIC
        row.public_consent_on = row.public_consent_on or consented_on


def bin_resource(session: Session, resource: LocalResourceId) -> None:
    """Move a resource to the bin; everything about it stays and comes back with it."""
    row = resource_row(session, resource)
    if row.deleted_at is None:
        row.deleted_at = moment(session)


def restore_resource(session: Session, resource: LocalResourceId) -> None:
    """Take a resource out of the bin."""
    resource_row(session, resource).deleted_at = None


def refresh_resource_districts(session: Session) -> int:
    """Set the districts anew after 町名→圏域 changed; return how many it changed."""
    towns = office.town_finder(session)
    changed = 0
    for row in session.scalars(select(LocalResource).where(~LocalResource.district_fixed)):
        district = towns.district(row.address_town + row.address_number)
        if row.district_id != district:
            row.district_id = district
            changed += 1
    return changed


@dataclass(frozen=True)
class _Rules:
    """What a record is checked against, read once for many records."""

    area_code: str
    towns: TownFinder

    def columns(self, draft: LocalResourceDraft) -> dict[str, Any]:
        """Return the columns of a draft, checked and with what is derived from them."""
        return self.derived(checked_resource(draft, self.area_code))

    def derived(self, draft: LocalResourceDraft) -> dict[str, Any]:
        """Return the columns of a checked draft with what is derived from them."""
        values = {name: getattr(draft, name) for name in _FIELDS}
        if not draft.district_fixed:
            values["district_id"] = self.towns.district(draft.address_town + draft.address_number)
        values["sort_key"] = resource_key(draft)
        values["search_text"] = resource_search_text(draft)
        return values


def _rules(session: Session) -> _Rules:
    return _Rules(office.settings(session).area_code, office.town_finder(session))


def _write(
    session: Session, drafts: Mapping[LocalResourceId, LocalResourceDraft]
) -> dict[LocalResourceId, str]:
    """Store drafts and return the words of their opening days."""
    rules = _rules(session)
    known = resource_rows(session, drafts)
    for key, draft in drafts.items():
        for name, value in rules.columns(draft).items():
            if getattr(known[key], name) != value:
                setattr(known[key], name, value)
    return {key: row.opening for key, row in known.items()}


def _with_words(draft: LocalResourceDraft, openings: Sequence[Opening]) -> LocalResourceDraft:
    return draft if draft.opening.strip() else replace(draft, opening=opening_text(openings))
