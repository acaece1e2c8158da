"""The sheets of a map: one with map and key, or an overview and a sheet for each district."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from app.documents.exact_form import Box, Corners, Leaf, draw_leaves
from app.documents.figures import Cluster, with_figures
from app.documents.form.tags import literal
from app.local_resources.geo_projection import Bounds
from app.reporting.map_drawing import MapView, drawn_map, is_crowded, scale_of
from app.reporting.map_entry import MapEntry, Mark
from app.reporting.map_key import KeyLine, group_lines, key_figures, key_lines
from app.reporting.map_land import Land
from app.reporting.map_paper import NARROW_KEY, MapPaper, frame_box, papers
from app.reporting.resource_choice import ResourcePaper

_SPARE: Final = 2
"""Lines of a key, for headings that go over to the next column."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around every map."""

    title: str
    note: str
    care: str
    foot: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One sheet: its cells, and what is drawn on them."""

    leaf: Leaf
    clusters: Sequence[Cluster]


@dataclass(frozen=True, slots=True)
class MapBook:
    """What all sheets have in common."""

    land: Land
    words: Words
    paper: ResourcePaper
    kinds: Sequence[tuple[str, Mark]]

    def drawn(self, entries: Sequence[MapEntry]) -> bytes:
        """Return the workbook of a map of these resources."""
        return bound(self.words.title, list(self._sheets(entries)))

    def _sheets(self, entries: Sequence[MapEntry]) -> Iterator[Drawn]:
        groups = [list(of) for _, of in groupby(entries, key=lambda one: one.group)]
        alone = len(groups) == 1
        district = groups[0][0].district_id if alone else None
        lines = key_lines(entries, groups=not alone)
        most = max(paper.room for paper in papers(self.paper, len(self.kinds)))
        view = MapView(self.land, entries, self._bounded(district), towns=alone)
        if alone or (len(lines) + _SPARE <= most and not self._is_crowded(view, lines)):
            yield from self._pages(view, groups[0][0].group if alone else "", lines)
            return
        lines = group_lines(entries)
        numbered = not self._is_crowded(view, lines)
        view = MapView(self.land, entries, numbered=numbered)
        yield from self._pages(view, "全体", lines, NARROW_KEY)
        for group in groups:
            view = MapView(self.land, group, self._bounded(group[0].district_id), towns=True)
            yield from self._pages(view, group[0].group, key_lines(group, groups=False))

    def _bounded(self, district: int | None) -> int | None:
        """Return a district that has a boundary; others are shown as part of the whole."""
        known = any(region.district_id == district for region in self.land.regions)
        return district if known else None

    def _pages(
        self, view: MapView, name: str, lines: list[KeyLine], key: float | None = None
    ) -> Iterator[Drawn]:
        """Yield the sheet of a map, and further ones for what of its key has no room there."""
        kinds = self._kinds_of(view.entries)
        paper, frame, columns = self._divided(view, len(lines) + _SPARE, key)
        boxes, signs, rest = key_figures(paper, columns, lines)
        drawn = drawn_map(view, frame, paper.unit)
        whole = Cluster((frame.left, frame.low), drawn.figures, (frame.width, frame.height))
        yield self._sheet(paper, name, [frame_box(frame), *boxes], [whole, *signs], kinds)
        while rest:
            boxes, signs, rest = key_figures(paper, paper.columns(paper.body), rest)
            yield self._sheet(paper, f"{name}（続き）", boxes, signs, kinds)

    def _divided(
        self, view: MapView, lines: int, key: float | None = None
    ) -> tuple[MapPaper, Bounds, tuple[Bounds, ...]]:
        """Return the paper turned so that the map is largest, of those the key has room on."""
        kinds = self._kinds_of(view.entries)
        both = papers(self.paper, len(kinds), *(() if key is None else (key,)))
        divided = [
            (paper, *paper.divided(min(lines, paper.room)))
            for paper in [one for one in both if one.room >= lines] or both
        ]
        return max(divided, key=lambda one: scale_of(view, one[1], one[0].unit).factor)

    def _is_crowded(self, view: MapView, lines: Sequence[KeyLine]) -> bool:
        paper, frame, _ = self._divided(view, len(lines) + _SPARE)
        return is_crowded(view, frame, paper.unit)

    def _kinds_of(self, entries: Sequence[MapEntry]) -> list[tuple[str, Mark]]:
        present = {one.mark for one in entries}
        return [one for one in self.kinds if one[1] in present]

    def _sheet(
        self,
        paper: MapPaper,
        name: str,
        boxes: Sequence[Box],
        clusters: Sequence[Cluster],
        kinds: Sequence[tuple[str, Mark]],
    ) -> Drawn:
        words = self.words
        title = words.title + (f"　{name}" if name else "")
        return framed(replace(words, title=title), paper, name or "全体", boxes, clusters, kinds)


def framed(
    words: Words,
    paper: MapPaper,
    name: str,
    boxes: Sequence[Box],
    clusters: Sequence[Cluster],
    kinds: Sequence[tuple[str, Mark]],
) -> Drawn:
    """Return a sheet with title, note, kinds and foot around its cells."""
    heads = paper.heads(literal(words.title), literal(words.note), words.care)
    signs: list[Cluster] = []
    named: list[Box] = []
    for (box, at), (_, mark) in zip(
        paper.kind_boxes([literal(kind) for kind, _ in kinds]), kinds, strict=True
    ):
        named.append(box)
        signs.append(Cluster(at[0], [mark.sign(at[1], 3.2 * paper.unit)]))
    cells = [*heads, *boxes, *named, paper.foot(literal(words.foot))]
    return Drawn(Leaf(name, paper.sheet, [cells], one_page=True), [*clusters, *signs])


def bound(title: str, sheets: Sequence[Drawn]) -> bytes:
    """Return the workbook of these sheets."""
    book = draw_leaves(title, [one.leaf for one in sheets])
    return with_figures(book, [(Corners(one.leaf), one.clusters) for one in sheets])
