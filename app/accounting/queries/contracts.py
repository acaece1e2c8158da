"""Contracts, and each over its years beside the one before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounting.account import ContractDraft, ContractId
from app.accounting.contract_years import ContractRow, ContractYears, years_of
from app.accounting.tables import Contract, ContractYear
from app.kernel.fiscal_year import FiscalYear

_COLUMNS = tuple(field.name for field in fields(ContractDraft) if field.name != "years")


def contracts(session: Session) -> tuple[ContractRow, ...]:
    """Return every contract, the newest first."""
    years: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for year in session.scalars(select(ContractYear).order_by(ContractYear.fiscal_year)):
        years[year.contract_id].append((year.fiscal_year, year.amount))
    query = select(Contract).order_by(Contract.starts_on.desc(), Contract.id.desc())
    return tuple(
        ContractRow(
            ContractId(row.id),
            ContractDraft(
                **{name: getattr(row, name) for name in _COLUMNS}, years=tuple(years[row.id])
            ),
        )
        for row in session.scalars(query)
    )


def contract_years(session: Session, year: FiscalYear) -> tuple[ContractYears, ...]:
    """Return the contracts that run in a year, each over all its years, the oldest first."""
    known = contracts(session)
    return tuple(years_of(row, known) for row in reversed(known) if row.covers(year))
