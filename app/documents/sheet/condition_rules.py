"""The conditional formats of a sheet as its XML lists them, of both generations (2007 and x14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.documents.form.addresses import Area
from app.documents.form.markup import Element, local, q
from app.documents.sheet.attributes import flag, number, whole
from app.documents.sheet.colours import Palette
from app.documents.sheet.look_change import LookChange, read_change

_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
_LAST = 1_000_000


@dataclass(frozen=True, slots=True)
class Stop:
    """One point of a colour scale: what it lies at, and its colour."""

    kind: str
    value: str
    colour: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.  ``kind`` and ``operator`` are the format's own words.

    ``areas`` are the cells it is for; formulas are written for the first row and column of them.
    """

    kind: str
    areas: tuple[Area, ...]
    priority: int
    change: LookChange
    formulas: tuple[str, ...] = ()
    operator: str = ""
    text: str = ""
    stops_here: bool = False
    rank: int = 10
    percent: bool = False
    bottom: bool = False
    above: bool = True
    or_equal: bool = False
    deviations: float = 0.0
    stops: tuple[Stop, ...] = ()
    home: tuple[int, int] = field(default=(1, 1))


def read_rules(root: Element, changes: Sequence[LookChange], palette: Palette) -> list[Rule]:
    """Return a sheet's rules, the most important first."""
    rules = [*_old_rules(root, changes, palette), *_new_rules(root, palette)]
    return sorted(rules, key=lambda rule: rule.priority)


def _old_rules(root: Element, changes: Sequence[LookChange], palette: Palette) -> Iterator[Rule]:
    for group in root.iterchildren(q("conditionalFormatting")):
        areas = _areas(group.get("sqref", ""))
        for entry in group.iterchildren(q("cfRule")):
            place = whole(entry, "dxfId", -1)
            change = changes[place] if 0 <= place < len(changes) else LookChange()
            formulas = [child.text or "" for child in entry.iterchildren(q("formula"))]
            if areas:
                yield _rule(entry, areas, change, formulas, palette)


def _new_rules(root: Element, palette: Palette) -> Iterator[Rule]:
    path = f"{q('extLst')}/{q('ext')}/{_X14}conditionalFormattings/{_X14}conditionalFormatting"
    for group in root.iterfind(path):
        areas = _areas(group.findtext(f"{_XM}sqref") or "")
        for entry in group.iterchildren(f"{_X14}cfRule"):
            if areas and entry.get("type") != "dataBar":
                change = entry.find(f"{_X14}dxf")
                formulas = [child.text or "" for child in entry.iterchildren(f"{_XM}f")]
                looked = LookChange() if change is None else read_change(change, palette)
                yield _rule(entry, areas, looked, formulas, palette)


def _areas(text: str) -> tuple[Area, ...]:
    found = (Area.parse(part) for part in text.split())
    return tuple(area for area in found if area)


def _rule(
    entry: Element, areas: tuple[Area, ...], change: LookChange, formulas: list[str],
    palette: Palette,
) -> Rule:  # fmt: skip
    return Rule(
        kind=entry.get("type", ""),
        areas=areas,
        priority=whole(entry, "priority", _LAST),
        change=change,
        formulas=tuple(formulas),
        operator=entry.get("operator", ""),
        text=entry.get("text", ""),
        stops_here=flag(entry, "stopIfTrue"),
        rank=whole(entry, "rank", 10),
        percent=flag(entry, "percent"),
        bottom=flag(entry, "bottom"),
        above=flag(entry, "aboveAverage", default=True),
        or_equal=flag(entry, "equalAverage"),
        deviations=number(entry, "stdDev"),
        stops=_stops(entry, palette),
        home=(min(area.top for area in areas), min(area.left for area in areas)),
    )


def _stops(entry: Element, palette: Palette) -> tuple[Stop, ...]:
    scale = next((child for child in entry if local(child) == "colorScale"), None)
    if scale is None:
        return ()
    points = [child for child in scale if local(child) == "cfvo"]
    colours = [child for child in scale if local(child) == "color"]
    return tuple(
        Stop(point.get("type", ""), _point(point), palette.colour(colour, "FFFFFF"))
        for point, colour in zip(points, colours, strict=False)
    )


def _point(point: Element) -> str:
    inner = next((child.text for child in point if local(child) == "f"), None)
    return point.get("val") or inner or ""
