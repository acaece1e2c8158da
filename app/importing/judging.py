"""Is a row a record that is stored already?  Its fate, and what is asked where that is not sure.

For what is known by its name, telephone and place: organisations, and resources of the area.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.contacts.identity import Level, Likeness
from app.importing.drafts import DraftRow
from app.importing.organisation_match import ByName, OrganisationIdentity
from app.importing.planned import Fate, PlannedRow


class Stored:
    """The records there are: those in use, and those in the bin."""

    def __init__(self, records: Iterable[tuple[int, OrganisationIdentity, bool]]) -> None:
        """Take key, identity and whether it lies in the bin."""
        self.entries: dict[int, OrganisationIdentity] = {}
        """Of those in use, the identity each is stored under."""
        self._known: ByName[int] = ByName()
        self._binned: ByName[int] = ByName()
        for key, identity, binned in records:
            if binned:
                self._binned.add(key, identity)
                continue
            self._known.add(key, identity)
            self.entries[key] = identity

    def like(self, sought: OrganisationIdentity) -> list[tuple[int, Likeness]]:
        """Return which in use may be the one sought, the surest first."""
        return self._known.like(sought)

    def binned(self, sought: OrganisationIdentity) -> list[tuple[int, Likeness]]:
        """Return which in the bin may be the one sought, the surest first."""
        return self._binned.like(sought)


def judge(
    row: DraftRow[Any],
    sought: OrganisationIdentity,
    stored: Stored,
    above: ByName[int],
    word: str,
) -> PlannedRow[Any]:
    """Return the fate of a row, before it is said what it changes; ``word`` is what it is of."""
    if row.refused:
        return PlannedRow(row, Fate.REFUSED, (row.refused,))
    earlier = above.like(sought)
    above.add(row.row, sought)
    like = stored.like(sought)
    if not like and (gone := stored.binned(sought)):
        return _in_the_bin(row, gone, earlier, word)
    one = _one(like)
    record = None if one is None else one[0]
    said = _above_says(earlier, word) + _stored_says(like, word, sure=one is not None)
    doubts = (*row.questions, *said)
    if doubts:
        maybe = record or (like[0][0] if len(like) == 1 else None)
        may_be = tuple(key for key, _ in like)
        return PlannedRow(row, Fate.DOUBTFUL, (*doubts, *row.mended), maybe, may_be=may_be)
    if one is not None:
        return PlannedRow(row, Fate.SAME, (*one[1].reasons, *row.mended), record)
    return PlannedRow(row, Fate.ADD, row.mended)


def _in_the_bin(
    row: DraftRow[Any],
    like: Sequence[tuple[int, Likeness]],
    earlier: Sequence[tuple[int, Likeness]],
    word: str,
) -> PlannedRow[Any]:
    """Ask about a row that nothing in use is, but something in the bin may be."""
    one = _one(like) or (like[0] if len(like) == 1 else None)
    sure = one is not None and one[1].level is Level.SAME
    who = f"同じ{word}" if sure else f"同じ{word}かもしれないもの"
    said = f"ごみ箱に{who}があります（{'、'.join((one or like[0])[1].reasons)}）"
    reasons = (*_above_says(earlier, word), said, *row.mended)
    may_be = tuple(key for key, _ in like)
    record = None if one is None else one[0]
    return PlannedRow(row, Fate.DOUBTFUL, reasons, record, may_be=may_be, binned=record is not None)


def _one(like: Sequence[tuple[int, Likeness]]) -> tuple[int, Likeness] | None:
    """Return the one record that is meant: sure, and surer than any other."""
    sure = [pair for pair in like if pair[1].level is Level.SAME]
    if not sure:
        return None
    best = len(sure[0][1].reasons)
    equals = [pair for pair in sure if len(pair[1].reasons) == best]
    return equals[0] if len(equals) == 1 else None


def _above_says(earlier: Sequence[tuple[int, Likeness]], word: str) -> list[str]:
    if not earlier:
        return []
    row, like = earlier[0]
    who = f"同じ{word}です" if like.level is Level.SAME else f"同じ{word}かもしれません"
    return [f"この一覧の{row}行目と{who}（{'、'.join(like.reasons)}）"]


def _stored_says(like: Sequence[tuple[int, Likeness]], word: str, *, sure: bool) -> list[str]:
    if sure or not like:
        return []
    if len(like) > 1:
        return [f"同じ名前の{word}が{len(like)}件登録されています"]
    return [f"登録に同じ{word}かもしれないものがあります（{'、'.join(like[0][1].reasons)}）"]
