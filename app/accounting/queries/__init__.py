"""What is asked about contracts, budgets and entries of account; every function only reads."""

from __future__ import annotations

from app.accounting.queries.account import account, cash, contract_accounts, settlement
from app.accounting.queries.budget import BudgetRow, BudgetSheet, budget
from app.accounting.queries.contracts import contract_years, contracts
from app.accounting.queries.entries import (
    EntryCard,
    EntryListing,
    EntryRow,
    entry_card,
    partners,
)
from app.accounting.queries.masters import ProgrammeRow, items, programmes

__all__ = [
    "BudgetRow",
    "BudgetSheet",
    "EntryCard",
    "EntryListing",
    "EntryRow",
    "ProgrammeRow",
    "account",
    "budget",
    "cash",
    "contract_accounts",
    "contract_years",
    "contracts",
    "entry_card",
    "items",
    "partners",
    "programmes",
    "settlement",
]
