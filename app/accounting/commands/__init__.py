"""What can be done to contracts, items, budgets and entries of account."""

from __future__ import annotations

from app.accounting.commands.budget import copy_budget, set_budget
from app.accounting.commands.contracts import add_contract, change_contract, remove_contract
from app.accounting.commands.entries import (
    add_entry,
    bin_entries,
    change_entry,
    restore_entries,
)
from app.accounting.commands.masters import (
    add_item,
    add_programme,
    move_item,
    move_programme,
    remove_item,
    remove_programme,
    rename_item,
    rename_programme,
    retire_item,
    retire_programme,
    seed_accounts,
)

__all__ = [
    "add_contract",
    "add_entry",
    "add_item",
    "add_programme",
    "bin_entries",
    "change_contract",
    "change_entry",
    "copy_budget",
    "move_item",
    "move_programme",
    "remove_contract",
    "remove_item",
    "remove_programme",
    "rename_item",
    "rename_programme",
    "restore_entries",
    "retire_item",
    "retire_programme",
    "seed_accounts",
    "set_budget",
]
