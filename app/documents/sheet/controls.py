"""Controls of a form that lie on a sheet: check boxes, option buttons, labels, group boxes.

Their place and text stand in the older drawing language, their state in parts of their own, and
the sheet lists them a second time; what is newer wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW
from app.documents.form.markup import Element, local
from app.documents.form.package import Package
from app.documents.sheet.anchors import Anchor, Corner, read_anchor
from app.documents.sheet.attributes import flag, relation_named, whole
from app.documents.sheet.drawing_colours import Paint
from app.documents.sheet.look import Font
from app.documents.sheet.paints import Stroke
from app.documents.sheet.shape_text import Body, Paragraph
from app.documents.sheet.shapes import Control, Drawing, Drawn, Picture, Placement, Unknown
from app.documents.sheet.vml import colour, picture_of, read_vml

_KINDS = {
    "Checkbox": "checkbox", "Radio": "radio", "Label": "label", "GBox": "group",
    "Button": "button",
}  # fmt: skip
_OTHER_KINDS = {
    "Drop": "ドロップダウン", "List": "リストボックス", "Edit": "入力欄", "Spin": "スピンボタン",
    "Scroll": "スクロールバー", "Dialog": "ダイアログ",
}  # fmt: skip
_SILENT = {"Note", "Group"}
_PIXEL = 0.75
_FONT = Font(name="MS UI Gothic", size=9)
_INSET = 2.0
_STATES = {"1": "on", "Checked": "on", "2": "mixed", "Mixed": "mixed"}
_ANCHORS = {"top": "t", "center": "ctr", "bottom": "b", "justify": "just", "distributed": "dist"}
_SIDES = {"left": "l", "center": "ctr", "right": "r", "justify": "just", "distributed": "dist"}


def read_controls(package: Package, sheet_part: str, root: Element) -> list[Drawing]:
    """Return the controls of a sheet that are printed."""
    found: list[Drawing] = []
    for part in package.related(sheet_part, "vmlDrawing"):
        if _is_for_headers(package, sheet_part, part, root):
            continue
        tree = read_vml(package, part)
        for shape in () if tree is None else tree.iterchildren("{*}shape"):
            drawing = _control(package, part, shape)
            if drawing:
                found.append(drawing)
    return _as_listed(package, sheet_part, root, found)


def _is_for_headers(package: Package, sheet_part: str, part: str, root: Element) -> bool:
    wanted = relation_named(root.find("{*}legacyDrawingHF"), "id")
    return any(
        relation.id == wanted and package.find(relation.target) == part
        for relation in package.relations(sheet_part)
    )


def _control(package: Package, part: str, shape: Element) -> Drawing | None:
    facts = shape.find("{*}ClientData")
    if facts is None or "visibility:hidden" in shape.get("style", "").replace(" ", ""):
        return None
    kind = facts.get("ObjectType", "")
    anchor = _anchor(_said(facts, "Anchor"))
    if anchor is None or kind in _SILENT or _said(facts, "PrintObject") in {"False", "0", "f"}:
        return None
    return Drawing(anchor, _content(package, part, shape, facts))


def _content(package: Package, part: str, shape: Element, facts: Element) -> Drawn:
    name, kind = shape.get("id", ""), facts.get("ObjectType", "")
    if kind == "Pict":
        relation, crop = picture_of(shape)
        targets = {each.id: package.find(each.target) or "" for each in package.relations(part)}
        return Picture(name, Placement(), targets.get(relation, ""), crop)
    if kind not in _KINDS:
        return Unknown(name, Placement(), _OTHER_KINDS.get(kind, "コントロール"))
    filled = shape.get("filled", "t") not in {"f", "false"}
    lined = shape.get("stroked", "t") not in {"f", "false"}
    return Control(
        name,
        Placement(),
        _KINDS[kind],
        _body(shape, facts),
        _STATES.get(_said(facts, "Checked"), "off"),
        _said(facts, "FmlaLink"),
        Paint(colour(shape.get("fillcolor", ""), "FFFFFF")) if filled else None,
        Stroke(_PIXEL, Paint(colour(shape.get("strokecolor", ""), "000000"))) if lined else None,
    )


def _said(facts: Element, name: str) -> str:
    """Return a client entry's text; an entry without one (``<x:Checked/>``) means 1."""
    entry = facts.find(f"{{*}}{name}")
    return "" if entry is None else (entry.text or "").strip() or "1"


