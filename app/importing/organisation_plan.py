"""What would become of each row of a list of organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.organisation_checks import checked_organisation
from app.importing.districts import DistrictNames, with_line
from app.importing.drafts import DraftRow
from app.importing.judging import Stored, judge
from app.importing.kinds import KindNames
from app.importing.organisation_match import (
    ByName,
    OrganisationIdentity,
    is_renamed,
    organisation_identity,
    stored_identity,
)
from app.importing.organisation_merge import merge_organisation
from app.importing.planned import Fate, PlannedRow
from app.kernel.errors import Refusal
from app.office import queries as office

Row = DraftRow[OrganisationDraft]
Planned = PlannedRow[OrganisationDraft]


def plan_organisations(session: Session, drafts: Sequence[Row]) -> tuple[Planned, ...]:
    """Return what would become of every row, against the organisations known today."""
    rows = _Checking(session).rows(drafts)
    known = contacts.known_organisations(session)
    stored = Stored((one.id, stored_identity(one.text), one.binned) for one in known)
    above: ByName[int] = ByName()
    judged = [judge(row, organisation_identity(row.draft), stored, above, "団体") for row in rows]
    fates = _with_renamed(judged, stored.entries)
    keys = [OrganisationId(row.record) for row in fates if row.record is not None]
    drafts_there = contacts.organisation_drafts(session, keys)
    kinds = {kind.id: kind.name for kind in contacts.organisation_kinds(session)}
    return tuple(_merged(row, drafts_there, kinds) for row in fates)


class _Checking:
    """Brings drafts into the form they are stored in, or says why they cannot be."""

    def __init__(self, session: Session) -> None:
        self._area_code = office.settings(session).area_code
        self._districts = DistrictNames(session)
        self._kinds = KindNames(
            {row.name: row.id for row in contacts.organisation_kinds(session) if not row.retired}
        )

    def rows(self, rows: Sequence[Row]) -> list[Row]:
        return [row if row.refused else self._row(row) for row in rows]

    def _row(self, row: Row) -> Row:
        try:
            row = replace(row, draft=checked_organisation(row.draft, self._area_code))
        except Refusal as refusal:
            return replace(row, refused=refusal.text.rstrip("。"))
        row = self._districts.taken(row) if row.district else row
        return self._with_kind(row)

    def _with_kind(self, row: Row) -> Row:
        """Take the kind the list names, or the one the name itself says."""
        kind = self._kinds.named(row.kind) or self._kinds.said_by(row.kind, row.draft.name)
        draft = replace(row.draft, kind_id=kind)
        mended = row.mended
        if row.kind and self._kinds.named(row.kind) is None:
            draft = replace(draft, note=with_line(draft.note, f"種別（元の記載）: {row.kind}"))
            mended = (*mended, self._kinds.said_of(row.kind, kind))
        return replace(row, draft=draft, mended=mended)


def _with_renamed(
    rows: Sequence[Planned], entries: Mapping[int, OrganisationIdentity]
) -> list[Planned]:
    """Ask about a new row that may be a stored organisation, misspelt, that no other row is."""
    taken = {row.record for row in rows}
    by_phone: dict[str, list[int]] = defaultdict(list)
    for key, identity in entries.items():
        for phone in identity.phones if key not in taken else ():
            by_phone[phone].append(key)
    return [
        _renamed(row, by_phone, entries) if row.fate is Fate.ADD and by_phone else row
        for row in rows
    ]


def _renamed(
    row: Planned,
    by_phone: Mapping[str, Sequence[int]],
    entries: Mapping[int, OrganisationIdentity],
) -> Planned:
    sought = organisation_identity(row.draft)
    near = {key for phone in sought.phones for key in by_phone.get(phone, ())}
    like = [key for key in near if is_renamed(sought, entries[key])]
    if len(like) != 1:
        return row
    said = "電話番号と住所が同じで、名前の少し違う団体が登録されています"
    return replace(row, fate=Fate.DOUBTFUL, reasons=(said, *row.reasons), record=like[0])


def _merged(
    row: Planned, stored: Mapping[OrganisationId, OrganisationDraft], kinds: Mapping[int, str]
) -> Planned:
    """Say what a row changes about the organisation it is, or may be."""
    if row.record is None or row.fate is Fate.REFUSED:
        return row
    found = merge_organisation(stored[OrganisationId(row.record)], row.draft, kinds)
    fate = Fate.CHANGE if row.fate is Fate.SAME and found.changes else row.fate
    reasons = (*row.reasons, *found.remarks)
    return replace(row, fate=fate, reasons=reasons, merged=found.draft, changes=found.changes)
