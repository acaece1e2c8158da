"""収支決算書 (section 3.12): budget, actual, difference by item, what is left and goes back."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.accounting import queries as accounting
from app.accounting.account import Side
from app.accounting.balance import Account, AccountLine
from app.accounting.settlement import Settlement
from app.kernel.yen import yen_text
from app.office import queries as office
from app.reporting.account_lines import (
    account_fields,
    contract_notes,
    contract_rows,
    item_fields,
)
from app.reporting.catalogue import Content, Request
from app.reporting.heading import punctuate


def make(session: Session, request: Request) -> Content:
    """Return the settlement of a fiscal year; only the part of this work is in it."""
    year = request.need_year()
    settled = accounting.settlement(session, year)
    known = office.settings(session)
    fields = account_fields(session, request.today, year)
    return Content(
        title=f"{year}　{fields['業務名']}　収支決算書",
        fields={
            **fields,
            **_totals(settled.account),
            **_left(settled, over=request.today > year.last_day),
            "按分の注": punctuate(_divided(settled.account), known),
            "端数の注": contract_notes(settled.contracts, known),
        },
        lists={
            **{side.label: [_row(line) for line in settled.account.of_side(side)] for side in Side},
            "按分": [
                {"事業": one.programme, "金額": one.amount.count}
                for one in settled.account.divided_off
            ],
            "契約年度": list(contract_rows(settled.contracts, known.rounding)),
        },
        form="settlement.xlsx",
        main_list=Side.EXPENSE.label,
        year=year,
        remarks=settled.sentences(),
    )


def _row(line: AccountLine) -> dict[str, Any]:
    return {
        **item_fields(line.item),
        "予算額": line.budget,
        "決算額": line.actual.count,
        "差引": line.difference,
        "摘要": line.spent_on or ("" if line.difference else line.basis),
        "予算の積算": line.basis,
        "件数": len(line.actual.keys),
    }


def _totals(account: Account) -> dict[str, int]:
    found = {}
    for side in Side:
        total = account.total(side)
        found[f"{side.label}予算計"] = total.budget
        found[f"{side.label}決算計"] = total.actual.count
        found[f"{side.label}差引計"] = total.difference
    return found


def _left(settled: Settlement, *, over: bool) -> dict[str, Any]:
    return {
        "差引残額": settled.surplus,
        "返納額": settled.refund,
        "差引の文": settled.left_text(over=over),
    }


def _divided(account: Account) -> str:
    if not account.divided_off:
        return ""
    parts = "、".join(
        f"{one.programme} {yen_text(one.amount.count)}円" for one in account.divided_off
    )
    return f"他の事業と按分した経費のうち、他の事業の分（{parts}）は含みません。"
