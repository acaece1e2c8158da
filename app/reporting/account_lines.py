"""What budget and settlement say alike: whose work it is, its contracts by years, their items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.accounting import queries as accounting
from app.accounting.contract_years import ContractYears, YearAmount
from app.accounting.items import ItemRow
from app.accounting.rounding import in_thousands, rounding_sentence
from app.kernel.fiscal_year import FiscalYear
from app.office.settings import OfficeSettings, Rounding
from app.reporting.heading import office_fields, punctuate

_UNDER = "　"
"""What stands before the name of an item under another one."""


def account_fields(session: Session, today: date, year: FiscalYear) -> dict[str, Any]:
    """Return the fields of the office, the year, and its contract: the last that runs in it."""
    running = accounting.contract_years(session, year)
    draft = running[-1].contract.draft if running else None
    own = next(iter(accounting.programmes(session)), None)
    known = office_fields(session, today)
    contractor = draft.contractor if draft else ""
    return {
        **known,
        "受託者名": contractor or known["受託者名"],
        "年度": str(year),
        "業務名": draft.name if draft else (own.name if own else ""),
        "契約番号": draft.number if draft else "",
        "契約日": draft.signed_on if draft else None,
        "契約の始まり": draft.starts_on if draft else None,
        "契約の終わり": draft.ends_on if draft else None,
        "委託者": draft.client if draft else "",
        "担当課": draft.department if draft else "",
    }


def item_fields(item: ItemRow) -> dict[str, str]:
    """Return an item of either level, and each level by itself."""
    return {
        "科目": _UNDER + item.name if item.parent else item.name,
        "費目": item.parent or item.name,
        "内訳": item.name if item.parent else "",
    }


def contract_rows(
    contracts: Sequence[ContractYears], rounding: Rounding
) -> Iterator[Mapping[str, Any]]:
    """Yield the years of every contract and their sum (計), in yen and in 千円."""
    for one in contracts:
        name = one.contract.draft.name
        for year in one.years:
            yield _amounts(name, str(year.year), year, rounding)
        total = YearAmount(FiscalYear(0), one.total, one.before)
        yield _amounts(name, "計", total, rounding)


def contract_notes(contracts: Sequence[ContractYears], known: OfficeSettings) -> str:
    """Return what must be said where years in 千円 do not make their sum in 千円."""
    columns = [
        (name, amounts)
        for one in contracts
        for name, amounts in (
            ("委託料", [year.amount for year in one.years]),
            ("前回契約", [year.before for year in one.years if year.before is not None]),
            ("差引", [year.difference for year in one.years if year.difference is not None]),
        )
    ]
    return rounding_notes(columns, known)


def rounding_notes(columns: Sequence[tuple[str, Sequence[int]]], known: OfficeSettings) -> str:
    """Return a sentence for each column whose parts in 千円 miss their total, one to a line."""
    said = ((name, rounding_sentence(parts, known.rounding)) for name, parts in columns)
    return punctuate("\n".join(f"{name}: {text}" for name, text in said if text), known)


def _amounts(name: str, label: str, one: YearAmount, rounding: Rounding) -> dict[str, Any]:
    yen = {"委託料": one.amount, "前回": one.before, "差引": one.difference}
    thousands = {
        f"{column}千円": None if amount is None else in_thousands(amount, rounding)
        for column, amount in yen.items()
    }
    return {"契約": name, "年度": label, **yen, **thousands}
