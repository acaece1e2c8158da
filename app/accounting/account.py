"""Contract, items of account (費目), budget and entries; all amounts are whole yen.

Sections 2.8 and 3.12 of the domain description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.kernel.labelled import Labelled

ContractId = NewType("ContractId", int)
AccountItemId = NewType("AccountItemId", int)
ProgrammeId = NewType("ProgrammeId", int)
AccountEntryId = NewType("AccountEntryId", int)

WHOLE = 1000
"""Shares of programmes are per mille and add up to this."""


class Side(Labelled):
    """収入 or 支出."""

    INCOME = "income", "収入"
    EXPENSE = "expense", "支出"


class TaxRate(Labelled):
    """消費税率; amounts are always with tax (税込)."""

    STANDARD = "standard", "10%"
    REDUCED = "reduced", "8%（軽減）"
    NONE = "none", "対象外・非課税"


@dataclass(frozen=True, slots=True)
class ContractDraft:
    """A contract, its fiscal years and the amount of each in yen.

    ``refunds`` is whether what is left over goes back to the city (返納).
    """

    name: str
    starts_on: date
    ends_on: date
    client: str = ""
    department: str = ""
    contractor: str = ""
    number: str = ""
    signed_on: date | None = None
    refunds: bool = True
    years: tuple[tuple[int, int], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class BudgetLineDraft:
    """What is planned for one item in one fiscal year; ``basis`` is 積算内訳."""

    item_id: AccountItemId
    amount: int
    basis: str = ""


@dataclass(frozen=True, slots=True)
class AccountEntryDraft:
    """An income or expense; its side is that of its item.

    ``shares`` divide it over programmes in per mille (按分); none means the programme of this
    work alone.  ``quantity`` times ``unit_price`` is the amount where both are there.
    """

    on_day: date
    item_id: AccountItemId
    amount: int
    partner: str = ""
    description: str = ""
    unit_price: int | None = None
    quantity: int | None = None
    tax: TaxRate = TaxRate.STANDARD
    receipt_number: str = ""
    shares: tuple[tuple[ProgrammeId, int], ...] = ()
    fiscal_year: int | None = None
    """Where it belongs to another year than its day says (出納整理, April and May)."""
    note: str = ""
