"""One sheet filled with the values of one context: its lists first, from the lowest up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from app.documents.form.grow import break_pages, frames, grow
from app.documents.form.layout import Block, read_layout
from app.documents.form.mapping import Overlay
from app.documents.form.margins import fill_margins
from app.documents.form.places import merges
from app.documents.form.scan import Marked, drop_unused
from app.documents.form.shapes import fill_shapes
from app.documents.form.tags import NONE_SAID, Step
from app.documents.form.values import Context, find, is_list
from app.documents.form.workbook import Sheet, Workbook
from app.documents.form.writer import Writer


def fill_sheet(
    workbook: Workbook,
    sheet: Sheet,
    cells: Sequence[Marked],
    writer: Writer,
    context: Context,
    overlay: Overlay | None,
) -> None:
    """Fill every tag of a sheet: those of ``cells``, of headers and footers, of shapes."""
    layout = read_layout(cells, merges(sheet.root) if cells else (), context)
    for block in reversed(layout.blocks):
        _fill_block(workbook, sheet, block, writer, context)
        _say_none(sheet, block, writer, context)
    for marked in layout.singles:
        writer.fill_tags(sheet, marked, marked.cell, context)
    if overlay:
        drop_unused(cells, overlay)
    fill_margins(sheet, writer, context)
    fill_shapes(sheet, writer, context)


def _fill_block(
    workbook: Workbook, sheet: Sheet, block: Block, writer: Writer, context: Context
) -> None:
    items = max(len(_list(context, names)) for names in block.lists)
    if block.frames:
        copies = frames(sheet, block, block.frames)
    else:
        rows = _padded(items, block)
        copies = grow(workbook, sheet, block, rows)
        if rows > 1:
            writer.grown.append((sheet, [cell for each in copies for cell in each.values()]))
        if block.page:
            break_pages(sheet, block, rows)
    for marked in block.later:
        writer.fill_tags(sheet, marked, marked.cell, _item_context(context, block, items))
    for number, cells in enumerate(copies):
        if block.frames and number >= max(items, 1):
            break  # What is drawn in frames that nothing comes into stays.
        own = _item_context(context, block, number)
        for marked in block.cells:
            writer.fill_tags(sheet, marked, cells[marked.cell], own)


def _say_none(sheet: Sheet, block: Block, writer: Writer, context: Context) -> None:
    if any(_list(context, names) for names in block.lists):
        return
    for marked in block.cells:
        if any(control.none_said for control in marked.marks.controls):
            writer.write(sheet, marked.cell, NONE_SAID)


def _padded(items: int, block: Block) -> int:
    """Return how many items are drawn: at least one, and full pages if the form says so."""
    drawn = max(items, 1)
    if block.fill and block.page:
        return -(-drawn // block.page) * block.page
    return drawn


def _list(context: Context, names: Sequence[str]) -> Sequence[object]:
    value = find(context, [Step(name) for name in names])
    return cast("Sequence[object]", value) if is_list(value) else ()


def _item_context(context: Context, block: Block, number: int) -> Context:
    """Return the values of one item: each list of the block stands for its item there."""
    own = context
    for names in block.lists:
        items = _list(context, names)
        item = items[number] if number < len(items) else None
        own = _with(own, names, item)
    return own


def _with(context: Context, names: Sequence[str], item: object) -> Context:
    head, *rest = names
    if not rest:
        return {**context, head: item}
    inner = context.get(head)
    return {**context, head: _with(inner if isinstance(inner, Mapping) else {}, rest, item)}
