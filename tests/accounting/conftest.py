"""An office with the masters of accounting, and its books."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from app.accounting import commands, queries
from app.accounting.account import AccountEntryDraft, AccountItemId, BudgetLineDraft
from app.kernel.fiscal_year import FiscalYear
from app.kernel.resources import resources
from app.storage.store import Store

R8 = FiscalYear(2026)


class Books:
    """The books of an office, by the names of items and programmes."""

    def __init__(self, store: Store) -> None:
        self.store = store
        text = (resources() / "data" / "account_items.toml").read_text(encoding="utf-8")
        store.do("seed", commands.seed_accounts, tomllib.loads(text))

    def item(self, name: str) -> AccountItemId:
        return next(one.id for one in self.store.ask(queries.items) if one.name == name)

    def programme(self, position: int) -> int:
        return self.store.ask(queries.programmes)[position].id

    def draft(self, item: str, amount: int, day: date = date(2026, 5, 1), **more: Any) -> Any:
        return AccountEntryDraft(day, self.item(item), amount, **more)

    def enter(self, item: str, amount: int, day: date = date(2026, 5, 1), **more: Any) -> Any:
        return self.store.do(
            "記帳", commands.add_entry, self.draft(item, amount, day, **more)
        ).result

    def plan(self, year: FiscalYear = R8, **amounts: int) -> None:
        lines = [BudgetLineDraft(self.item(name), amount) for name, amount in amounts.items()]
        self.store.do("予算", commands.set_budget, year, lines)


@pytest.fixture
def books(store: Store) -> Books:
    return Books(store)
