"""Formulas wherever they stand, changed for rows that were put into a sheet.

Parts that do not name the sheet are not even read.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.form.addresses import Area, split_cell
from app.documents.form.formula_places import formulas_in, put_formula
from app.documents.form.insertion import Insertion
from app.documents.form.markup import Element, local
from app.documents.form.workbook import Workbook


def change_formulas(workbook: Workbook, insertion: Insertion) -> None:
    """Change the formulas of the whole workbook; parts that change are marked for writing."""
    package = workbook.package
    for part, home in _places(workbook):
        mine = home == insertion.sheet
        if (mine or mentions(workbook, part, insertion.sheet)) and _change(
            package.tree(part), insertion, home
        ):
            package.touch(part)
    for entry in workbook.defined_names:
        if entry.text and (text := insertion.formula(entry.text, "")) != entry.text:
            entry.text = text
            workbook.touch()


def _places(workbook: Workbook) -> Iterator[tuple[str, str]]:
    """Yield the parts that may hold formulas, each with the sheet they are about."""
    package = workbook.package
    for sheet in workbook.sheets:
        yield sheet.part, sheet.name
        for relation in package.relations(sheet.part):
            part = package.find(relation.target)
            if part and relation.kind in {"table", "ctrlProp", "drawing"}:
                yield part, sheet.name
    yield from ((part, "") for part in package.parts if part.lower().startswith("xl/charts/chart"))


def mentions(workbook: Workbook, part: str, sheet: str) -> bool:
    """Return whether a part's text holds a sheet's name; quick, and right when it says no."""
    package = workbook.package
    if package.parsed(part):
        return True
    data = package.read(part)
    if b"&#" in data or b"\0" in data[:4]:
        return True
    text = data.decode("utf-8", "replace").casefold()
    # The library's escape brings the modules of the network along: 30 ms of a cold start.
    written = sheet.replace("'", "''").replace("&", "&amp;").replace("<", "&lt;")
    return written.replace(">", "&gt;").casefold() in text


def _change(root: Element, insertion: Insertion, home: str) -> bool:
    changed = False
    for element, attribute, old in list(formulas_in(root)):
        mine = home == insertion.sheet and not attribute
        drawn = mine and _belongs_to_drawn_rows(element, insertion)
        if (text := insertion.formula(old, home, drawn=drawn)) != old:
            put_formula(element, attribute, text)
            changed = True
    return changed


def _belongs_to_drawn_rows(element: Element, insertion: Insertion) -> bool:
    """Whether a formula is a drawn cell's, or a rule's (condition, validation) for such cells."""
    for parent in element.iterancestors():
        if local(parent) == "c":
            place = split_cell(parent.get("r", ""))
            return place is not None and insertion.top <= place[0] <= insertion.bottom
        areas = parent.get("sqref") or parent.findtext("{*}sqref")
        if areas:
            area = Area.parse(areas.split()[0])
            return area is not None and insertion.top <= area.top <= insertion.bottom
    return False
