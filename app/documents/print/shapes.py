"""Shapes and pictures drawn in their frames, turned and mirrored, with the text they hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from app.documents.print.cell_text import Box
from app.documents.print.controls import draw_control
from app.documents.print.figures import draw_outlines
from app.documents.print.frames import Leaf, bounds, recipe_of
from app.documents.print.guides import Figure, work_out
from app.documents.print.pictures import Pictures, draw_cropped
from app.documents.print.preset_shapes import preset
from app.documents.print.shape_text import Setting, draw_body
from app.documents.sheet.drawing_colours import Paint
from app.documents.sheet.paints import Stroke
from app.documents.sheet.shape_text import Body
from app.documents.sheet.shapes import Control, Picture, Placement, Shape

_FRAME = Stroke(0.5, Paint("808080"))
_UPSIDE = 180.0
_SLACK = 2.0


class Artist(NamedTuple):
    """What all drawings of a sheet are drawn with.

    ``cell_text`` gives the text that a linked cell shows, ``None`` where it is not known.
    """

    setting: Setting
    pictures: Pictures
    cell_text: Callable[[str], str | None]


def draw_leaf(artist: Artist, leaf: Leaf, frame: Placement, window: Box) -> None:
    """Draw one shape, picture or control; text outside the window is left out."""
    match leaf:
        case Shape():
            _draw_shape(artist, leaf, frame, window)
        case Picture():
            _draw_picture(artist, leaf, frame)
        case Control():
            draw_control(artist.setting, leaf, frame, _state(artist, leaf))
        case _:
            _draw_frame(artist, frame, None)


def _draw_shape(artist: Artist, shape: Shape, frame: Placement, window: Box) -> None:
    recipe = recipe_of(shape)
    if recipe is None:
        _draw_frame(artist, frame, shape)
        figure = Figure([], (0.0, 0.0, frame.width, frame.height))
    else:
        figure = work_out(recipe, shape.adjusts, frame.width, frame.height)
        _turned(artist, frame, lambda: _outlines(artist, shape, frame, figure))
    body = _body(artist, shape)
    if body is not None and _is_seen(frame, window):
        _draw_text(artist, body, frame, figure)


def _outlines(artist: Artist, shape: Shape, frame: Placement, figure: Figure) -> None:
    draw_outlines(artist.setting.ink, frame, figure.outlines, shape.fill, shape.stroke)


def _draw_frame(artist: Artist, frame: Placement, shape: Shape | None) -> None:
    """Draw the bare rectangle of what cannot be drawn as it is."""
    recipe = preset("rect")
    if recipe is None:
        return
    outlines = work_out(recipe, (), frame.width, frame.height).outlines
    fill = shape.fill if shape else None
    stroke = (shape.stroke if shape else None) or _FRAME
    _turned(artist, frame, lambda: draw_outlines(artist.setting.ink, frame, outlines, fill, stroke))


def _turned(artist: Artist, frame: Placement, draw: Callable[[], None]) -> None:
    if not frame.turn:
        draw()
        return
    ink = artist.setting.ink
    x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
    ink.turn(x, y, frame.turn, mirrored=False, flipped=False)
    draw()
    ink.restore()


def _is_seen(frame: Placement, window: Box) -> bool:
    left, top, right, bottom = bounds(frame)
    return not (
        right < window.x - _SLACK
        or left > window.right + _SLACK
        or bottom < window.y - _SLACK
        or top > window.y + window.height + _SLACK
    )


def _body(artist: Artist, shape: Shape) -> Body | None:
    body = shape.body
    if body is None or not shape.link:
        return body if body and body.text.strip() else None
    text = artist.cell_text(shape.link)
    if text is None:
        return body if body.text.strip() else None
    part = body.paragraphs[0] if body.paragraphs else None
    if part is None or not text:
        return None
    font = part.runs[0][1] if part.runs else part.font
    return replace(body, paragraphs=(replace(part, runs=((text, font),)),))


def _draw_text(artist: Artist, body: Body, frame: Placement, figure: Figure) -> None:
    x, y, width, height = figure.text_box
    if frame.mirrored:
        x = frame.width - x - width
    if frame.flipped:
        y = frame.height - y - height
    box = Box(frame.x + x, frame.y + y, width, height)
    turn = body.turn + (0.0 if body.upright else frame.turn + _UPSIDE * frame.flipped)
    if not turn % 360:
        draw_body(artist.setting, body, box)
        return
    ink = artist.setting.ink
    middle = (frame.x + frame.width / 2, frame.y + frame.height / 2)
    ink.turn(*middle, turn, mirrored=False, flipped=False)
    if frame.flipped and not body.upright:
        box = _seen_from(box, middle)
    draw_body(artist.setting, body, box)
    ink.restore()


def _seen_from(box: Box, middle: tuple[float, float]) -> Box:
    """Return a box as it lies for one who looks at it upside down."""
    return box._replace(x=2 * middle[0] - box.x - box.width, y=2 * middle[1] - box.y - box.height)


def _draw_picture(artist: Artist, picture: Picture, frame: Placement) -> None:
    image = artist.pictures.image(picture.part) if frame.width and frame.height else None
    recipe = preset("rect")
    if recipe is None or not frame.width or not frame.height:
        return
    ink = artist.setting.ink
    outlines = work_out(recipe, (), frame.width, frame.height).outlines
    middle = (frame.x + frame.width / 2, frame.y + frame.height / 2)
    ink.turn(*middle, frame.turn, mirrored=frame.mirrored, flipped=frame.flipped)
    draw_outlines(ink, frame, outlines, picture.fill, None)
    if image is not None:
        ink.fade(picture.alpha)
        draw_cropped(ink, image, (frame.x, frame.y, frame.width, frame.height), picture.crop)
        ink.restore()
    stroke = picture.stroke if image is not None else _FRAME
    draw_outlines(ink, frame, outlines, None, stroke)
    ink.restore()


def _state(artist: Artist, control: Control) -> str:
    """Return whether a box is ticked; the linked cell knows better than the box."""
    text = artist.cell_text(control.link) if control.link and control.kind == "checkbox" else None
    return {"TRUE": "on", "FALSE": "off"}.get(text or "", control.state)
