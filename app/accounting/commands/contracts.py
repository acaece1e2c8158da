"""Contracts and what each of their fiscal years is worth."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounting.account import ContractDraft, ContractId
from app.accounting.commands.rows import contract_row
from app.accounting.contract_checks import checked_contract
from app.accounting.tables import Contract, ContractYear
from app.storage.base import moment

_COLUMNS = tuple(field.name for field in fields(ContractDraft) if field.name != "years")


def add_contract(session: Session, draft: ContractDraft) -> ContractId:
    """Add a contract; raises ``Refusal`` with a sentence for each field."""
    draft = checked_contract(draft, moment(session).date())
    row = Contract(**{name: getattr(draft, name) for name in _COLUMNS})
    session.add(row)
    session.flush()
    _keep_years(session, row.id, draft)
    return ContractId(row.id)


def change_contract(session: Session, contract: ContractId, draft: ContractDraft) -> None:
    """Replace what is written about a contract."""
    row = contract_row(session, contract)
    draft = checked_contract(draft, moment(session).date())
    for name in _COLUMNS:
        if getattr(row, name) != getattr(draft, name):
            setattr(row, name, getattr(draft, name))
    _keep_years(session, row.id, draft)


def remove_contract(session: Session, contract: ContractId) -> None:
    """Delete a contract with its years; budgets and entries stay as they are."""
    row = contract_row(session, contract)
    for year in _years(session, row.id).values():
        session.delete(year)
    session.flush()
    session.delete(row)


def _years(session: Session, contract: int) -> dict[int, ContractYear]:
    query = select(ContractYear).where(ContractYear.contract_id == contract)
    return {row.fiscal_year: row for row in session.scalars(query)}


def _keep_years(session: Session, contract: int, draft: ContractDraft) -> None:
    known, wanted = _years(session, contract), dict(draft.years)
    for year, row in known.items():
        if year not in wanted:
            session.delete(row)
    for year, amount in wanted.items():
        if year not in known:
            session.add(ContractYear(contract_id=contract, fiscal_year=year, amount=amount))
        elif known[year].amount != amount:
            known[year].amount = amount
    session.flush()
