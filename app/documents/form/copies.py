"""A copy of a sheet inside its workbook, with its pictures, comments, print area and titles."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from app.documents.form.formula_places import rename_formulas
from app.documents.form.formulas import renamed
from app.documents.form.markup import PACKAGE_RELATIONS, R_ID, Element, number, q
from app.documents.form.package import Package, relations_part
from app.documents.form.relating import free_part, relate
from app.documents.form.workbook import Sheet, Workbook, quoted

_LONGEST_NAME = 31
_SHARED = {"image", "hyperlink", "theme", "externalLink"}
_READ = {"drawing", "comments", "table", "chart", "ctrlProp"}
_OF_ONE_SHEET = {"pivotTable", "slicer", "timeline"}

_Rename = Callable[[str], str]


def copy_sheet(workbook: Workbook, sheet: Sheet, after: Sheet) -> Sheet:
    """Put a copy of ``sheet`` behind ``after`` and return it."""
    package = workbook.package
    name = _free_name(workbook, sheet.name)

    def rename(formula: str) -> str:
        return renamed(formula, sheet.name, quoted(name))

    root = deepcopy(sheet.root)
    _lone(root)
    rename_formulas(root, rename)
    part = free_part(package, sheet.part)
    package.add_tree(part, root, package.content_type(sheet.part))
    _copy_relations(package, sheet.part, part, rename)
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
    for entry in list(root.iter("{*}slicerList", "{*}timelineRefs")):
        extension = entry.getparent()
        listing = extension.getparent() if extension is not None else None
        if extension is not None and listing is not None:
            listing.remove(extension)


def _free_name(workbook: Workbook, name: str) -> str:
    taken = {(entry.get("name") or "").casefold() for entry in workbook.sheet_entries}
    copy = 2
    while True:
        tail = f" ({copy})"
        made = name[: _LONGEST_NAME - len(tail)] + tail
        if made.casefold() not in taken:
            return made
        copy += 1


def _copy_relations(package: Package, source: str, target: str, rename: _Rename) -> None:
    listing = package.find(relations_part(source))
    if listing is None:
        return
    tree = deepcopy(package.tree(listing))
    entries = tree.findall(f"{{{PACKAGE_RELATIONS}}}Relationship")
    for entry, relation in zip(entries, package.relations(source), strict=True):
        part = package.find(relation.target)
        if relation.kind in _OF_ONE_SHEET:
            tree.remove(entry)
        elif not relation.external and part is not None:
            shared = relation.kind in _SHARED
            own = part if shared else _copy_part(package, part, relation.kind, rename)
            entry.set("Target", f"/{own}")
    package.add_tree(relations_part(target), tree, "")


def _copy_part(package: Package, part: str, kind: str, rename: _Rename) -> str:
    made = free_part(package, part)
    content_type = package.content_type(part)
    if kind in _READ:
        root = deepcopy(package.tree(part))
        if kind == "table":
            _rename_table(package, root)
        rename_formulas(root, rename)
        package.add_tree(made, root, content_type)
    else:
        package.add(made, package.read(part), content_type)
    _copy_relations(package, part, made, rename)
    return made


def _rename_table(package: Package, root: Element) -> None:
    tables = [package.tree(part) for part in package.parts if "/tables/" in part.lower()]
    made = max((number(table.get("id")) for table in tables), default=0) + 1
    root.set("id", str(made))
    for key in ("name", "displayName"):
        if root.get(key):
            root.set(key, f"{root.get(key)}_{made}")


def _enter(workbook: Workbook, sheet: Sheet, after: Sheet, made: Sheet) -> None:
    """Enter the copy in the list of sheets, the relations, and the names local to sheets."""
    entries = workbook.sheet_entries
    source = entries[workbook.position(sheet)]
    place = workbook.position(after) + 1
    entry = deepcopy(source)
    entry.set("name", made.name)
    entry.set("sheetId", str(max(number(each.get("sheetId")) for each in entries) + 1))
    entry.set(R_ID, relate(workbook.package, workbook.part, made.part, "worksheet"))
    entries[place - 1].addnext(entry)
    _copy_names(workbook, sheet, made, place)
    for view in workbook.root.iterfind(f"{q('bookViews')}/{q('workbookView')}"):
        for key in ("activeTab", "firstSheet"):
            if number(view.get(key)) >= place:
                view.set(key, str(number(view.get(key)) + 1))


def _copy_names(workbook: Workbook, sheet: Sheet, made: Sheet, place: int) -> None:
    """Give the copy the names of its sheet, and own ones for those of the workbook that lead there.

    Excel does the same, so that a formula with a name is about the sheet it stands on.
    """
    home = workbook.position(sheet)
    own = {e.get("name") for e in workbook.defined_names if e.get("localSheetId") == str(home)}
    for entry in workbook.defined_names:
        local = entry.get("localSheetId")
        text = renamed(entry.text or "", sheet.name, quoted(made.name))
        if local is not None and number(local) >= place:
            entry.set("localSheetId", str(number(local) + 1))
        leads_there = local is None and text != entry.text and entry.get("name") not in own
        if leads_there or local == str(home):
            copy = deepcopy(entry)
            copy.set("localSheetId", str(place))
            copy.text = text
            entry.addnext(copy)
