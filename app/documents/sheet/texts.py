"""Texts of cells: plain, or rich with a font for every run.  Furigana are left out."""

from __future__ import annotations

from app.documents.form.markup import Element, q, readable
from app.documents.sheet.look import Font, RichText, Run
from app.documents.sheet.styles import Styles


def read_text(item: Element, styles: Styles) -> str | RichText:
    """Return the text of an ``si`` or ``is`` element."""
    runs = item.findall(q("r"))
    if not runs:
        return _plain(item)
    return tuple(Run(_plain(run), _font(run, styles)) for run in runs)


def _plain(element: Element) -> str:
    text = element.findtext(q("t")) or ""
    return readable(text).replace("\r\n", "\n").replace("\r", "\n")


def _font(run: Element, styles: Styles) -> Font | None:
    properties = run.find(q("rPr"))
    return None if properties is None else styles.font(properties)
