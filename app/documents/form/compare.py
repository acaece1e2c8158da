"""A new edition of a form beside the last one: what has moved, what is new, what is gone.

A place is a cell with a tag, or one that something was mapped onto.  It is found again by the
labels drawn around it.  Only a place whose surroundings are as they were is carried on; where
anything about them differs a person is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.documents.form.drawn import (
    Drawn,
    DrawnBook,
    Label,
    has_tags,
    place_key,
    read_drawn,
    short,
)
from app.documents.form.places import place_of
from app.documents.form.tags import read_tags
from app.documents.form.tracing import Cell, Trace, match_sheets

SAME, MOVED, DOUBTFUL, GONE = "same", "moved", "doubtful", "gone"


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """What became of one place.

    ``kind`` is ``same``, ``moved``, ``doubtful`` (``new`` is then where it may be) or ``gone``;
    ``text`` the tags that stand there or were mapped there; ``why`` a sentence.
    """

    kind: str
    text: str
    old: str
    new: str
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two editions.

    Labels read ``シート名!C5: 電話番号``.  ``carried`` are marks for the new edition, where they
    are certain; places whose tags are typed into the new edition need none.
    """

    places: tuple[PlaceChange, ...]
    new_labels: tuple[str, ...]
    gone_labels: tuple[str, ...]
    carried: Mapping[str, str]

    def of_kind(self, *kinds: str) -> tuple[PlaceChange, ...]:
        """Return the places of some kinds, in their order."""
        return tuple(place for place in self.places if place.kind in kinds)

    @property
    def is_same(self) -> bool:
        """Whether nothing that is filled or drawn has changed."""
        moved = any(place.kind != SAME for place in self.places)
        return not (moved or self.new_labels or self.gone_labels)


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell that is filled; ``typed`` where its tags stand in the form itself."""

    sheet: str
    row: int
    column: int
    text: str
    typed: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """What became of a place, and the mark that would carry it on."""

    change: PlaceChange
    carried: str = ""


def compare(old: bytes, new: bytes, marks: Mapping[str, str]) -> Comparison:
    """Compare a new edition with the last one and the marks made on that.

    Raises ``Refusal`` where one of the two cannot be read.
    """
    before, after = read_drawn(old), read_drawn(new)
    pairs = list(match_sheets(before.sheets, after.sheets))
    traces = {one.name: Trace(one, other) for one, other in pairs if one and other}
    places, lost = _places(before, marks)
    tags = _TypedTags(before, after)
    found = [_found(place, traces.get(place.sheet), tags) for place in places]
    found = _apart(found)
    gone, fresh = _label_changes(pairs, traces)
    return Comparison(
        (*(one.change for one in found), *lost),
        tuple(fresh),
        tuple(gone),
        {one.change.new: one.carried for one in found if one.carried},
    )


def _places(book: DrawnBook, marks: Mapping[str, str]) -> tuple[list[_Place], list[PlaceChange]]:
    """Return the places of an edition in reading order, and the marks that lead nowhere in it."""
    marked: dict[tuple[str, int, int], str] = {}
    lost = []
    for key, text in marks.items():
        place = place_of(book.workbook, key)
        if place is None:
            lost.append(PlaceChange(GONE, text, key, "", "前の版にも、この場所はありません。"))
        else:
            marked[place.sheet.name, place.row, place.column] = text
    places = []
    for sheet in book.sheets:
        here = {
            (row, column): _Place(sheet.name, row, column, text, typed=True)
            for row, column, text in sheet.tagged()
        }
        for (name, row, column), text in marked.items():
            if name == sheet.name:
                here[row, column] = _Place(name, row, column, text, typed=False)
        places += [here[cell] for cell in sorted(here)]
    return places, lost


class _TypedTags:
    """The tags that are typed into both editions, to find a place by its tag."""

    def __init__(self, old: DrawnBook, new: DrawnBook) -> None:
        self._old = Counter(
            _labels_of(text) for sheet in old.sheets for _, _, text in sheet.tagged()
        )
        self._new: dict[tuple[str, ...], list[tuple[Drawn, Cell]]] = {}
        for sheet in new.sheets:
            for row, column, text in sheet.tagged():
                self._new.setdefault(_labels_of(text), []).append((sheet, (row, column)))

    def only(self, text: str) -> tuple[Drawn, Cell] | None:
        """Return the one place of a tag in the new edition, where it has one in each."""
        labels = _labels_of(text)
        found = self._new.get(labels, [])
        return found[0] if len(found) == self._old[labels] == 1 else None


def _found(place: _Place, trace: Trace | None, tags: _TypedTags) -> _Found:
    """Find one place in the new edition."""
    there = tags.only(place.text) if place.typed else None
    if there is not None:
        sheet, cell = there
        return _Found(_settled(place, sheet, cell, "新しい様式にも、同じタグが書かれています。"))
    if trace is None:
        return _Found(_unsettled(GONE, place, "", f"シート「{place.sheet}」がありません。"))
    traced = trace.find(place.row, place.column)
    if traced.cell is None:
        return _Found(_unsettled(GONE, place, "", traced.why))
    new = trace.new.address(*traced.cell)
    if not traced.sure:
        return _Found(_unsettled(DOUBTFUL, place, new, traced.why))
    text = trace.new.texts.get(traced.cell, "")
    if not has_tags(text):
        return _Found(_settled(place, trace.new, traced.cell, ""), carried=place.text)
    if _labels_of(text) != _labels_of(place.text):
        why = f"新しい様式のこのセルには、別のタグ「{short(text)}」が書かれています。"
        return _Found(_unsettled(DOUBTFUL, place, new, why))
    return _Found(_settled(place, trace.new, traced.cell, ""))


def _settled(place: _Place, sheet: Drawn, cell: Cell, why: str) -> PlaceChange:
    old, new = place_key(place.sheet, place.row, place.column), sheet.address(*cell)
    if old == new:
        return PlaceChange(SAME, place.text, old, new, why)
    told = [f"シート名が「{sheet.name}」に変わりました。"] if sheet.name != place.sheet else []
    steps = cell[0] - place.row, cell[1] - place.column
    if any(steps):
        told.append(f"{_way(*steps)}へ動きました。")
    return PlaceChange(MOVED, place.text, old, new, "".join(told) + why)


def _unsettled(kind: str, place: _Place, new: str, why: str) -> PlaceChange:
    return PlaceChange(kind, place.text, place_key(place.sheet, place.row, place.column), new, why)


def _way(rows: int, columns: int) -> str:
    """Say how far something moved: 2行下・1列右."""
    told = []
    if rows:
        told.append(f"{abs(rows)}行{'下' if rows > 0 else '上'}")
    if columns:
        told.append(f"{abs(columns)}列{'右' if columns > 0 else '左'}")
    return "・".join(told)


def _apart(found: Sequence[_Found]) -> list[_Found]:
    """Return what was found, with doubt about places that came to one and the same cell."""
    times = Counter(one.change.new for one in found if one.change.kind in {SAME, MOVED})
    why = "前の版の別の欄も、このセルになります。"
    return [
        _Found(replace(one.change, kind=DOUBTFUL, why=why))
        if one.change.kind in {SAME, MOVED} and times[one.change.new] > 1
        else one
        for one in found
    ]


def _label_changes(
    pairs: Sequence[tuple[Drawn | None, Drawn | None]], traces: Mapping[str, Trace]
) -> tuple[list[str], list[str]]:
    """Return the labels of all sheets that are gone, and those that are new."""
    gone: list[str] = []
    fresh: list[str] = []
    for old, new in pairs:
        if old and new:
            missing, added = traces[old.name].label_changes()
        else:
            missing, added = old.labels if old else [], new.labels if new else []
        gone += _told(old, missing)
        fresh += _told(new, added)
    return gone, fresh


def _told(sheet: Drawn | None, labels: Sequence[Label]) -> list[str]:
    if sheet is None:
        return []
    return [
        f"{sheet.address(label.area.top, label.area.left)}: {short(label.text)}" for label in labels
    ]


def _labels_of(text: str) -> tuple[str, ...]:
    """Return what the tags of a text name, whatever is written around and behind them."""
    marks = read_tags(text)
    return tuple(tag.label for tag in marks.tags) or tuple(
        f"*{control.list_name}" for control in marks.controls
    )
