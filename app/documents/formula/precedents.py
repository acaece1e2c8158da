"""What a formula's result depends on, read off its tree without evaluating it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.documents.form.addresses import Area
from app.documents.formula.evaluation import Evaluation
from app.documents.formula.grid import Grid, Place, Written
from app.documents.formula.parser import parse
from app.documents.formula.scalars import Uncomputable
from app.documents.formula.tree import (
    Call,
    Cells,
    Name,
    Negative,
    Node,
    Operation,
    Percent,
    Several,
    TablePart,
)
from app.documents.formula.values import Range, Value
from app.documents.formula.workbook import Sheets

_ANYTHING = {"INDIRECT", "OFFSET"}
_MOMENT = {"TODAY", "NOW"}


@dataclass(slots=True)
class Precedents:
    """The areas and names a formula reads; ``anything``: only evaluating it tells which."""

    areas: list[tuple[Grid, Area]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    anything: bool = False
    moment: bool = False


def precedents(sheets: Sheets, grid: Grid, place: Place, written: Written) -> Precedents:
    """Return what a formula in a cell reads.  One that cannot be read depends on anything."""
    found = Precedents()
    here = Evaluation(sheets, grid, place, written.home)
    try:
        _collect(written.tree, here, found)
    except Uncomputable:
        found.anything = True
    return found


def _collect(tree: Node, here: Evaluation, found: Precedents) -> None:
    for node in _nodes(tree):
        match node:
            case Cells(sheets=None):
                found.areas.append((here.grid, here.area(node)))
            case Cells(sheets=(first, last)):
                area = here.area(node)
                found.areas += [(grid, area) for grid in here.sheets.between(first, last)]
            case Name():
                _collect_name(node, here, found)
            case TablePart():
                _collect_area(here.table_part(node), found)
            case Call():
                found.anything = found.anything or node.name in _ANYTHING or node.name == ":"
                found.moment = found.moment or node.name in _MOMENT


def _collect_name(node: Name, here: Evaluation, found: Precedents) -> None:
    text = here.sheets.name(node.text, node.sheet or here.grid.name)
    if text is None:
        _collect_area(here.sheets.table_part(node.text, "#Data", here.place), found)
    elif text not in found.names:
        found.names.add(text)
        inner = Evaluation(here.sheets, here.grid, here.place, (1, 1))
        _collect(parse(text), inner, found)


def _collect_area(value: Value, found: Precedents) -> None:
    if isinstance(value, Range):
        found.areas.append((value.grid, value.area))


def _nodes(tree: Node) -> Iterator[Node]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        match node:
            case Call():
                waiting += node.arguments
            case Operation():
                waiting += [node.first, *(other for _, other in node.rest)]
            case Negative() | Percent():
                waiting.append(node.value)
            case Several():
                waiting += node.parts
