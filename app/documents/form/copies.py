"""A copy of a sheet inside its workbook, with its pictures, comments, print area and titles."""

from __future__ import annotations

import posixpath
import re
from copy import deepcopy

from lxml import etree

from app.documents.form.formulas import renamed
from app.documents.form.markup import PACKAGE_RELATIONS, R_ID, Element, q
from app.documents.form.package import Package, relations_part
from app.documents.form.workbook import Sheet, Workbook, quoted

_LONGEST_NAME = 31
_SHARED = {"image", "hyperlink", "theme", "externalLink"}


def copy_sheet(workbook: Workbook, sheet: Sheet, after: Sheet) -> Sheet:
    """Put a copy of ``sheet`` behind ``after`` and return it."""
    package = workbook.package
    name = _free_name(workbook, sheet.name)
    root = deepcopy(sheet.root)
    _lone(root)
    part = _free_part(package, sheet.part)
    package.add_tree(part, root, package.content_type(sheet.part))
    _copy_relations(package, sheet.part, part)
    made = Sheet(name, part, sheet.state, package)
    _enter(workbook, sheet, after, made)
    workbook.sheets.insert(workbook.sheets.index(after) + 1, made)
    workbook.touch()
    return made


def _lone(root: Element) -> None:
    """Take off what only one sheet of a workbook may have."""
    for view in root.iterfind(f"{q('sheetViews')}/{q('sheetView')}"):
        if "tabSelected" in view.attrib:
            del view.attrib["tabSelected"]
    properties = root.find(q("sheetPr"))
    if properties is not None and "codeName" in properties.attrib:
        del properties.attrib["codeName"]
    for key in list(root.attrib):
        if str(key).endswith("}uid"):
            del root.attrib[key]


def _free_name(workbook: Workbook, name: str) -> str:
    taken = {(entry.get("name") or "").casefold() for entry in workbook.sheet_entries}
    number = 2
    while True:
        tail = f" ({number})"
        made = name[: _LONGEST_NAME - len(tail)] + tail
        if made.casefold() not in taken:
            return made
        number += 1


def _free_part(package: Package, like: str) -> str:
    stem, ending = posixpath.splitext(like)
    stem = re.sub(r"[0-9]+$", "", stem)
    number = 1
    while package.find(f"{stem}{number}{ending}"):
        number += 1
    return f"{stem}{number}{ending}"


def _copy_relations(package: Package, source: str, target: str) -> None:
    listing = package.find(relations_part(source))
    if listing is None:
        return
    tree = deepcopy(package.tree(listing))
    for entry, relation in zip(tree, package.relations(source), strict=True):
        part = package.find(relation.target)
        if relation.external or part is None:
            continue
        own = part if relation.kind in _SHARED else _copy_part(package, part, relation.kind)
        entry.set("Target", f"/{own}")
    package.add_tree(relations_part(target), tree, "")


def _copy_part(package: Package, part: str, kind: str) -> str:
    made = _free_part(package, part)
    content_type = package.content_type(part)
    if kind in {"drawing", "comments", "table", "chart"}:
        root = deepcopy(package.tree(part))
        if kind == "table":
            _rename_table(package, root)
        package.add_tree(made, root, content_type)
    else:
        package.add(made, package.read(part), content_type)
    _copy_relations(package, part, made)
    return made


def _rename_table(package: Package, root: Element) -> None:
    tables = [package.tree(part) for part in package.parts if "/tables/" in part.lower()]
    number = max((int(table.get("id", "0")) for table in tables), default=0) + 1
    root.set("id", str(number))
    for key in ("name", "displayName"):
        if root.get(key):
            root.set(key, f"{root.get(key)}_{number}")


def _enter(workbook: Workbook, sheet: Sheet, after: Sheet, made: Sheet) -> None:
    """Enter the copy in the list of sheets, the relations, and the names local to sheets."""
    entries = workbook.sheet_entries
    source = entries[workbook.position(sheet)]
    place = workbook.position(after) + 1
    entry = deepcopy(source)
    entry.set("name", made.name)
    entry.set("sheetId", str(max(int(each.get("sheetId", "0")) for each in entries) + 1))
    entry.set(R_ID, _relate(workbook, source, made))
    entries[place - 1].addnext(entry)
    _copy_names(workbook, sheet, made, place)
    for view in workbook.root.iterfind(f"{q('bookViews')}/{q('workbookView')}"):
        for key in ("activeTab", "firstSheet"):
            if int(view.get(key, "0")) >= place:
                view.set(key, str(int(view.get(key, "0")) + 1))


def _relate(workbook: Workbook, source: Element, made: Sheet) -> str:
    package = workbook.package
    listing = package.find(relations_part(workbook.part)) or ""
    tree = package.tree(listing)
    kinds = {entry.get("Id"): entry.get("Type", "") for entry in tree}
    number = len(kinds) + 1
    while f"rId{number}" in kinds:
        number += 1
    etree.SubElement(
        tree,
        f"{{{PACKAGE_RELATIONS}}}Relationship",
        Id=f"rId{number}",
        Type=kinds.get(source.get(R_ID), ""),
        Target=f"/{made.part}",
    )
    package.touch(listing)
    return f"rId{number}"


def _copy_names(workbook: Workbook, sheet: Sheet, made: Sheet, place: int) -> None:
    home = workbook.position(sheet)
    for entry in workbook.defined_names:
        local = entry.get("localSheetId")
        if local is None:
            continue
        copy = deepcopy(entry) if int(local) == home else None
        if int(local) >= place:
            entry.set("localSheetId", str(int(local) + 1))
        if copy is not None:
            copy.set("localSheetId", str(place))
            copy.text = renamed(copy.text or "", sheet.name, quoted(made.name))
            entry.addnext(copy)
