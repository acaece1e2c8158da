"""How the items of a form's lists are divided over a sheet, its copies and its 別紙.

Lists in drawn frames or numbered places take as many items as there are places; the rest goes on
in copies of the sheet, or on the sheet that the form names for it (``別紙=``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from app.documents.form.layout import Layout, read_layout
from app.documents.form.places import merges
from app.documents.form.scan import Marked
from app.documents.form.tags import Control
from app.documents.form.values import Context, is_list, lists_at
from app.documents.form.workbook import Sheet
from app.documents.form.writer import Writer

Items = Sequence[object]


class Pages:
    """Divides lists; what goes on elsewhere is kept until that sheet's turn."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._sheets: dict[str, Sheet] = {}
        self._rest: dict[str, dict[str, Items]] = {}
        """For a 別紙 by its folded name: what is left of each list for it."""

    def in_order(self, marked: Mapping[Sheet, Sequence[Marked]]) -> list[Sheet]:
        """Return the sheets, each 別紙 after the sheets that go on there."""
        self._sheets = {sheet.name.casefold(): sheet for sheet in marked}
        later: list[Sheet] = []
        for sheet, cells in marked.items():
            for each in cells:
                for control in each.marks.controls:
                    later += self._annex(sheet, each, control)
        return [*(sheet for sheet in marked if sheet not in later), *dict.fromkeys(later)]

    def _annex(self, sheet: Sheet, marked: Marked, control: Control) -> list[Sheet]:
        if not control.annex:
            return []
        found = self._sheets.get(control.annex.casefold())
        if found is None or found is sheet:
            self._writer.say(
                sheet.name, marked.address,
                f"別紙の「{control.annex}」というシートがこの様式にありません。"
                "入りきらない分は、このシートの写しに続けます。", "control",
            )  # fmt: skip
            return []
        self._rest.setdefault(control.annex.casefold(), {})[control.list_name] = ()
        return [found]

    def unused(self, context: Context) -> list[Sheet]:
        """Return every 別紙 that nothing had to go on to."""
        return [
            self._sheets[name]
            for name, lists in self._rest.items()
            if not any(lists.values()) and any(is_list(context.get(each)) for each in lists)
        ]

    def contexts(self, sheet: Sheet, cells: Sequence[Marked], values: Context) -> list[Context]:
        """Return the values of the sheet and of each copy it needs."""
        controls = [control for marked in cells for control in marked.marks.controls]
        contexts: list[Context] = [{**values, **self._rest.get(sheet.name.casefold(), {})}]
        for name in (control.list_name for control in controls if control.sheet):
            contexts = [
                {**context, name: item}
                for context in contexts
                for item in (cast("Items", context.get(name)) or [{}])
            ]
        areas = list(merges(sheet.root)) if cells else []
        return [
            page
            for context in contexts
            for page in self._divided(sheet, read_layout(cells, areas, context), context)
        ]

    def _divided(self, sheet: Sheet, layout: Layout, context: Context) -> list[Context]:
        """Divide lists with a fixed number of places over pages."""
        sizes = self._sizes(sheet, layout, context)
        # A name may stand for one item already, on the copy of a sheet for each item.
        lists = {name: cast("Items", context[name]) for name in sizes if is_list(context.get(name))}
        for name, items in lists.items():
            control = layout.controls.get(name)
            rest = self._rest.get(control.annex.casefold(), {}) if control else {}
            if name in rest:
                lists[name] = items[: sizes[name]]
                rest[name] = (*rest[name], *items[sizes[name] :])
        count = max((-(-len(items) // sizes[name]) for name, items in lists.items()), default=1)
        return [
            {
                **context,
                **{
                    name: items[page * sizes[name] : (page + 1) * sizes[name]]
                    for name, items in lists.items()
                },
            }
            for page in range(max(count, 1))
        ]

    def _sizes(self, sheet: Sheet, layout: Layout, context: Context) -> dict[str, int]:
        """Return how many items of each list a sheet has places for."""
        sizes = {names[0]: block.frames for block in layout.blocks for names in block.lists}
        for names, places in layout.places.items():
            control = layout.controls.get(names[0])
            if len(names) == 1 and control and (control.go_on or control.annex):
                sizes[names[0]] = places
            else:
                self._report_overflow(sheet, names, places, context)
        return {name: size for name, size in sizes.items() if size}

    def _report_overflow(
        self, sheet: Sheet, names: tuple[str, ...], places: int, context: Context
    ) -> None:
        longest = max((len(items) for items in lists_at(context, names)), default=0)
        if longest > places:
            self._writer.say(
                sheet.name, "",
                f"「{names[-1]}」を入れる欄は{places}つですが、{longest}件あります。"
                f"{places + 1}件目からは入っていません。欄を増やした様式を使ってください。",
                "overflow",
            )  # fmt: skip
