"""Tags in the texts of shapes, text boxes and charts' titles; runs keep their looks."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from app.documents.form.cell_writing import replace_span
from app.documents.form.cells import may_open
from app.documents.form.markup import Element
from app.documents.form.tags import Marks, may_hold_tags, read_tags
from app.documents.form.values import Context
from app.documents.form.workbook import Sheet
from app.documents.form.writer import Writer

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPH, _RUN, _FIELD, _TEXT, _BREAK = _A + "p", _A + "r", _A + "fld", _A + "t", _A + "br"
_LOOK = _A + "rPr"


def fill_shapes(sheet: Sheet, writer: Writer, context: Context) -> None:
    """Fill single fields in everything drawn on a sheet."""
    for part, paragraph, marks in _marked(sheet):
        texts = _texts(paragraph)
        for tag in reversed(marks.tags):
            value = writer.text_of(sheet, tag, context)
            replace_span(texts, tag.start, tag.end, value)
        for text in texts:
            _break_lines(text)
        sheet.package.touch(part)


def shape_marks(sheet: Sheet) -> list[Marks]:
    """Return the tags in the shapes of a sheet, for who looks at a form."""
    return [marks for _, _, marks in _marked(sheet)]


def _marked(sheet: Sheet) -> Iterator[tuple[str, Element, Marks]]:
    package = sheet.package
    drawings = package.related(sheet.part, "drawing")
    for part in (
        *drawings,
        *(chart for each in drawings for chart in package.related(each, "chart")),
    ):
        if not package.parsed(part) and not may_open(package.read(part)):
            continue
        for paragraph in package.tree(part).iter(_PARAGRAPH):
            text = "".join(piece.text or "" for piece in _texts(paragraph))
            if may_hold_tags(text) and (marks := read_tags(text)):
                yield part, paragraph, marks


def _texts(paragraph: Element) -> list[Element]:
    runs = paragraph.iterchildren(_RUN, _FIELD)
    return [text for run in runs for text in run.iterchildren(_TEXT)]


def _break_lines(text: Element) -> None:
    """Turn line ends inside a run into breaks between runs, as shapes have them."""
    lines, run = (text.text or "").split("\n"), text.getparent()
    if len(lines) == 1 or run is None:
        return
    look = run.find(_LOOK)
    text.text = lines[0]
    for line in reversed(lines[1:]):
        more = deepcopy(run)
        piece = more.find(_TEXT)
        assert piece is not None
        piece.text = line
        between = etree.Element(_BREAK)
        if look is not None:
            between.append(deepcopy(look))
        run.addnext(more)
        run.addnext(between)
