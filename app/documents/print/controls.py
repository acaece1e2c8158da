"""Controls of a form as they look on paper: boxes to tick, labels, frames round groups."""

from __future__ import annotations

from dataclasses import replace

from app.documents.fonts import ASCENT
from app.documents.print.cell_text import Box
from app.documents.print.figures import draw_outlines, draw_stroke
from app.documents.print.guides import Outline, Segment, work_out
from app.documents.print.lines import Line, atoms_of
from app.documents.print.preset_shapes import preset
from app.documents.print.setting import set_line
from app.documents.print.shape_text import Setting, draw_body
from app.documents.sheet.drawing_colours import Paint
from app.documents.sheet.paints import Fill, Stroke
from app.documents.sheet.shapes import Control, Placement

_SIGN = 9.0
_LEFT = 2.5
_TEXT = 14.5
_TITLE = 7.0
_DOT = 0.45
_LINE = Stroke(0.75, Paint("000000"))
_GREY = Stroke(0.75, Paint("808080"))
_MARK = Stroke(1.4, Paint("000000"))
_MIXED = Paint("A6A6A6")
_FACE = Paint("F0F0F0")
_TICK = ((0.2, 0.5), (0.42, 0.74), (0.82, 0.24))


def draw_control(setting: Setting, control: Control, frame: Placement, state: str) -> None:
    """Draw a control in its frame, ticked as ``state`` says."""
    box = Box(frame.x, frame.y, frame.width, frame.height)
    if control.kind == "group":
        _draw_group(setting, control, frame)
        return
    if control.kind == "button":
        _plain(setting, "rect", frame, _FACE, _GREY)
        middle = tuple(replace(part, side="ctr") for part in control.body.paragraphs)
        draw_body(setting, replace(control.body, paragraphs=middle, anchor="ctr"), box)
        return
    _plain(setting, "rect", frame, control.fill, control.stroke)
    setting.ink.clip(*box)
    if control.kind == "label":
        draw_body(setting, control.body, box)
    else:
        _draw_sign(setting, control, frame, state)
        draw_body(setting, control.body, box._replace(x=box.x + _TEXT, width=box.width - _TEXT))
    setting.ink.restore()


def _plain(
    setting: Setting, name: str, frame: Placement, fill: Fill, stroke: Stroke | None
) -> None:
    recipe = preset(name)
    if recipe and (fill or stroke):
        figure = work_out(recipe, (), frame.width, frame.height)
        draw_outlines(setting.ink, frame, figure.outlines, fill, stroke)


def _draw_sign(setting: Setting, control: Control, frame: Placement, state: str) -> None:
    size = min(_SIGN, frame.height)
    spare = frame.height - size
    y = frame.y + {"t": min(1.5, spare), "b": spare - min(1.5, spare)}.get(
        control.body.anchor, spare / 2
    )
    place = Placement(frame.x + _LEFT, y, size, size)
    round_ = control.kind == "radio"
    fill = _MIXED if state == "mixed" else Paint("FFFFFF")
    _plain(setting, "ellipse" if round_ else "rect", place, fill, _LINE)
    if state == "on" and round_:
        gap = size * (1 - _DOT) / 2
        dot = Placement(place.x + gap, y + gap, size * _DOT, size * _DOT)
        _plain(setting, "ellipse", dot, Paint("000000"), None)
    elif state == "on":
        points = [(place.x + x * size, y + down * size) for x, down in _TICK]
        path: list[Segment] = [("M", (points[0],)), ("L", (points[1],)), ("L", (points[2],))]
        draw_stroke(setting.ink, path, _MARK)


def _draw_group(setting: Setting, control: Control, frame: Placement) -> None:
    """Draw a frame whose upper line leaves room for its title."""
    runs = control.body.paragraphs[0].runs if control.body.paragraphs else ()
    title = Line([atom for text, font in runs for atom in atoms_of(text, font)], last=True)
    size = title.atoms[0].size if title.atoms else 0.0
    top, right, bottom = size / 2, frame.width, frame.height
    start, end = (_TITLE - 1, _TITLE + title.width + 1) if title.atoms else (0.0, 0.0)
    path: list[Segment] = [
        ("M", ((start, top),)), ("L", ((0, top),)), ("L", ((0, bottom),)),
        ("L", ((right, bottom),)), ("L", ((right, top),)), ("L", ((min(end, right), top),)),
    ]  # fmt: skip
    draw_outlines(setting.ink, frame, [Outline(path, "none", stroked=True)], None, _GREY)
    set_line(setting.ink, title, frame.x + _TITLE, frame.y + ASCENT * size)
