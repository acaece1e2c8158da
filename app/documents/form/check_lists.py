"""Whether the lists of a form stand in it as lists: in rows of their own, with their fields."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from app.documents.form.addresses import column_letters
from app.documents.form.expected import Expected
from app.documents.form.findings import Finding
from app.documents.form.nearest import meant
from app.documents.form.survey import SheetSurvey, Survey


def list_findings(found: Survey, expected: Expected | None) -> Iterator[Finding]:
    """Yield what there is to say about lists."""
    known = expected.lists if expected else frozenset(tag.label for _, _, tag in found.tags)
    lists = {name.rpartition(".")[0] for name in known if "." in name}
    lists |= {name.partition(".")[0] for name in lists}
    for each in found.sheets:
        yield from _bare(each, lists, sorted(known))
        yield from _controls(each, lists)
        yield from _mixed(each, lists)


def _bare(each: SheetSurvey, lists: set[str], known: list[str]) -> Iterator[Finding]:
    for marked, tag in each.tags:
        if tag.label in lists and not any(control.sheet for control in marked.marks.controls):
            field = next((name for name in known if name.startswith(f"{tag.label}.")), "")
            yield Finding(
                each.sheet.name, marked.address,
                f"「{tag.label}」は一覧です。「{{{{{field}}}}}」のように、一覧の項目を書いてください。",
                "list",
            )  # fmt: skip


def _controls(each: SheetSurvey, lists: set[str]) -> Iterator[Finding]:
    used = {tag.names[:end] for _, tag in each.tags for end in range(1, len(tag.names))}
    roots = {names[0] for names in used}
    for marked in each.marked:
        for control in marked.marks.controls:
            if control.list_name not in roots:
                question = meant(control.list_name, roots | lists)
                yield Finding(
                    each.sheet.name, marked.address,
                    f"「{{{{*{control.list_name}}}}}」と書いてありますが、このシートに"
                    f"「{control.list_name}」の項目がありません。"
                    f"{question or '一覧の名前を確かめてください。'}", "control",
                )  # fmt: skip


def _mixed(each: SheetSurvey, lists: set[str]) -> Iterator[Finding]:
    """Find rows that two lists would repeat; what goes across a row repeats nothing."""
    times = Counter((marked.row, tag.names) for marked, tag in each.tags)
    rows: dict[int, dict[str, int]] = defaultdict(dict)
    for marked, tag in each.tags:
        across = times[marked.row, tag.names] > 1 or any(step.slot for step in tag.path)
        if len(tag.names) > 1 and tag.names[0] in lists and not across:
            rows[marked.row].setdefault(tag.names[0], marked.column)
    for row, names in rows.items():
        if len(names) > 1:
            first, second, *_ = names
            yield Finding(
                each.sheet.name, f"{column_letters(names[second])}{row}",
                f"同じ行に「{first}」と「{second}」の二つの一覧があります。"
                "1件目どうし、2件目どうしが並びます。別々に並べるなら、行を分けてください。",
                "mixed",
            )  # fmt: skip
