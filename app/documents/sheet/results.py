"""What a file leaves to its reader: results of formulas and conditional looks, added to sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from app.documents.form.markup import q
from app.documents.form.workbook import Workbook
from app.documents.formula.calculation import Calculation
from app.documents.sheet.computing import compute
from app.documents.sheet.condition_rules import read_rules
from app.documents.sheet.conditions import Conditions
from app.documents.sheet.formula_source import FormulaSource
from app.documents.sheet.look_change import LookChange, read_change
from app.documents.sheet.styles import Styles
from app.documents.sheet.texts import Texts
from app.documents.sheet.worksheet import Worksheet


def add_results(
    workbook: Workbook,
    sheets: Sequence[Worksheet],
    styles: Styles,
    texts: Texts,
    read: Callable[[str], Worksheet | None],
    moment: datetime | None,
) -> None:
    """Compute the open formulas of these sheets and give them their conditional formats.

    ``read`` reads any sheet's cells; ``moment`` is what TODAY and NOW give.
    """
    source = FormulaSource(workbook, texts, read, moment)
    for sheet in sheets:
        source.keep(sheet)
    calculation = Calculation(source.shared())
    compute(source, sheets, calculation)
    changes: list[LookChange] | None = None
    for sheet in sheets:
        if sheet.has_conditions:
            changes = _changes(styles) if changes is None else changes
            _add_conditions(workbook, sheet, changes, source, calculation)


def _changes(styles: Styles) -> list[LookChange]:
    entries = [] if styles.root is None else styles.root.findall(f"{q('dxfs')}/{q('dxf')}")
    return [read_change(entry, styles.palette) for entry in entries]


def _add_conditions(
    workbook: Workbook, sheet: Worksheet, changes: Sequence[LookChange],
    source: FormulaSource, calculation: Calculation,
) -> None:  # fmt: skip
    found, shared = workbook.sheet(sheet.name), source.shared()
    grid = shared.grid(sheet.name)
    rules = [] if found is None else read_rules(found.root, changes, sheet.styles.palette)
    if rules and grid:
        sheet.conditions = Conditions(rules, shared, grid, calculation)
