"""Fill a form: tags, defined names and cells get their values, all else stays as it was drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

from app.documents.form.addresses import cell_name
from app.documents.form.cells import Grid, Strings
from app.documents.form.copies import copy_sheet
from app.documents.form.findings import Finding
from app.documents.form.grow import unshare
from app.documents.form.layout import Layout, read_layout
from app.documents.form.mapping import overlays
from app.documents.form.markup import q
from app.documents.form.package import Package
from app.documents.form.places import Place, is_address, merges, place_of
from app.documents.form.scan import Marked, marked_cells
from app.documents.form.sheet_fill import fill_sheet
from app.documents.form.stale import formula_cells, remove_stale
from app.documents.form.styles import Styles
from app.documents.form.values import Context, decode, is_known, is_list, lists_at
from app.documents.form.workbook import Sheet, Workbook
from app.documents.form.writer import Writer

_NO_MARKS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form: the new file, what there is to say about it, and where values went.

    ``written`` names (sheet, cell) of every cell that got a value, where it stands now.
    """

    data: bytes
    findings: tuple[Finding, ...]
    written: tuple[tuple[str, str], ...]


def fill(
    form: Path | bytes, values: Mapping[str, object], marks: Mapping[str, str] = _NO_MARKS
) -> Filled:
    """Fill a form in memory; with no values the data are the form's own bytes.

    ``values``: names of fields, defined names or cells (``シート名!C5``) to values; a list of
    mappings is a list.  ``marks``: cells to text with tags; the form is treated as if that text
    stood there.  Raises ``Refusal`` when the form cannot be read.
    """
    package = Package.open(form)
    workbook = Workbook(package)
    context = cast("Context", decode(values))
    if not context:
        return Filled(package.original, (), ())
    filling = Filling(workbook, context, marks)
    filling.run()
    return Filled(package.to_bytes(), tuple(filling.writer.findings), filling.written())


