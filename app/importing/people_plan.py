"""What would become of each row of a list of people.

Who is known is asked of the database once, by folded names and readings.  A blank one never
matches, and a telephone number never matches without a name (``app.contacts.identity``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.checks import checked
from app.contacts.identity import Identity, Known, Level, Likeness, identity_of, likeness
from app.contacts.person import PersonDraft, PersonId
from app.importing.districts import DistrictNames
from app.importing.drafts import DraftRow
from app.importing.merge import merge
from app.importing.planned import Fate, PlannedRow
from app.kernel.errors import Refusal
from app.office import queries as office

T = TypeVar("T")

_SAID = 3
_NAMESAKES = 20
"""How many people of one name are compared where nothing but the name is known."""


def plan_people(
    session: Session, drafts: Sequence[DraftRow[PersonDraft]], today: date
) -> tuple[PlannedRow[PersonDraft], ...]:
    """Return what would become of every row, against the people known today."""
    rows = _Checking(session, today).rows(drafts)
    sought = {row.row: identity_of(row.draft) for row in rows if not row.refused}
    known = _Known(contacts.known_by(session, sought.values()), sought)
    fates = [_judged(row, sought, known) for row in rows]
    stored = contacts.drafts(session, [PersonId(row.record) for row in fates if row.record])
    return tuple(_merged(row, stored) for row in fates)


class _Checking:
    """Brings drafts into the form they are stored in, or says why they cannot be."""

    def __init__(self, session: Session, today: date) -> None:
        self._area_code = office.settings(session).area_code
        self._today = today
        self._districts = DistrictNames(session)

    def rows(self, rows: Sequence[DraftRow[PersonDraft]]) -> list[DraftRow[PersonDraft]]:
        return [self._row(row) for row in rows]

    def _row(self, row: DraftRow[PersonDraft]) -> DraftRow[PersonDraft]:
        if row.refused:
            return row
        try:
            person = checked(row.draft, self._today, self._area_code)
        except Refusal as refusal:
            return replace(row, refused=refusal.text.rstrip("。"))
        row = replace(row, draft=person)
        return self._districts.taken(row) if row.district else row


class _Known:
    """People who may be the ones sought: those stored, and the rows above.

    Namesakes are many: they are looked up by name and something more first, and by name alone
    only where that finds nobody sure.
    """

    def __init__(self, stored: Sequence[Known], sought: Mapping[int, Identity]) -> None:
        self._stored: _Blocks[Known] = _Blocks()
        for person in stored:
            self._stored.add(person, person.identity)
        self._above: _Blocks[int] = _Blocks()
        self._sought = sought

    def stored(self, sought: Identity) -> list[tuple[Known, Likeness]]:
        """Return the stored people this one is like, each once.

        Where somebody in use is surely meant, nobody in the bin is.
        """
        found: dict[PersonId, tuple[Known, Likeness]] = {}
        for person, like in self._stored.alike(sought):
            best = found.get(person.id)
            if like.level is not Level.OTHER and (best is None or like.level > best[1].level):
                found[person.id] = (person, like)
        there = [pair for pair in found.values() if not pair[0].binned]
        sure = any(like.level is Level.SAME for _, like in there)
        return there if sure else list(found.values())

    def above(self, row: int) -> tuple[int, Likeness] | None:
        """Return the row above that is the most like this one, and remember this one."""
        sought = self._sought[row]
        like = [pair for pair in self._above.alike(sought) if pair[1].level is not Level.OTHER]
        self._above.add(row, sought)
        return max(like, key=lambda pair: pair[1].level, default=None)


class _Blocks(Generic[T]):
    """Things with an identity, found by names together with evidence, or by names alone."""

    def __init__(self) -> None:
        self._sure: dict[tuple[str, str], list[tuple[T, Identity]]] = defaultdict(list)
        self._named: dict[str, list[tuple[T, Identity]]] = defaultdict(list)

    def add(self, thing: T, identity: Identity) -> None:
        pair = (thing, identity)
        found = identity.evidence
        for key in identity.keys:
            for evidence in found:
                self._sure[key, evidence].append(pair)
        for key in {identity.name, identity.former_name} - {""}:
            self._named[key].append(pair)

    def alike(self, sought: Identity) -> list[tuple[T, Likeness]]:
        """Return what is like somebody: with evidence, or else the first namesakes."""
        known = sought.evidence
        pairs = [
            pair
            for key in sought.keys
            for evidence in known
            for pair in self._sure.get((key, evidence), ())
        ]
        found = self._judged(sought, pairs) if pairs else []
        if any(like.level is Level.SAME for _, like in found):
            return found
        names = {sought.name, sought.former_name} - {""}
        named = (pair for key in names for pair in self._named.get(key, ())[:_NAMESAKES])
        return [*found, *self._judged(sought, named, {thing for thing, _ in found})]

    @staticmethod
    def _judged(
        sought: Identity,
        pairs: Iterable[tuple[T, Identity]],
        known: Collection[T] = (),
    ) -> list[tuple[T, Likeness]]:
        things = {thing: identity for thing, identity in pairs if thing not in known}
        return [(thing, likeness(sought, identity)) for thing, identity in things.items()]


def _judged(
    row: DraftRow[PersonDraft], sought: Mapping[int, Identity], known: _Known
) -> PlannedRow[PersonDraft]:
    if row.refused:
        return PlannedRow(row, Fate.REFUSED, (row.refused,))
    above = known.above(row.row)
    like = known.stored(sought[row.row])
    sure = [pair for pair in like if pair[1].level is Level.SAME]
    one = sure if len(sure) == 1 else like if len(like) == 1 else []
    person = one[0][0].id if one else None
    binned = bool(one) and one[0][0].binned
    may_be = tuple(known.id for known, _ in like)
    doubts = [*row.questions, *_above_says(above), *_stored_says(like)]
    if doubts:
        reasons = (*doubts, *row.mended)
        return PlannedRow(row, Fate.DOUBTFUL, reasons, person, may_be=may_be, binned=binned)
    if one:
        return PlannedRow(row, Fate.SAME, (*one[0][1].reasons, *row.mended), person)
    return PlannedRow(row, Fate.ADD, row.mended)


def _above_says(above: tuple[int, Likeness] | None) -> list[str]:
    if above is None:
        return []
    row, like = above
    who = "同じ人" if like.level is Level.SAME else "同じ人かもしれません"
    ending = "です" if like.level is Level.SAME else ""
    return [f"この名簿の{row}行目と{who}{ending}（{'、'.join(like.reasons)}）"]


def _stored_says(like: Sequence[tuple[Known, Likeness]]) -> list[str]:
    """Return what keeps a row from being one known person without asking."""
    sure = [person for person, likeness in like if likeness.level is Level.SAME]
    if len(sure) == 1 and not sure[0].binned:
        return []
    if len(sure) > 1:
        return [f"同じ人と思われる方が{len(sure)}人登録されています"]
    said = [
        ("ごみ箱に" if person.binned else "登録に")
        + ("同じ人" if likeness.level is Level.SAME else "同じ人かもしれない方")
        + f"がいます（{'、'.join(likeness.reasons)}）"
        for person, likeness in like
    ]
    more = [f"ほかにも{len(said) - _SAID}人以上います"] if len(said) > _SAID else []
    return [*said[:_SAID], *more]


def _merged(
    row: PlannedRow[PersonDraft], stored: Mapping[PersonId, PersonDraft]
) -> PlannedRow[PersonDraft]:
    """Say what a row changes about the person it is, or may be."""
    if row.record is None or row.fate is Fate.REFUSED:
        return row
    found = merge(stored[PersonId(row.record)], row.draft)
    fate = Fate.CHANGE if row.fate is Fate.SAME and found.changes else row.fate
    reasons = (*row.reasons, *found.remarks)
    return replace(row, fate=fate, reasons=reasons, merged=found.draft, changes=found.changes)
