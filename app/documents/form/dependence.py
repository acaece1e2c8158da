"""What the formulas of a workbook depend on: areas, through names and tables, or anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.documents.form.addresses import Area, split_cell
from app.documents.form.formulas import references, shifted
from app.documents.form.markup import Element, q
from app.documents.form.workbook import Sheet, Workbook

# Their results depend on more than the cells they name.
_ON_ANYTHING = re.compile(r"\b(INDIRECT|OFFSET|TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|INFO)\(", re.I)
_ON_PLACES = re.compile(r"\b(ROWS?|ADDRESS|CELL|AREAS|SHEETS?|FORMULATEXT)\(", re.I)
_SEVERAL_SHEETS = re.compile(r"[\w'][\w.]*:[\w.]+!|:[^:!']*'!")
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_WORD = re.compile(r"[^\W\d][\w.]*")
_TAG = re.compile(rb"<(?:\w+:)?f[ >/]")
_DEPTH = 5
_SPREAD = {"array", "dataTable"}

Named = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Dependence:
    """One formula; ``array`` is where the results of one that has many stand."""

    sheet: Sheet
    place: tuple[int, int]
    cell: Element
    needs: tuple[tuple[str, Area], ...]
    on_anything: bool
    on_places: bool
    array: str


def dependences(workbook: Workbook) -> Iterator[Dependence]:
    """Yield every formula of a workbook with what it needs."""
    sheets = [sheet for sheet in workbook.sheets if _has_formulas(sheet)]
    named = _named(workbook) | _tables(workbook) if sheets else {}
    for sheet in sheets:
        for place, cell, text in _formula_cells(sheet):
            formula = cell.find(q("f"))
            spread = formula is not None and formula.get("t") in _SPREAD
            array = formula.get("ref", "") if formula is not None and spread else ""
            whole = " ".join(_texts(text, named))
            yield Dependence(
                sheet,
                place,
                cell,
                tuple(_needs(whole, sheet.name)),
                ("(" in whole and bool(_ON_ANYTHING.search(whole))) or _is_of_several_sheets(whole),
                "(" in whole and bool(_ON_PLACES.search(whole)),
                array,
            )


def _is_of_several_sheets(text: str) -> bool:
    return "!" in text and ":" in text and bool(_SEVERAL_SHEETS.search(text))


def _named(workbook: Workbook) -> dict[str, str]:
    return {(e.get("name") or "").casefold(): e.text or "" for e in workbook.defined_names}


def _has_formulas(sheet: Sheet) -> bool:
    package = sheet.package
    if package.parsed(sheet.part):
        return True
    data = package.read(sheet.part)
    return b"\0" in data[:4] or bool(_TAG.search(data))


def _formula_cells(sheet: Sheet) -> Iterator[tuple[tuple[int, int], Element, str]]:
    """Yield (place, cell, formula); shared formulas as they read in their cell."""
    masters: dict[str, tuple[str, tuple[int, int]]] = {}
    data = sheet.root.find(q("sheetData"))
    for formula in data.iter(q("f")) if data is not None else ():
        cell = formula.getparent()
        place = split_cell(cell.get("r", "")) if cell is not None else None
        if cell is None or place is None:
            continue
        text, key = formula.text or "", formula.get("si", "")
        if formula.get("t") == "shared":
            if text:
                masters[key] = (text, place)
            elif key in masters:
                master, home = masters[key]
                text = shifted(master, place[0] - home[0], place[1] - home[1])
        yield place, cell, text


def _tables(workbook: Workbook) -> dict[str, str]:
    """Return the area of each table by its folded name, as a formula writes it."""
    found = {}
    for sheet in workbook.sheets:
        for part in sheet.package.related(sheet.part, "table"):
            table = sheet.package.tree(part)
            quoted = sheet.name.replace("'", "''")
            area = f"'{quoted}'!{table.get('ref', '')}"
            found[(table.get("displayName") or table.get("name") or "").casefold()] = area
    return found


def _texts(text: str, named: Named, depth: int = _DEPTH) -> Iterator[str]:
    """Yield a formula without its quoted texts, and what the names in it stand for."""
    plain = _TEXT.sub('""', text)
    yield plain
    if named and depth:
        for word in dict.fromkeys(_WORD.findall(plain)):
            if word.casefold() in named:
                yield from _texts(named[word.casefold()], named, depth - 1)


def _needs(text: str, home: str) -> Iterator[tuple[str, Area]]:
    for reference in references(text):
        yield (reference.sheet or home), reference.area()
