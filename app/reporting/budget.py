"""収支予算書 (section 3.12): what is planned by item, beside last year, with 積算内訳."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.accounting import queries as accounting
from app.accounting.account import Side
from app.accounting.queries import BudgetRow, BudgetSheet
from app.kernel.yen import yen_text
from app.office import queries as office
from app.reporting.account_lines import (
    account_fields,
    contract_notes,
    contract_rows,
    item_fields,
)
from app.reporting.catalogue import Content, Request


def make(session: Session, request: Request) -> Content:
    """Return the budget of a fiscal year."""
    year = request.need_year()
    sheet = accounting.budget(session, year)
    contracts = accounting.contract_years(session, year)
    known = office.settings(session)
    fields = account_fields(session, request.today, year)
    return Content(
        title=f"{year}　{fields['業務名']}　収支予算書",
        fields={
            **fields,
            **_totals(sheet),
            "収支の差": sheet.now.planned_surplus,
            "端数の注": contract_notes(contracts, known),
        },
        lists={
            **{side.label: [_row(row) for row in sheet.of_side(side)] for side in Side},
            "契約年度": list(contract_rows(contracts, known.rounding)),
        },
        form="budget.xlsx",
        main_list=Side.EXPENSE.label,
        year=year,
        remarks=_remarks(sheet),
    )


def _row(row: BudgetRow) -> dict[str, Any]:
    return {
        **item_fields(row.item),
        "予算額": row.amount,
        "前年度予算額": row.last_budget,
        "前年度決算額": row.last_actual,
        "増減": row.amount - row.last_budget,
        "摘要": row.basis,
    }


def _totals(sheet: BudgetSheet) -> dict[str, int]:
    found = {}
    for side in Side:
        now, last = sheet.now.total(side), sheet.last.total(side)
        found[f"{side.label}予算計"] = now.budget
        found[f"{side.label}前年度予算計"] = last.budget
        found[f"{side.label}前年度決算計"] = last.actual.count
        found[f"{side.label}増減計"] = now.budget - last.budget
    return found


def _remarks(sheet: BudgetSheet) -> Sequence[str]:
    left = sheet.now.planned_surplus
    if not left:
        return ()
    return (f"予算の収入と支出に{yen_text(left)}円の差があります。",)
