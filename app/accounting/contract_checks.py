"""What a contract must be before it is stored."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from app.accounting.account import ContractDraft
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear, year_problem
from app.kernel.text import tidy
from app.kernel.yen import LARGEST

_LONGEST = 10
"""Fiscal years a contract runs at most."""

_TEXTS = tuple(field.name for field in fields(ContractDraft) if field.type == "str")


def checked_contract(draft: ContractDraft, today: date) -> ContractDraft:
    """Return a contract as it is stored, its years in order; raises ``Refusal`` by field."""
    tidied: dict[str, Any] = {name: tidy(getattr(draft, name)).text for name in _TEXTS}
    draft = replace(draft, **tidied, years=tuple(sorted(draft.years)))
    problems = {}
    if not draft.name:
        problems["name"] = "契約の件名を入力してください。"
    if draft.ends_on < draft.starts_on:
        problems["ends_on"] = "契約の終わりの日が始まりの日より前になっています。"
    elif problem := year_problem(FiscalYear.of(draft.starts_on), today):
        problems["starts_on"] = f"契約の始まりの{problem}"
    elif FiscalYear.of(draft.ends_on).start - FiscalYear.of(draft.starts_on).start >= _LONGEST:
        problems["ends_on"] = (
            f"契約の期間が{_LONGEST}年度を超えています。終わりの日を確かめてください。"
        )
    elif problem := _year_problem(draft):
        problems["years"] = problem
    if problems:
        raise Refusal("".join(problems.values()), problems)
    return draft


def _year_problem(draft: ContractDraft) -> str:
    first, last = FiscalYear.of(draft.starts_on), FiscalYear.of(draft.ends_on)
    known = [FiscalYear(year) for year, _ in draft.years]
    for year in known:
        if not first <= year <= last:
            return f"{year}は契約の期間（{first}～{last}）の外です。"
    if len(set(known)) < len(known):
        return "同じ年度の金額が2つあります。"
    if any(not 0 <= amount <= LARGEST for _, amount in draft.years):
        return f"年度の金額は0円から{LARGEST:,}円までで入力してください。"
    return ""
