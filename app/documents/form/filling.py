"""One form being filled: cells by their address, then sheet by sheet, then the formulas."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.form.addresses import cell_name
from app.documents.form.cells import Grid, Strings
from app.documents.form.copies import copy_sheet
from app.documents.form.grow import unshare
from app.documents.form.mapping import overlays
from app.documents.form.markup import check_sound, q
from app.documents.form.pages import Pages
from app.documents.form.picture_parts import PictureParts
from app.documents.form.places import Place, is_address, place_of
from app.documents.form.scan import Marked, marked_cells, may_be_marked, same_cells
from app.documents.form.sheet_fill import fill_sheet
from app.documents.form.stale import remove_stale
from app.documents.form.styles import Styles
from app.documents.form.values import Context, is_known, is_list
from app.documents.form.workbook import Sheet, Workbook
from app.documents.form.writer import Writer


class Filling:
    """One form and the values for it."""

    def __init__(self, workbook: Workbook, context: Context, marks: Mapping[str, str]) -> None:
        self.workbook = workbook
        self.context = context
        self.overlays, self._lost = overlays(workbook, marks)
        self.formula_replaced = False
        package = workbook.package
        self.strings = Strings.of(workbook)
        styles = Styles(package, next(iter(package.related(workbook.part, "styles")), None))
        self.writer = Writer(
            styles, PictureParts(package, styles), from_1904=workbook.counts_from_1904
        )
        self.pages = Pages(self.writer)

    def run(self) -> None:
        """Fill everything."""
        for key in self._lost:
            self._say_no_place(key)
        marked = {sheet: self._marked(sheet) for sheet in list(self.workbook.sheets)}
        self._fill_places()
        placed = {cell for _, cell in self.writer.written}
        for sheet in self.pages.in_order(marked):
            self._fill_copies(sheet, [each for each in marked[sheet] if each.cell not in placed])
        for sheet in self.pages.unused(self.context):
            self.workbook.hide(sheet)
        if self.workbook.package.touched:
            self._settle_formulas()
        self._check_unread()

    def _check_unread(self) -> None:
        """Refuse a form with broken parts, also where there was nothing to fill in them."""
        package, main = self.workbook.package, self.workbook.part
        for kind in ("worksheet", "styles", "sharedStrings"):
            for part in package.related(main, kind):
                if not package.parsed(part):
                    check_sound(package.read(part), part)

    def written(self) -> tuple[tuple[str, str], ...]:
        """Return (sheet, cell) of every cell that got a value, each once."""
        cells = (
            (sheet.name, cell.get("r", ""))
            for sheet, cell in self.writer.written
            if len(cell) or cell in self.writer.pictured
        )
        return tuple(dict.fromkeys(cells))

    def _settle_formulas(self) -> None:
        writer = self.writer
        if writer.grown or self.formula_replaced:
            self.workbook.drop_calculation_chain()
        for part in self.workbook.package.parts if writer.grown else ():
            if "/pivottables/" in part.lower():
                self.writer.say(
                    "", "",
                    "ピボットテーブルの元の範囲と場所は、増えた行に合わせて動かしていません。"
                    "Excelで確かめてください。", "pivot",
                )  # fmt: skip
        changed = [(sheet, cell) for sheet, cells in writer.grown for cell in cells]
        written = [*writer.written, *changed]
        if remove_stale(self.workbook, written, rows_moved=bool(writer.grown)):
            self.workbook.calculate_on_load()

    def _marked(self, sheet: Sheet) -> list[Marked]:
        overlay = self.overlays.get(sheet.name)
        own = may_be_marked(self.workbook.package, sheet, self.strings)
        if overlay is None and not own:
            return []
        cells = marked_cells(Grid(sheet.root), self.strings, overlay, own=own)
        for marked in cells:
            self._report(sheet, marked)
        return cells

    def _fill_copies(self, sheet: Sheet, cells: list[Marked]) -> None:
        """Fill a sheet, and as many copies of it as its lists ask for."""
        overlay = self.overlays.get(sheet.name)
        contexts = self.pages.contexts(sheet, cells, self.context)
        sheets = [sheet]
        for _ in contexts[1:]:
            sheets.append(copy_sheet(self.workbook, sheet, after=sheets[-1]))
        for each, context in zip(sheets, contexts, strict=True):
            own = cells if each is sheet else same_cells(cells, Grid(each.root))
            fill_sheet(self.workbook, each, own, self.writer, context, overlay)

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
        if any(before is cell for _, before in self.writer.written):
            self.writer.say(
                name, address,
                f"この欄には値が二つあります。「{key}」の値を入れ、前の値は入れませんでした。",
                "target",
            )  # fmt: skip
        if cell.find(q("f")) is not None:
            self.writer.say(name, address, "数式を値で置き換えました。", "formula")
            self.formula_replaced = True
            unshare(place.sheet.root)
        self.writer.write(place.sheet, cell, value)
