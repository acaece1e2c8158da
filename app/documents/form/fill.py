"""Fill a form: tags, defined names and cells get their values, all else stays as it was drawn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from app.documents.form.addresses import cell_name
from app.documents.form.cells import Grid, Strings
from app.documents.form.findings import Finding
from app.documents.form.markup import q
from app.documents.form.package import Package
from app.documents.form.places import Place, is_address, place_of
from app.documents.form.scan import Marked, marked_cells
from app.documents.form.styles import Styles
from app.documents.form.values import Context, decode, is_known, is_list
from app.documents.form.workbook import Sheet, Workbook
from app.documents.form.writer import Writer
from app.documents.whole_file import write_whole


def fill(form: Path | bytes, values: Mapping[str, object], target: Path) -> tuple[Finding, ...]:
    """Fill a form into a new file and say what was remarkable.

    ``values``: names of fields, defined names or cells (``シート名!C5``) to values; a list of
    mappings is a list.  ``target`` is replaced only by a whole new file.  Raises ``Refusal``
    when the form cannot be read or the target cannot be written.
    """
    data, findings = fill_bytes(form, values)
    write_whole(target, data)
    return findings


def fill_bytes(
    form: Path | bytes, values: Mapping[str, object]
) -> tuple[bytes, tuple[Finding, ...]]:
    """Fill a form and return the new file's bytes; with no values, the form's own bytes."""
    package = Package.open(form)
    workbook = Workbook(package)
    context = cast("Context", decode(values))
    if not context:
        return package.original, ()
    filling = Filling(workbook, context)
    filling.run()
    return package.to_bytes(), tuple(filling.writer.findings)


class Filling:
    """One form being filled."""

    def __init__(self, workbook: Workbook, context: Context) -> None:
        self.workbook = workbook
        self.context = context
        package = workbook.package
        strings = next(iter(package.related(workbook.part, "sharedStrings")), None)
        self.strings = Strings(package.tree(strings) if strings else None)
        styles = next(iter(package.related(workbook.part, "styles")), None)
        self.writer = Writer(
            self.strings, Styles(package, styles), from_1904=workbook.counts_from_1904
        )

    def run(self) -> None:
        """Fill everything."""
        self._fill_places()
        for sheet in self.workbook.sheets:
            self._fill_sheet(sheet)
        if self.workbook.package.touched:
            self.workbook.calculate_on_load()

    def _fill_sheet(self, sheet: Sheet) -> None:
        for marked in marked_cells(Grid(sheet.root), self.strings):
            self._report_unknown(sheet, marked)
            self.writer.fill_tags(sheet.name, marked.cell, marked.marks, self.context)
            sheet.touch()

    def _report_unknown(self, sheet: Sheet, marked: Marked) -> None:
        for tag in marked.marks.tags:
            if not is_known(self.context, tag.names):
                self.writer.say(
                    sheet.name, marked.address,
                    f"「{{{{{tag.label}}}}}」という項目はこの書類にありません。空欄にしました。"
                    "名前を確かめてください。", "unknown",
                )  # fmt: skip

    def _fill_places(self) -> None:
        for key, value in self.context.items():
            place = place_of(self.workbook, key)
            if place is not None:
                self._fill_place(key, place, value)
            elif is_address(key):
                self.writer.say(
                    "", "", f"「{key}」というシートはこの様式にありません。値を入れませんでした。",
                    "target",
                )  # fmt: skip

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
        self.writer.write(name, cell, value)
        place.sheet.touch()