class Filling:
    """One form being filled."""

    def __init__(self, workbook: Workbook, context: Context, marks: Mapping[str, str]) -> None:
        self.workbook = workbook
        self.context = context
        self.overlays, self._lost = overlays(workbook, marks)
        self.formula_replaced = False
        package = workbook.package
        strings = next(iter(package.related(workbook.part, "sharedStrings")), None)
        self.strings = Strings(package.tree(strings) if strings else None)
        styles = next(iter(package.related(workbook.part, "styles")), None)
        self.writer = Writer(Styles(package, styles), from_1904=workbook.counts_from_1904)

    def run(self) -> None:
        """Fill everything."""
        for key in self._lost:
            self._say_no_place(key)
        self._fill_places()
        for sheet in list(self.workbook.sheets):
            self._fill_copies(sheet)
        if self.workbook.package.touched:
            self._settle_formulas()

    def written(self) -> tuple[tuple[str, str], ...]:
        """Return (sheet, cell) of every cell that got a value, each once."""
        cells = ((sheet.name, cell.get("r", "")) for sheet, cell in self.writer.written)
        return tuple(dict.fromkeys(cells))

    def _settle_formulas(self) -> None:
        moved = [
            (sheet, cell)
            for sheet in self.writer.moved.values()
            for _, cell, _ in formula_cells(sheet)
        ]
        if moved or self.formula_replaced:
            self.workbook.drop_calculation_chain()
        remove_stale(self.workbook, [*self.writer.written, *moved])
        self.workbook.calculate_on_load()

    def _fill_copies(self, sheet: Sheet) -> None:
        """Fill a sheet, and as many copies of it as its lists ask for."""
        overlay = self.overlays.get(sheet.name)
        cells = marked_cells(Grid(sheet.root), self.strings, overlay)
        for marked in cells:
            self._report(sheet, marked)
        contexts = self._contexts(sheet, cells)
        sheets = [sheet]
        for _ in contexts[1:]:
            sheets.append(copy_sheet(self.workbook, sheet, after=sheets[-1]))
        for each, context in zip(sheets, contexts, strict=True):
            fill_sheet(self.workbook, each, self.strings, self.writer, context, overlay)

    def _contexts(self, sheet: Sheet, cells: Sequence[Marked]) -> list[Context]:
        """Return the values of the sheet and of each copy it needs."""
        controls = [control for marked in cells for control in marked.marks.controls]
        contexts: list[Context] = [self.context]
        for name in (control.list_name for control in controls if control.sheet):
            contexts = [
                {**context, name: item}
                for context in contexts
                for item in (cast("Sequence[object]", context.get(name)) or [{}])
            ]
        areas = list(merges(sheet.root))
        return [
            page
            for context in contexts
            for page in self._pages(sheet, read_layout(cells, areas, context), context)
        ]

    def _pages(self, sheet: Sheet, layout: Layout, context: Context) -> list[Context]:
        """Divide lists with a fixed number of places over pages."""
        sizes = {names[0]: block.frames for block in layout.blocks for names in block.lists}
        for names, places in layout.places.items():
            control = layout.controls.get(names[0])
            if len(names) == 1 and control and control.go_on:
                sizes[names[0]] = places
            else:
                self._report_overflow(sheet, names, places, context)
        sizes = {name: size for name, size in sizes.items() if size}
        lists = {name: cast("Sequence[object]", context[name]) for name in sizes}
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

    def _report_overflow(
        self, sheet: Sheet, names: tuple[str, ...], places: int, context: Context
    ) -> None:
        longest = max((len(items) for items in lists_at(context, names)), default=0)
        if longest > places:
            self.writer.say(
                sheet.name, "",
                f"「{names[-1]}」を入れる欄は{places}つですが、{longest}件あります。"
                f"{places + 1}件目からは入っていません。欄を増やした様式を使ってください。",
                "overflow",
            )  # fmt: skip

    def _report(self, sheet: Sheet, marked: Marked) -> None:
        for tag in marked.marks.tags:
            if not is_known(self.context, tag.names):
                self.writer.say(
                    sheet.name, marked.address,
                    f"「{{{{{tag.label}}}}}」という項目はこの書類にありません。空欄にしました。"
                    "名前を確かめてください。", "unknown",
                )  # fmt: skip

        for control in marked.marks.controls:
            known = is_list(self.context.get(control.list_name))
            if control.unknown or not known:
                why = "の指定" if known else "という一覧"
                word = control.unknown[0] if known else control.list_name
                self.writer.say(
                    sheet.name, marked.address,
                    f"「{{{{*{control.list_name}}}}}」の「{word}」{why}は使えません。", "control",
                )  # fmt: skip

    def _fill_places(self) -> None:
        for key, value in self.context.items():
            place = place_of(self.workbook, key)
            if place is not None:
                self._fill_place(key, place, value)
            elif is_address(key):
                self._say_no_place(key)

    def _say_no_place(self, key: str) -> None:
        self.writer.say(
            "", "", f"「{key}」という場所はこの様式にありません。値を入れませんでした。", "target"
        )

    def _fill_place(self, key: str, place: Place, value: object) -> None:
        name, address = place.sheet.name, cell_name(place.row, place.column)
        if is_list(value) or isinstance(value, Mapping):
            self.writer.say(name, address, f"「{key}」には一つの値だけを入れられます。", "target")
            return
        if place.moved:
            self.writer.say(
                name, cell_name(*place.asked),
                f"結合されたセルの途中です。左上の{address}に入れました。", "merged",
            )  # fmt: skip
        cell = Grid(place.sheet.root).cell(place.row, place.column)
        if cell.find(q("f")) is not None:
            self.writer.say(name, address, "数式を値で置き換えました。", "formula")
            self.formula_replaced = True
            unshare(place.sheet.root)
        self.writer.write(place.sheet, cell, value)
