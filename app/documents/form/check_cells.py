"""What is wrong with single cells of a form: their tags, formats, braces, merges and rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.documents.form import formats
from app.documents.form.addresses import Area
from app.documents.form.expected import Expected
from app.documents.form.findings import Finding
from app.documents.form.markup import local, q
from app.documents.form.nearest import meant
from app.documents.form.options import Options
from app.documents.form.places import merges
from app.documents.form.scan import Marked
from app.documents.form.survey import SheetSurvey, Survey
from app.documents.form.tags import Tag, read_tags
from app.documents.form.values import plain

_BRACES = ("{{", "}}", "｛｛", "｝｝")
_SINGLE = re.compile(r"[{｛]([^{}｛｝]+)[}｝]")
_WORDS = ("頁20", "段2", "枠10", "埋める", "続き", "シート", "該当なし", "別紙=別紙")


def cell_findings(found: Survey, expected: Expected | None) -> Iterator[Finding]:
    """Yield what there is to say about the cells of every sheet."""
    options = Options(found.workbook, found.strings)
    for each in found.sheets:
        areas = list(merges(each.sheet.root)) if each.marked else []
        for marked in each.marked:
            yield from _inside(each, marked, areas)
            yield from _words(each, marked)
            if expected and expected.examples:
                yield from _not_allowed(each, marked, expected, options)
        yield from _formulas(each)
        yield from _braces(each, expected)


def _inside(each: SheetSurvey, marked: Marked, areas: Sequence[Area]) -> Iterator[Finding]:
    place = (marked.row, marked.column)
    merge = next((area for area in areas if place in area), None)
    if merge and place != (merge.top, merge.left):
        yield Finding(
            each.sheet.name, marked.address,
            f"結合されたセル({merge})の途中にタグがあり、印刷に出ません。左上のセルに移してください。",
            "merged",
        )  # fmt: skip
    if marked.mapped and marked.cell.find(q("f")) is not None:
        yield Finding(
            each.sheet.name, marked.address,
            "数式のあるセルが指されています。値を入れると数式は消えます。"
            "数式を残すなら、ほかのセルを指してください。", "formula",
        )  # fmt: skip


def _words(each: SheetSurvey, marked: Marked) -> Iterator[Finding]:
    for tag in marked.marks.tags:
        for name in tag.formats:
            if not formats.is_format(name):
                question = meant(name, formats.format_names()) or "書式の名前を確かめてください。"
                yield Finding(
                    each.sheet.name, marked.address,
                    f"書式「{name}」は使えません。{question}", "format",
                )  # fmt: skip
    for control in marked.marks.controls:
        for word in control.unknown:
            question = meant(word, _WORDS) or f"使えるのは {'・'.join(_WORDS)} などです。"
            yield Finding(
                each.sheet.name, marked.address,
                f"一覧の指定「{word}」は使えません。{question}", "control",
            )  # fmt: skip


def _not_allowed(
    each: SheetSurvey, marked: Marked, expected: Expected, options: Options
) -> Iterator[Finding]:
    """Say when the list of a data validation has not what the document will write."""
    for tag in marked.marks.tags:
        text = _example(tag, expected)
        allowed = options.of(each.sheet, marked.row, marked.column) if text else None
        if allowed is not None and text not in allowed:
            shown = "、".join(list(allowed)[:5])
            yield Finding(
                each.sheet.name, marked.address,
                f"このセルの入力規則（{shown}）にない値（例「{text}」）が入ります。"
                "入力規則の一覧に足すか、値を入れるセルを変えてください。", "validation",
            )  # fmt: skip


def _example(tag: Tag, expected: Expected) -> str:
    value = plain(expected.examples.get(tag.label))
    return formats.write(value, tag.formats).text if isinstance(value, str | int | float) else ""


def _formulas(each: SheetSurvey) -> Iterator[Finding]:
    for cell in each.sheet.root.iter(q("f")):
        parent = cell.getparent()
        if parent is not None and local(parent) == "c" and read_tags(cell.text or "").tags:
            yield Finding(
                each.sheet.name, parent.get("r", ""),
                "数式の中のタグには値が入りません。タグだけのセルを別に作り、数式から指してください。",
                "formula_tag",
            )  # fmt: skip


def _braces(each: SheetSurvey, expected: Expected | None) -> Iterator[Finding]:
    for address, text in each.texts.items():
        if not any(sign in text for sign in "{}｛｝"):
            continue
        rest = _without_marks(text)
        inner = _SINGLE.search(rest)
        name = inner[1].strip() if inner else ""
        meant_so = expected is not None and name.partition("|")[0] in expected.names
        if meant_so or any(sign in rest for sign in _BRACES):
            yield Finding(
                each.sheet.name, address,
                f"「{rest.strip()[:20]}」のかっこが合っていません。"
                f"「{{{{{name or '講座名'}}}}}」のように、二つずつで囲んでください。", "brace",
            )  # fmt: skip


def _without_marks(text: str) -> str:
    marks = read_tags(text)
    spans = [(tag.start, tag.end) for tag in marks.tags]
    spans += [(control.start, control.end) for control in marks.controls]
    rest, at = "", 0
    for start, end in sorted(spans):
        rest, at = f"{rest}{text[at:start]} ", end
    return rest + text[at:]
