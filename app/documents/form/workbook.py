"""The workbook inside a package: its sheets in order, their names, and the names it defines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from app.documents.form.archive import SAVE_AGAIN
from app.documents.form.markup import MAIN, PACKAGE_RELATIONS, R_ID, STRICT, Element, local, q
from app.documents.form.package import Package, relations_part
from app.kernel.errors import Refusal

_QUOTED = re.compile(r"[^\W\d][\w.]*")


@dataclass(slots=True, eq=False)
class Sheet:
    """One worksheet: its name, its part, and how it is shown (visible, hidden, veryHidden)."""

    name: str
    part: str
    state: str
    package: Package = field(repr=False)

    @property
    def root(self) -> Element:
        """Return the sheet's tree."""
        root = self.package.tree(self.part)
        if root.tag != q("worksheet"):
            raise Refusal(f"シート「{self.name}」は壊れていて読めません。{SAVE_AGAIN}")
        return root

    def touch(self) -> None:
        """Say that the tree was changed."""
        self.package.touch(self.part)


class Workbook:
    """A package known to be a workbook."""

    def __init__(self, package: Package) -> None:
        """Find the parts; raises ``Refusal`` if the package is no workbook we can fill."""
        self.package = package
        self.part = _main_part(package)
        self.root = package.tree(self.part)
        if self.root.tag.startswith(f"{{{STRICT}}}"):
            raise Refusal(
                f"「{package.name}」は「Strict Open XML」の形式です。Excelで"
                "「Excelブック(.xlsx)」を選んで保存し直してください。"
            )
        if self.root.tag != q("workbook"):
            raise Refusal(f"「{package.name}」はExcelブックではありません。{SAVE_AGAIN}")
        self.sheets = self._read_sheets()
        if not self.sheets:
            raise Refusal(f"「{package.name}」には読めるシートがありません。{SAVE_AGAIN}")

    def _read_sheets(self) -> list[Sheet]:
        targets = {
            relation.id: self.package.find(relation.target)
            for relation in self.package.relations(self.part)
            if relation.kind == "worksheet" and not relation.external
        }
        return [
            Sheet(entry.get("name", ""), part, entry.get("state", "visible"), self.package)
            for entry in self.sheet_entries
            if (part := targets.get(entry.get(R_ID, "")))
        ]

    @property
    def sheet_entries(self) -> list[Element]:
        """Return the entries of the list of sheets; chart sheets are among them."""
        return self.root.findall(f"{q('sheets')}/{q('sheet')}")

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of a name; upper and lower case are the same, as in Excel."""
        folded = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == folded), None)

    def position(self, sheet: Sheet) -> int:
        """Return a sheet's place in the list, from 0, as local names count it."""
        names = [entry.get("name", "") for entry in self.sheet_entries]
        return names.index(sheet.name)

    @property
    def defined_names(self) -> list[Element]:
        """Return the entries of the defined names."""
        return self.root.findall(f"{q('definedNames')}/{q('definedName')}")

    @property
    def counts_from_1904(self) -> bool:
        """Return whether days are counted from 1904, as old Macintosh files do."""
        properties = self.root.find(q("workbookPr"))
        return properties is not None and properties.get("date1904") in {"1", "true"}

    @property
    def has_macros(self) -> bool:
        """Return whether the workbook carries macros."""
        return any(part.lower().endswith("vbaproject.bin") for part in self.package.parts)

    def hide(self, sheet: Sheet) -> None:
        """Hide a sheet, unless it is the last one to be seen."""
        if sheet.state == "visible" and sum(each.state == "visible" for each in self.sheets) > 1:
            sheet.state = "hidden"
            place = self.position(sheet)
            self.sheet_entries[place].set("state", "hidden")
            shown = next(each for each in self.sheets if each.state == "visible")
            for view in self.root.iterfind(f"{q('bookViews')}/{q('workbookView')}"):
                if view.get("activeTab") == str(place):
                    view.set("activeTab", str(self.position(shown)))
            self.touch()

    def touch(self) -> None:
        """Say that the workbook part was changed."""
        self.package.touch(self.part)

    def calculate_on_load(self) -> None:
        """Have the spreadsheet program compute everything when it opens the file."""
        settings = self.root.find(q("calcPr"))
        if settings is None:
            settings = etree.Element(q("calcPr"))
            self._insert_settings(settings)
        settings.set("fullCalcOnLoad", "1")
        self.touch()

    def _insert_settings(self, settings: Element) -> None:
        earlier = {"sheets", "functionGroups", "externalReferences", "definedNames"}
        last = max(i for i, child in enumerate(self.root) if local(child) in earlier)
        self.root.insert(last + 1, settings)

    def drop_calculation_chain(self) -> None:
        """Remove the order of calculation: it names cells that may have moved."""
        for part in dict.fromkeys(self.package.related(self.part, "calcChain")):
            listing = self.package.find(relations_part(self.part)) or ""
            for entry in self.package.tree(listing).findall(f"{{{PACKAGE_RELATIONS}}}Relationship"):
                if entry.get("Type", "").endswith("/calcChain"):
                    entry.getparent().remove(entry)  # type: ignore[union-attr]
            self.package.touch(listing)
            self.package.remove(part)


def quoted(name: str) -> str:
    """Return a sheet's name as a formula writes it."""
    looks_like_cell = re.fullmatch(r"[A-Za-z]{1,3}\d+|[RrCc]\d*", name)
    if _QUOTED.fullmatch(name) and not looks_like_cell:
        return name
    doubled = name.replace("'", "''")
    return f"'{doubled}'"


def _main_part(package: Package) -> str:
    for relation in package.relations(""):
        if relation.kind == "officeDocument":
            part = package.find(relation.target)
            if part and part.lower().endswith(".bin"):
                raise Refusal(
                    f"「{package.name}」はバイナリ形式(.xlsb)です。Excelで"
                    "「Excelブック(.xlsx)」として保存し直してください。"
                )
            if part:
                return part
    raise Refusal(f"「{package.name}」はExcelブック(.xlsx)ではないか、壊れています。{SAVE_AGAIN}")


__all__ = ["MAIN", "Sheet", "Workbook", "quoted"]
