"""The names a form asks for, held against what its document can give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.documents.form.addresses import cell_name
from app.documents.form.expected import Expected
from app.documents.form.findings import Finding
from app.documents.form.nearest import meant
from app.documents.form.places import place_of
from app.documents.form.survey import Survey


def name_findings(found: Survey, expected: Expected | None) -> Iterator[Finding]:
    """Yield what there is to say about names: unknown, missing, used more than once."""
    places = _places(found)
    if expected:
        yield from _unknown(found, expected)
        yield from _defined(found, expected, places)
        outside = {tag.label for _, _, tag in found.outside}
        for name in sorted(expected.required - places.keys() - outside):
            yield Finding(
                "", "",
                f"必要な項目「{{{{{name}}}}}」が様式にありません。入れる場所を作ってください。",
                "missing", name,
            )  # fmt: skip
    yield from _twice(places)


def _places(found: Survey) -> dict[str, list[tuple[str, str]]]:
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sheet, marked, tag in found.tags:
        places[tag.label].append((sheet.name, marked.address))
    return places


def _unknown(found: Survey, expected: Expected) -> Iterator[Finding]:
    roots = {name.partition(".")[0] for name in expected.lists}
    for sheet, marked, tag in found.tags:
        if tag.label not in expected.names and tag.label not in roots:
            text = unknown(tag.label, expected.names)
            yield Finding(sheet.name, marked.address, text, "unknown", tag.label)


def unknown(label: str, known: Iterable[str]) -> str:
    """Return the sentence on a tag whose name the document does not have."""
    question = meant(label, known) or "名前を確かめ、使える項目の名前に直してください。"
    return f"「{{{{{label}}}}}」という項目はこの書類にありません。{question}"


def _defined(
    found: Survey, expected: Expected, places: dict[str, list[tuple[str, str]]]
) -> Iterator[Finding]:
    """Say which defined names will be filled, and enter them among the places."""
    for entry in found.workbook.defined_names:
        name = entry.get("name", "")
        if name not in expected.fields:
            continue
        place = place_of(found.workbook, name)
        if place is None:
            yield Finding(
                "", "",
                f"名前「{name}」の参照先（{entry.text or 'なし'}）に値を入れられません。"
                "Excelの［数式］→［名前の管理］で、一つのセルを指すように直してください。",
                "target",
            )  # fmt: skip
            continue
        address = cell_name(place.row, place.column)
        places[name].append((place.sheet.name, address))
        yield Finding(
            place.sheet.name, address,
            f"このセルの名前「{name}」は項目と同じなので、ここにも値が入ります。", "name",
        )  # fmt: skip


def _twice(places: dict[str, list[tuple[str, str]]]) -> Iterator[Finding]:
    for name, where in places.items():
        cells = list(dict.fromkeys(where))
        if len(cells) > 1 and "." not in name:
            others = "、".join(f"{sheet}!{cell}" for sheet, cell in cells[1:])
            yield Finding(
                *cells[0],
                f"「{name}」は{len(cells)}か所に入ります。ほかの場所は {others} です。"
                "そのつもりでなければ、要らないほうを消してください。", "twice",
            )  # fmt: skip