def _anchor(text: str) -> Anchor | None:
    """Read ``column, pixels, row, pixels`` of both corners."""
    numbers = [part.strip() for part in text.split(",")]
    if len(numbers) != 8 or not all(part.isdecimal() and len(part) < 8 for part in numbers):
        return None
    first, last = (
        Corner(min(row + 1, LAST_ROW), min(column + 1, LAST_COLUMN), down * _PIXEL, across * _PIXEL)
        for column, across, row, down in (map(int, numbers[:4]), map(int, numbers[4:]))
    )
    return Anchor(first, last)


def _body(shape: Element, facts: Element) -> Body:
    box = shape.find("{*}textbox")
    side = _SIDES.get(_said(facts, "TextHAlign").lower(), "l")
    anchor = _ANCHORS.get(_said(facts, "TextVAlign").lower(), "t")
    lines = [] if box is None else box.findall("{*}div")
    paragraphs = tuple(Paragraph(_line(div), _FONT, side=side) for div in lines)
    return Body(paragraphs, (_INSET, 0, _INSET, 0), anchor)


def _line(element: Element) -> tuple[tuple[str, Font], ...]:
    """Return the runs of a line; breaks that Excel leaves at its end are none."""
    runs = list(_runs(element, _FONT))
    while runs and runs[-1][0] == "\n":
        runs.pop()
    return tuple(runs)


def _runs(element: Element, font: Font) -> Iterator[tuple[str, Font]]:
    """Yield the texts of what is written as in a web page, in the fonts that hold for them."""
    if element.text and element.text.strip():
        yield " ".join(element.text.split()), font
    for child in element.iterchildren("{*}*"):
        if local(child) == "br":
            yield "\n", font
        yield from _runs(child, _font(child, font))
        if child.tail and child.tail.strip():
            yield " ".join(child.tail.split()), font


def _font(child: Element, font: Font) -> Font:
    match local(child):
        case "font":
            size = whole(child, "size", round(font.size * 20)) / 20
            name = child.get("face", font.name)
            return replace(
                font,
                name=font.name if name.startswith("Tahoma") else name,
                size=min(max(size, 1), 409),
                colour=colour(child.get("color", ""), font.colour),
            )
        case "b":
            return replace(font, bold=True)
        case "i":
            return replace(font, italic=True)
        case "u":
            return replace(font, underline="single")
        case _:
            return font


def _as_listed(
    package: Package, sheet_part: str, root: Element, found: list[Drawing]
) -> list[Drawing]:
    """Take place, state and whether it is printed from the sheet's own list of controls."""
    targets = {each.id: package.find(each.target) for each in package.relations(sheet_part)}
    listed = {entry.get("shapeId", ""): entry for entry in _listed(root)}
    shown = []
    for drawing in found:
        entry = listed.get(getattr(drawing.content, "name", "").rpartition("_s")[2])
        facts = None if entry is None else entry.find("{*}controlPr")
        if not flag(facts, "print", default=True):
            continue
        place = None if facts is None else facts.find("{*}anchor")
        anchor = None if place is None else read_anchor(place)
        content = _in_state(package, targets.get(relation_named(entry, "id")), drawing.content)
        shown.append(Drawing(anchor or drawing.anchor, content))
    return shown


def _listed(root: Element) -> Iterator[Element]:
    for child in root.iterchildren("{*}controls", "{*}AlternateContent"):
        yield from child.iter("{*}control")


def _in_state(package: Package, part: str | None, content: Drawn) -> Drawn:
    if not isinstance(content, Control) or part is None:
        return content
    facts = package.tree(part)
    if local(facts) != "formControlPr":
        return content
    state = _STATES.get(facts.get("checked", ""), "off")
    return replace(content, state=state, link=facts.get("fmlaLink", content.link))
