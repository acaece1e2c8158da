"""Look at a form before it is used: what it asks for, and what in it is unusual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents.form import formats
from app.documents.form.addresses import Area
from app.documents.form.cells import Grid, Strings
from app.documents.form.findings import Finding
from app.documents.form.markup import q
from app.documents.form.package import Package
from app.documents.form.places import merges
from app.documents.form.scan import Marked, marked_cells
from app.documents.form.workbook import Sheet, Workbook


@dataclass(frozen=True, slots=True)
class Expected:
    """What a document can give: fields, and lists with their fields (``受講者.氏名``)."""

    fields: frozenset[str]
    lists: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """Return every name a tag may have."""
        return self.fields | self.lists


@dataclass(frozen=True, slots=True)
class FormCheck:
    """What a form asks for, and what there is to say about it."""

    fields: tuple[str, ...]
    lists: tuple[str, ...]
    """Fields of lists, by their whole name: ``受講者.氏名``."""
    findings: tuple[Finding, ...]


def check(form: Path | bytes, expected: Expected | None = None) -> FormCheck:
    """List the fields of a form and everything worth knowing before it is filled.

    With ``expected``, names the document does not know and required ones that are missing are
    findings too.  Raises ``Refusal`` when the form cannot be read.
    """
    package = Package.open(form)
    workbook = Workbook(package)
    strings = next(iter(package.related(workbook.part, "sharedStrings")), None)
    shared = Strings(package.tree(strings) if strings else None)
    marked = {sheet.name: marked_cells(Grid(sheet.root), shared) for sheet in workbook.sheets}
    tags = [tag for cells in marked.values() for each in cells for tag in each.marks.tags]
    names = dict.fromkeys(tag.label for tag in tags)
    findings = [
        *_whole(workbook),
        *(finding for sheet in workbook.sheets for finding in _sheet(sheet, marked[sheet.name])),
        *(_against(expected, marked, workbook) if expected else ()),
    ]
    return FormCheck(
        tuple(name for name in names if "." not in name),
        tuple(name for name in names if "." in name),
        tuple(findings),
    )


def _whole(workbook: Workbook) -> Iterator[Finding]:
    if workbook.has_macros:
        yield Finding(
            "",
            "",
            "マクロが入っています。マクロはそのまま残りますが、印刷には使われません。",
            "macro",
        )
    for relation in workbook.package.relations(workbook.part):
        if relation.kind == "externalLink":
            yield Finding(
                "", "",
                "ほかのファイルを参照する数式があります。参照先の値は更新されません。", "external",
            )  # fmt: skip
            return


def _sheet(sheet: Sheet, cells: Sequence[Marked]) -> Iterator[Finding]:
    protection = sheet.root.find(q("sheetProtection"))
    if protection is not None and protection.get("sheet") in {"1", "true"}:
        yield Finding(
            sheet.name, "",
            "シートが保護されています。値は入りますが、あとからExcelで直せるのは"
            "ロックされていないセルだけです。", "protected",
        )  # fmt: skip
    areas = list(merges(sheet.root)) if cells else []
    for marked in cells:
        yield from _cell(sheet, marked, areas)


def _cell(sheet: Sheet, marked: Marked, areas: Sequence[Area]) -> Iterator[Finding]:
    place = (marked.row, marked.column)
    merge = next((area for area in areas if place in area), None)
    if merge and place != (merge.top, merge.left):
        yield Finding(
            sheet.name, marked.address,
            f"結合されたセル({merge})の途中にタグがあり、印刷に出ません。左上のセルに移してください。",
            "merged",
        )  # fmt: skip
    for tag in marked.marks.tags:
        for name in tag.formats:
            if not formats.is_format(name):
                yield Finding(sheet.name, marked.address, f"書式「{name}」は使えません。", "format")
    for control in marked.marks.controls:
        for word in control.unknown:
            yield Finding(
                sheet.name, marked.address, f"一覧の指定「{word}」は使えません。", "control"
            )


def _against(
    expected: Expected, marked: dict[str, list[Marked]], workbook: Workbook
) -> Iterator[Finding]:
    used = {(entry.get("name") or "") for entry in workbook.defined_names}
    for sheet, cells in marked.items():
        for each in cells:
            for tag in each.marks.tags:
                used.add(tag.label)
                if tag.label not in expected.names:
                    yield Finding(
                        sheet, each.address,
                        f"「{{{{{tag.label}}}}}」という項目はこの書類にありません。"
                        "名前を確かめてください。", "unknown",
                    )  # fmt: skip
    for name in sorted(expected.required - used):
        yield Finding(
            "", "", f"必要な項目「{{{{{name}}}}}」が様式にありません。入れる場所を作ってください。",
            "missing",
        )  # fmt: skip
