"""How the tags of a sheet form lists: drawn rows that repeat, numbered places, single fields.

Decided by the values: a name that holds a list, tagged once in a row, goes down and repeats that
row; tagged several times in one row it goes across those cells; a list inside a list goes across.
``#2`` says the place outright.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.documents.form.addresses import Area
from app.documents.form.scan import Marked
from app.documents.form.tags import Control, Marks, Step, Tag
from app.documents.form.values import UNKNOWN, Context, find, is_list, lists_at


@dataclass(slots=True)
class Block:
    """Rows drawn for one item of the lists named, with the cells to fill in them."""

    top: int
    bottom: int
    lists: frozenset[tuple[str, ...]]
    cells: list[Marked] = field(default_factory=list)
    page: int = 0
    fill: bool = False
    frames: int = 0
    later: list[Marked] = field(default_factory=list)
    """Tags that were written into further frames too, not only the first."""

    @property
    def height(self) -> int:
        """Return how many rows one item takes."""
        return self.bottom - self.top + 1


@dataclass(slots=True)
class Layout:
    """What a sheet holds: single cells, blocks from the top, the places of lists across."""

    singles: list[Marked]
    blocks: list[Block]
    places: dict[tuple[str, ...], int]
    """For a list in numbered places: how many there are."""
    controls: dict[str, Control]


def read_layout(cells: Sequence[Marked], merges: Iterable[Area], context: Context) -> Layout:
    """Sort the marked cells of a sheet."""
    numbered = _number_places(cells, context)
    controls = {
        control.list_name: control for marked in numbered for control in marked.marks.controls
    }
    later = _in_later_frames(numbered, controls, context)
    rows: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for marked in numbered:
        if marked in later:
            continue
        for tag in marked.marks.tags:
            if down := going_down(tag, context):
                rows[marked.row].add(down)
    blocks = _blocks(rows, list(merges), controls)
    singles: list[Marked] = []
    for marked in numbered:
        block = next((each for each in blocks if each.top <= marked.row <= each.bottom), None)
        if marked in later:
            block = next(each for each in blocks if each.lists & _lists(marked, context))
            block.later.append(marked)
        else:
            (block.cells if block else singles).append(marked)
    return Layout(singles, blocks, _count_places(numbered, context), controls)


def _lists(marked: Marked, context: Context) -> set[tuple[str, ...]]:
    return {down for tag in marked.marks.tags if (down := going_down(tag, context))}


def _in_later_frames(
    cells: Iterable[Marked], controls: Mapping[str, Control], context: Context
) -> list[Marked]:
    """Return the cells that repeat, in a lower row, a tag of a list with drawn frames."""
    first: dict[tuple[str, ...], int] = {}
    later = []
    for marked in cells:
        for tag in marked.marks.tags:
            down = going_down(tag, context)
            framed = bool(down) and down[0] in controls and controls[down[0]].frames > 0
            if framed and marked.row > first.setdefault(tag.names, marked.row):
                later.append(marked)
                break
    return later


def going_down(tag: Tag, context: Context) -> tuple[str, ...]:
    """Return the name (path) of the list that a tag repeats rows for; empty if it does not."""
    for end in range(1, len(tag.path)):
        step = tag.path[end - 1]
        value = find(context, tag.path[:end])
        if step.slot is not None or value is UNKNOWN:
            return ()
        if is_list(value):
            return tag.names[:end]
    return ()


def _number_places(cells: Sequence[Marked], context: Context) -> list[Marked]:
    """Give tags that go across the number of their place."""
    times = Counter((m.row, tag.names) for m in cells for tag in m.marks.tags if _plain(tag))
    seen: Counter[tuple[int, tuple[str, ...]]] = Counter()
    numbered = []
    for marked in cells:
        tags = []
        for tag in marked.marks.tags:
            key = (marked.row, tag.names)
            seen[key] += _plain(tag)
            tags.append(_numbered(tag, context, seen[key], times[key]))
        numbered.append(replace(marked, marks=Marks(tuple(tags), marked.marks.controls)))
    return numbered


def _plain(tag: Tag) -> bool:
    return all(step.slot is None for step in tag.path)


def _numbered(tag: Tag, context: Context, place: int, times: int) -> Tag:
    outer = going_down(tag, context)
    if not outer or not _plain(tag):
        return tag
    inner = _inner_list(tag, context, len(outer))
    if inner:
        return _with_place(tag, inner, place)
    return _with_place(tag, len(outer), place) if times > 1 else tag


def _inner_list(tag: Tag, context: Context, depth: int) -> int:
    """Return how long the path to a list inside the list is; 0 if there is none."""
    items = find(context, tag.path[:depth])
    for end in range(depth + 1, len(tag.path)):
        for item in items if isinstance(items, Sequence) else ():
            if isinstance(item, Mapping) and is_list(find(item, tag.path[depth:end])):
                return end
    return depth + 1 if len(tag.path) > depth + 1 and not items else 0


def _with_place(tag: Tag, depth: int, place: int) -> Tag:
    path = list(tag.path)
    path[depth - 1] = Step(path[depth - 1].name, place)
    return replace(tag, path=tuple(path))


def _count_places(cells: Iterable[Marked], context: Context) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    for marked in cells:
        for tag in marked.marks.tags:
            for end, step in enumerate(tag.path, start=1):
                if step.slot is not None:
                    names = tag.names[:end]
                    places[names] = max(places.get(names, 0), step.slot)
    return {names: count for names, count in places.items() if lists_at(context, names)}


def _blocks(
    rows: Mapping[int, set[tuple[str, ...]]],
    merges: Sequence[Area],
    controls: Mapping[str, Control],
) -> list[Block]:
    blocks: list[Block] = []
    for row in sorted(rows):
        lists = frozenset(rows[row])
        last = blocks[-1] if blocks else None
        same = last is not None and bool(last.lists & lists) and row <= last.bottom + 1
        if last is not None and (row <= last.bottom or same):
            last.lists |= lists
        else:
            last = Block(row, row, lists)
            blocks.append(last)
        last.bottom = max(last.bottom, row, *_reach(last, merges), _said(last, controls))
    for block in blocks:
        for control in (controls.get(names[0]) for names in block.lists):
            if control:
                block.page, block.fill = control.page, control.fill
                block.frames = control.frames
    return blocks


def _reach(block: Block, merges: Sequence[Area]) -> list[int]:
    reach = [area.bottom for area in merges if block.top <= area.top <= block.bottom < area.bottom]
    return [max(reach, default=block.bottom)]


def _said(block: Block, controls: Mapping[str, Control]) -> int:
    heights = [controls[names[0]].height for names in block.lists if names[0] in controls]
    return block.top + max(heights, default=1) - 1
