"""Tags outside the cells: in margins and shapes, where fields may stand, and where none may."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.documents.form.check_names import unknown
from app.documents.form.expected import Expected
from app.documents.form.findings import Finding
from app.documents.form.package import Package
from app.documents.form.survey import Survey
from app.documents.form.tags import Tag, may_hold_tags, read_tags
from app.documents.form.workbook import Sheet

_DRAWN = {
    "drawing": "図形の文字",
    "chart": "グラフの文字",
    "comments": "コメント",
    "threadedComment": "コメント",
    "vmlDrawing": "図形の文字",
    "diagramData": "SmartArtの文字",
}
_FILLED = {"drawing", "chart"}
_MARKUP = re.compile(rb"<[^>]*>")


def drawn_findings(found: Survey, expected: Expected | None) -> Iterator[Finding]:
    """Yield what there is to say about tags that stand in no cell."""
    for sheet, where, tag in found.outside:
        yield from _single(sheet, where, tag, expected)
    for each in found.sheets:
        yield from _unfilled(each.sheet)


def _single(sheet: Sheet, where: str, tag: Tag, expected: Expected | None) -> Iterator[Finding]:
    if len(tag.names) > 1 and all(step.slot is None for step in tag.path):
        yield Finding(
            sheet.name, "",
            f"{where}の「{{{{{tag.label}}}}}」には入りません。ここに書けるのは、"
            "一つだけの項目です。一覧の項目は行に書いてください。", "margin",
        )  # fmt: skip
    elif expected and tag.label not in expected.names:
        text = f"{where}の{unknown(tag.label, expected.fields)}"
        yield Finding(sheet.name, "", text, "unknown", tag.label)


def _unfilled(sheet: Sheet) -> Iterator[Finding]:
    seen = set()
    for part, kind in _drawn_parts(sheet.package, sheet.part):
        if kind in _FILLED:
            continue
        text = _MARKUP.sub(b"", sheet.package.read(part)).decode("utf-8", "replace")
        if may_hold_tags(text):
            for tag in read_tags(text).tags:
                if (kind, tag.label) not in seen:
                    seen.add((kind, tag.label))
                    yield Finding(
                        sheet.name, "",
                        f"{_DRAWN[kind]}の中の「{{{{{tag.label}}}}}」には値が入りません。"
                        "セルか、図形（テキストボックス）に書いてください。", "shape",
                    )  # fmt: skip


def _drawn_parts(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield the drawings of a sheet and what hangs on them, each part once."""
    waiting, seen = [part], {part}
    while waiting:
        for relation in package.relations(waiting.pop()):
            name = None if relation.external else package.find(relation.target)
            if name and relation.kind in _DRAWN and name not in seen:
                seen.add(name)
                waiting.append(name)
                yield name, relation.kind
