"""How contracts, items, budgets and entries of account are stored; amounts are whole yen."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.accounting.account import Side, TaxRate
from app.office.named_master import NamedEntry
from app.storage.base import Base, stored


class Contract(Base):
    """委託契約, often over several fiscal years."""

    __tablename__ = "contract"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    client: Mapped[str]
    department: Mapped[str]
    contractor: Mapped[str]
    number: Mapped[str]
    signed_on: Mapped[date | None]
    refunds: Mapped[bool]
    note: Mapped[str]


class ContractYear(Base):
    """委託料 of one fiscal year of a contract."""

    __tablename__ = "contract_year"
    __table_args__ = (UniqueConstraint("contract_id", "fiscal_year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"))
    fiscal_year: Mapped[int] = mapped_column(index=True)
    amount: Mapped[int]


class AccountItem(Base):
    """費目: a master in two levels; an item with others under it is their sum."""

    __tablename__ = "account_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    side: Mapped[Side] = mapped_column(stored(Side))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("account_item.id"), index=True)
    name: Mapped[str]
    position: Mapped[int]
    retired: Mapped[bool]


class AccountProgramme(NamedEntry):
    """事業区分, over which expenses are divided: a master; the first is this work itself."""

    __tablename__ = "account_programme"


class BudgetLine(Base):
    """予算 of one item in one fiscal year."""

    __tablename__ = "budget_line"
    __table_args__ = (UniqueConstraint("fiscal_year", "item_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    fiscal_year: Mapped[int]
    item_id: Mapped[int] = mapped_column(ForeignKey("account_item.id"), index=True)
    amount: Mapped[int]
    basis: Mapped[str]


class AccountEntry(Base):
    """出納簿の1行."""

    __tablename__ = "account_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    on_day: Mapped[date] = mapped_column(index=True)
    fiscal_year: Mapped[int] = mapped_column(index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("account_item.id"), index=True)
    amount: Mapped[int]
    partner: Mapped[str]
    description: Mapped[str]
    unit_price: Mapped[int | None]
    quantity: Mapped[int | None]
    tax: Mapped[TaxRate] = mapped_column(stored(TaxRate))
    receipt_number: Mapped[str]
    note: Mapped[str]
    deleted_at: Mapped[datetime | None]


class EntryShare(Base):
    """按分 of an entry, per mille."""

    __tablename__ = "entry_share"
    __table_args__ = (UniqueConstraint("entry_id", "programme_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("account_entry.id"))
    programme_id: Mapped[int] = mapped_column(ForeignKey("account_programme.id"), index=True)
    share: Mapped[int]
