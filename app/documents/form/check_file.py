"""What of a workbook file is unusual, or stays and is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.form.cells import Grid
from app.documents.form.findings import Finding
from app.documents.form.markup import Element, number, parse, q
from app.documents.form.package import Package, Relation
from app.documents.form.survey import SheetSurvey, Survey
from app.documents.form.workbook import Workbook
from app.documents.named_fonts import is_known
from app.kernel.errors import Refusal

_STAYS = {
    "chart": "グラフ",
    "chartEx": "グラフ",
    "diagramData": "SmartArt",
    "oleObject": "埋め込みオブジェクト",
    "slicer": "スライサー",
    "timeline": "タイムライン",
    "control": "ActiveXコントロール",
}
_PIVOT = "pivotTable"
_VECTORS = (".emf", ".wmf", ".emz", ".wmz")
_XML = (".xml", ".rels")
_HOW = {"hidden": "非表示", "veryHidden": "マクロからしか表示できない設定"}


def file_findings(found: Survey) -> Iterator[Finding]:
    """Yield what there is to say about the file as a whole and about its sheets."""
    workbook = found.workbook
    yield from _whole(workbook)
    yield from _damaged(workbook.package)
    for each in found.sheets:
        yield from _protected(each)
        yield from _hidden(each)
        yield from _stays(each)
    yield from _fonts(found)


def _whole(workbook: Workbook) -> Iterator[Finding]:
    if workbook.has_macros:
        yield Finding(
            "", "", "マクロが入っています。マクロはそのまま残りますが、動きません。", "macro"
        )
    package = workbook.package
    for part in package.related(workbook.part, "externalLink"):
        targets = [one.target for one in _outside(package, part)]
        named = (
            f"（{'、'.join(target.rpartition('/')[2] for target in targets)}）" if targets else ""
        )
        yield Finding(
            "", "",
            f"ほかのファイル{named}を参照する数式があります。参照先の値は更新されません。"
            "値が要るときは、Excelで開いて確かめてください。", "external",
        )  # fmt: skip


def _outside(package: Package, part: str) -> Iterator[Relation]:
    return (one for one in package.relations(part) if one.external)


def _damaged(package: Package) -> Iterator[Finding]:
    """Find broken parts that filling and printing might never look at."""
    for part in package.parts:
        if part.lower().endswith(_XML) and not package.parsed(part):
            try:
                parse(package.read(part), part)
            except Refusal as refusal:
                yield Finding("", "", str(refusal), "damaged")


def _protected(each: SheetSurvey) -> Iterator[Finding]:
    protection = each.sheet.root.find(q("sheetProtection"))
    if protection is not None and protection.get("sheet") in {"1", "true"}:
        yield Finding(
            each.sheet.name, "",
            "シートが保護されています。値は入りますが、あとからExcelで直せるのは"
            "ロックされていないセルだけです。", "protected",
        )  # fmt: skip


def _hidden(each: SheetSurvey) -> Iterator[Finding]:
    how = _HOW.get(each.sheet.state)
    if how and each.marked:
        yield Finding(
            each.sheet.name, each.marked[0].address,
            f"シートが{how}です。タグに値は入りますが、印刷には出ません。"
            "印刷するなら、Excelで再表示してください。", "hidden",
        )  # fmt: skip


def _stays(each: SheetSurvey) -> Iterator[Finding]:
    package = each.sheet.package
    kinds = {one.kind for one in package.relations(each.sheet.part)}
    vectors = set()
    for drawing in package.related(each.sheet.part, "drawing"):
        relations = package.relations(drawing)
        kinds |= {one.kind for one in relations}
        targets = (one.target for one in relations if one.kind == "image")
        vectors |= {one.rpartition("/")[2] for one in targets if one.lower().endswith(_VECTORS)}
    for what in sorted({_STAYS[kind] for kind in kinds if kind in _STAYS}):
        yield Finding(
            each.sheet.name, "",
            f"{what}があります。ファイルにはそのまま残りますが、ここでの印刷には出ません。"
            "印刷に要るときは、Excelで印刷してください。", "stays",
        )  # fmt: skip
    if _PIVOT in kinds:
        yield Finding(
            each.sheet.name, "",
            "ピボットテーブルがあります。そのまま残りますが、集計し直すのはExcelで開いたときです。",
            "stays",
        )  # fmt: skip
    for name in sorted(vectors):
        yield Finding(
            each.sheet.name, "",
            f"図「{name}」は印刷できない形式です。ファイルには残ります。"
            "印刷に要るときは、PNGかJPEGの図に置き換えてください。", "stays",
        )  # fmt: skip


def _fonts(found: Survey) -> Iterator[Finding]:
    """Name the fonts of which we know no widths, with the first cell that is set in each."""
    package = found.workbook.package
    part = next(iter(package.related(found.workbook.part, "styles")), None)
    if part is None:
        return
    root = package.tree(part)
    fonts = [_name(entry) for entry in root.iterfind(f"{q('fonts')}/{q('font')}")]
    looks = [_font(entry, fonts) for entry in root.iterfind(f"{q('cellXfs')}/{q('xf')}")]
    strange = {str(place): name for place, name in enumerate(looks) if name and not is_known(name)}
    said: set[str] = set()
    for each in found.sheets if strange else ():
        for cell in _written_cells(each):
            name = strange.get(cell.get("s", "0"), "")
            if name and name not in said:
                said.add(name)
                yield Finding(
                    each.sheet.name, cell.get("r", ""),
                    f"書体「{name}」の文字の幅が分かりません。游ゴシックの幅で印刷するので、"
                    "折り返しの位置がExcelと少し違うことがあります。", "font",
                )  # fmt: skip


def _written_cells(each: SheetSurvey) -> Iterator[Element]:
    grid = Grid(each.sheet.root)
    return (cell for row in grid.rows for _, cell in grid.cells(row) if len(cell))


def _name(font: Element) -> str:
    name = font.find(q("name"))
    return "" if name is None else name.get("val", "")


def _font(look: Element, fonts: list[str]) -> str:
    place = number(look.get("fontId"))
    return fonts[place] if place < len(fonts) else ""
