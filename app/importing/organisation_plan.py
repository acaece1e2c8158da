"""What would become of each row of a list of organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.identity import Level, Likeness
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.organisation_checks import checked_organisation
from app.importing.districts import DistrictNames, with_line
from app.importing.drafts import DraftRow
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
    stored = _Stored(session)
    above: ByName[int] = ByName()
    fates = _with_renamed([_judged(row, stored, above) for row in rows], stored.entries)
    keys = [OrganisationId(row.record) for row in fates if row.record is not None]
    drafts_there = contacts.organisation_drafts(session, keys)
    kinds = {kind.id: kind.name for kind in contacts.organisation_kinds(session)}
    return tuple(_merged(row, drafts_there, kinds) for row in fates)


class _Stored:
    """The organisations there are: those in use, and those in the bin."""

    def __init__(self, session: Session) -> None:
        self.entries: dict[OrganisationId, OrganisationIdentity] = {}
        """Of those in use, the identity each is stored under."""
        self._known: ByName[OrganisationId] = ByName()
        self._binned: ByName[OrganisationId] = ByName()
        for entry in contacts.known_organisations(session):
            identity = stored_identity(entry.text)
            if entry.binned:
                self._binned.add(entry.id, identity)
                continue
            self._known.add(entry.id, identity)
            self.entries[entry.id] = identity

    def like(self, sought: OrganisationIdentity) -> list[tuple[OrganisationId, Likeness]]:
        """Return which in use may be the one sought, the surest first."""
        return self._known.like(sought)

    def binned(self, sought: OrganisationIdentity) -> list[tuple[OrganisationId, Likeness]]:
        """Return which in the bin may be the one sought, the surest first."""
        return self._binned.like(sought)


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


def _judged(row: Row, stored: _Stored, above: ByName[int]) -> Planned:
    if row.refused:
        return PlannedRow(row, Fate.REFUSED, (row.refused,))
    sought = organisation_identity(row.draft)
    earlier = above.like(sought)
    above.add(row.row, sought)
    like = stored.like(sought)
    if not like and (gone := stored.binned(sought)):
        return _in_the_bin(row, gone, earlier)
    one = _one(like)
    record = None if one is None else one[0]
    doubts = [*row.questions, *_above_says(earlier), *_stored_says(like, sure=one is not None)]
    if doubts:
        maybe = record or (like[0][0] if len(like) == 1 else None)
        may_be = tuple(key for key, _ in like)
        return PlannedRow(row, Fate.DOUBTFUL, (*doubts, *row.mended), maybe, may_be=may_be)
    if one is not None:
        return PlannedRow(row, Fate.SAME, (*one[1].reasons, *row.mended), record)
    return PlannedRow(row, Fate.ADD, row.mended)


def _in_the_bin(
    row: Row,
    like: Sequence[tuple[OrganisationId, Likeness]],
    earlier: Sequence[tuple[int, Likeness]],
) -> Planned:
    """Ask about a row that nothing in use is, but something in the bin may be."""
    one = _one(like) or (like[0] if len(like) == 1 else None)
    sure = one is not None and one[1].level is Level.SAME
    who = "同じ団体" if sure else "同じ団体かもしれないもの"
    said = f"ごみ箱に{who}があります（{'、'.join((one or like[0])[1].reasons)}）"
    reasons = (*_above_says(earlier), said, *row.mended)
    may_be = tuple(key for key, _ in like)
    record = None if one is None else one[0]
    return PlannedRow(row, Fate.DOUBTFUL, reasons, record, may_be=may_be, binned=record is not None)


def _with_renamed(
    rows: Sequence[Planned], entries: Mapping[OrganisationId, OrganisationIdentity]
) -> list[Planned]:
    """Ask about a new row that may be a stored organisation, misspelt, that no other row is."""
    taken = {row.record for row in rows}
    by_phone: dict[str, list[OrganisationId]] = defaultdict(list)
    for key, identity in entries.items():
        for phone in identity.phones if key not in taken else ():
            by_phone[phone].append(key)
    return [
        _renamed(row, by_phone, entries) if row.fate is Fate.ADD and by_phone else row
        for row in rows
    ]


def _renamed(
    row: Planned,
    by_phone: Mapping[str, Sequence[OrganisationId]],
    entries: Mapping[OrganisationId, OrganisationIdentity],
) -> Planned:
    sought = organisation_identity(row.draft)
    near = {key for phone in sought.phones for key in by_phone.get(phone, ())}
    like = [key for key in near if is_renamed(sought, entries[key])]
    if len(like) != 1:
        return row
    said = "電話番号と住所が同じで、名前の少し違う団体が登録されています"
    return replace(row, fate=Fate.DOUBTFUL, reasons=(said, *row.reasons), record=like[0])


def _one(like: Sequence[tuple[OrganisationId, Likeness]]) -> tuple[OrganisationId, Likeness] | None:
    """Return the one organisation that is meant: sure, and surer than any other."""
    sure = [pair for pair in like if pair[1].level is Level.SAME]
    if not sure:
        return None
    best = len(sure[0][1].reasons)
    equals = [pair for pair in sure if len(pair[1].reasons) == best]
    return equals[0] if len(equals) == 1 else None


def _above_says(earlier: Sequence[tuple[int, Likeness]]) -> list[str]:
    if not earlier:
        return []
    row, like = earlier[0]
    who = "同じ団体です" if like.level is Level.SAME else "同じ団体かもしれません"
    return [f"この一覧の{row}行目と{who}（{'、'.join(like.reasons)}）"]


def _stored_says(like: Sequence[tuple[OrganisationId, Likeness]], *, sure: bool) -> list[str]:
    if sure or not like:
        return []
    if len(like) > 1:
        return [f"同じ名前の団体が{len(like)}件登録されています"]
    return [f"登録に同じ団体かもしれないものがあります（{'、'.join(like[0][1].reasons)}）"]


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
