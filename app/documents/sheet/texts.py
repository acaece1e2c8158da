"""Texts of cells: plain, or rich with a font for every run; furigana where a cell shows them."""

from __future__ import annotations

from functools import cached_property

from app.documents.form.markup import Element, q, readable
from app.documents.sheet.furigana import with_furigana
from app.documents.sheet.look import Font, RichText, Run
from app.documents.sheet.styles import Styles

LONGEST_TEXT = 32_767
"""Characters of a cell.  A longer one would take minutes to set, and no Excel shows it."""


class Texts(list[str | RichText]):
    """The shared texts of a workbook by their numbers, without furigana."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Read the part; a workbook may have none."""
        self._root, self._styles = root, styles
        items = () if root is None else root.iterchildren(q("si"))
        super().__init__([read_text(item, styles) for item in items])

    def with_furigana(self, place: int) -> str | RichText:
        """Return a text with its furigana."""
        return with_furigana(self._items[place], self[place], self._styles)

    @cached_property
    def _items(self) -> list[Element]:
        return [] if self._root is None else self._root.findall(q("si"))


def read_text(item: Element, styles: Styles) -> str | RichText:
    """Return the text of an ``si`` or ``is`` element, as far as Excel would keep it."""
    runs = item.findall(q("r"))
    if not runs:
        return _plain(item)
    found, room = [], LONGEST_TEXT
    for run in runs:
        found.append(Run(_plain(run)[:room], _font(run, styles)))
        room -= len(found[-1].text)
        if room <= 0:
            break
    return tuple(found)


def tidied(text: str) -> str:
    """Return a text as a cell holds it, no longer than Excel lets one be."""
    return readable(text[:LONGEST_TEXT]).replace("\r\n", "\n").replace("\r", "\n")


def _plain(element: Element) -> str:
    return tidied(element.findtext(q("t")) or "")


def _font(run: Element, styles: Styles) -> Font | None:
    properties = run.find(q("rPr"))
    return None if properties is None else styles.font(properties)
