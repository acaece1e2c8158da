"""A contract over its fiscal years beside the one before it, as the city lays them out in 千円."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.accounting.account import ContractDraft, ContractId
from app.kernel.fiscal_year import FiscalYear


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract as it is stored."""

    id: ContractId
    draft: ContractDraft

    def amount(self, year: FiscalYear) -> int:
        """Return what a year is worth, nothing where the contract does not say."""
        return dict(self.draft.years).get(year.start, 0)

    @property
    def total(self) -> int:
        return sum(amount for _, amount in self.draft.years)

    def covers(self, year: FiscalYear) -> bool:
        """Return whether the contract runs on any day of a year."""
        return self.draft.starts_on <= year.last_day and year.first_day <= self.draft.ends_on


@dataclass(frozen=True, slots=True)
class YearAmount:
    """委託料 of a year; ``before`` is that of the contracts before, where there were any."""

    year: FiscalYear
    amount: int
    before: int | None = None

    @property
    def difference(self) -> int | None:
        """前回契約比."""
        return None if self.before is None else self.amount - self.before


@dataclass(frozen=True, slots=True)
class ContractYears:
    """One contract by years."""

    contract: ContractRow
    years: tuple[YearAmount, ...]

    @property
    def total(self) -> int:
        return sum(one.amount for one in self.years)

    @property
    def before(self) -> int | None:
        """Return the sum of the contracts before over as many years, where there were any."""
        known = [one.before for one in self.years if one.before is not None]
        return sum(known) if known else None


def years_of(contract: ContractRow, known: Sequence[ContractRow]) -> ContractYears:
    """Return a contract by its years, each beside the last year of the contracts before it.

    The contracts before are those that ended before this one began and had an amount in the
    latest year any of them had one: two that this one unites (一体化) are summed, and their
    last year stands for every year (「令和３年度の予算額ベース」).
    """
    first = FiscalYear.of(contract.draft.starts_on).start
    earlier = {
        (row.id, year): amount
        for row in known
        if row.id != contract.id and row.draft.ends_on < contract.draft.starts_on
        for year, amount in row.draft.years
        if year <= first
    }
    last = max((year for _, year in earlier), default=None)
    before = None
    if last is not None:
        before = sum(amount for (_, year), amount in earlier.items() if year == last)
    return ContractYears(
        contract,
        tuple(
            YearAmount(FiscalYear(year), amount, before)
            for year, amount in sorted(contract.draft.years)
        ),
    )


def is_of(contract: ContractRow, known: Sequence[ContractRow], year: FiscalYear, day: date) -> bool:
    """Return whether an entry of a year is of a contract, where another follows it in that year.

    It is of the newest that had begun on its day, and before all of them of the first; what is
    paid after the year is of its last day (出納整理).  Contracts that run side by side cannot be
    told apart: an entry is of each of them.
    """
    draft = contract.draft
    others = [
        row.draft
        for row in known
        if row.covers(year)
        and (row.draft.ends_on < draft.starts_on or draft.ends_on < row.draft.starts_on)
    ]
    day = min(max(day, year.first_day), year.last_day)
    later = [one for one in others if draft.ends_on < one.starts_on]
    earlier = len(later) < len(others)
    return all(day < one.starts_on for one in later) and (not earlier or draft.starts_on <= day)
