"""What would become of each row of a list of resources of the area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.derived import digits
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.queries import OrganisationListing
from app.importing.districts import DistrictNames, with_line
from app.importing.drafts import DraftRow
from app.importing.judging import Stored, judge
from app.importing.organisation_match import ByName, OrganisationIdentity, organisation_identity
from app.importing.planned import Fate, PlannedRow
from app.importing.resource_merge import merge_resource
from app.kernel.errors import Refusal
from app.kernel.folding import fold
from app.local_resources import queries as local_resources
from app.local_resources.checks import checked_resource
from app.local_resources.local_resource import LocalResourceDraft, LocalResourceId
from app.office import queries as office

Row = DraftRow[LocalResourceDraft]
Planned = PlannedRow[LocalResourceDraft]
_WORD = "社会資源"


def plan_resources(session: Session, drafts: Sequence[Row]) -> tuple[Planned, ...]:
    """Return what would become of every row, against the resources known today."""
    rows = _Checking(session).rows(drafts)
    known = local_resources.known_resources(session)
    stored = Stored((one.id, _identity(one.draft), one.binned) for one in known)
    above: ByName[int] = ByName()
    judged = [judge(row, _identity(row.draft), stored, above, _WORD) for row in rows]
    there = {one.id: one.draft for one in known}
    kinds = {row.id: row.name for row in local_resources.resource_kinds(session)}
    return tuple(_merged(row, there, kinds) for row in judged)


class _Checking:
    """Brings drafts into the form they are stored in, or says why they cannot be."""

    def __init__(self, session: Session) -> None:
        self._area_code = office.settings(session).area_code
        self._districts = DistrictNames(session)
        self._kinds = {
            fold(row.name): row.id
            for row in local_resources.resource_kinds(session)
            if not row.retired
        }
        self._organisations = _organisations(session)

    def rows(self, rows: Sequence[Row]) -> list[Row]:
        return [row if row.refused else self._row(row) for row in rows]

    def _row(self, row: Row) -> Row:
        try:
            row = replace(row, draft=checked_resource(row.draft, self._area_code))
        except Refusal as refusal:
            return replace(row, refused=refusal.text.rstrip("。"))
        row = self._districts.taken(row) if row.district else row
        return self._with_runner(self._with_kind(row))

    def _with_kind(self, row: Row) -> Row:
        kind = self._kinds.get(fold(row.kind)) if row.kind else None
        if kind is not None or not row.kind:
            return replace(row, draft=replace(row.draft, kind_id=kind))
        return _noted(row, "区分", row.kind)

    def _with_runner(self, row: Row) -> Row:
        """Take the one organisation of this name; another name is kept in the note."""
        if not row.run_by:
            return row
        names = organisation_identity(OrganisationDraft(name=row.run_by)).names
        found = {key for name in names for key in self._organisations.get(name, ())}
        if len(found) != 1:
            return _noted(row, "主体", row.run_by)
        return replace(row, draft=replace(row.draft, organisation_id=found.pop()))


def _organisations(session: Session) -> Mapping[str, set[OrganisationId]]:
    """Return the organisations there are by their names as they are compared."""
    keys = [OrganisationId(key) for key in OrganisationListing().keys(session)]
    found: dict[str, set[OrganisationId]] = {}
    for key, draft in contacts.organisation_drafts(session, keys).items():
        for name in organisation_identity(draft).names:
            found.setdefault(name, set()).add(key)
    return found


def _noted(row: Row, what: str, text: str) -> Row:
    note = with_line(row.draft.note, f"{what}（元の記載）: {text}")
    said = f"{what}「{text}」は一覧にないため、備考に残します"
    return replace(row, draft=replace(row.draft, note=note), mended=(*row.mended, said))


def _identity(draft: LocalResourceDraft) -> OrganisationIdentity:
    """Return what tells one resource from another: name, telephones and place."""
    return OrganisationIdentity(
        frozenset({fold(draft.name)} - {""}),
        frozenset({digits(draft.public_phone), digits(draft.internal_phone)} - {""}),
        fold(draft.address_town + draft.address_number),
    )


def _merged(
    row: Planned, stored: Mapping[LocalResourceId, LocalResourceDraft], kinds: Mapping[int, str]
) -> Planned:
    """Say what a row changes about the resource it is, or may be."""
    if row.record is None or row.fate is Fate.REFUSED:
        return row
    merged = merge_resource(stored[LocalResourceId(row.record)], row.draft, kinds)
    fate = Fate.CHANGE if row.fate is Fate.SAME and merged.changes else row.fate
    return replace(row, fate=fate, merged=merged.draft, changes=merged.changes)
