"""What can be done to contracts, items, budgets and entries of account."""

from app.accounting.commands.masters import seed_accounts

__all__ = ["seed_accounts"]
