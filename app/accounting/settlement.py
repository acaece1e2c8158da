"""収支決算: what is left of a year, what of it goes back to the city, and what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.accounting.account import Side
from app.accounting.balance import Account
from app.accounting.contract_years import ContractYears
from app.accounting.rounding import rounding_sentence
from app.kernel.yen import yen_text
from app.office.settings import Rounding


@dataclass(frozen=True, slots=True)
class Settlement:
    """The settlement of a year; ``contracts`` are those that run in it."""

    account: Account
    contracts: tuple[ContractYears, ...]

    @property
    def income(self) -> int:
        return self.account.total(Side.INCOME).actual.count

    @property
    def expense(self) -> int:
        return self.account.total(Side.EXPENSE).actual.count

    @property
    def surplus(self) -> int:
        """差引残額; below nothing where more was spent than came in."""
        return self.account.surplus

    @property
    def refund(self) -> int:
        """返納額: what is left over, where a contract says that it goes back; never negative."""
        refunds = any(one.contract.draft.refunds for one in self.contracts)
        return max(self.surplus, 0) if refunds else 0

    def left_text(self, *, over: bool) -> str:
        """Say what is left; until the year is ``over``, what goes back is no more than expected."""
        back = "うち返納額" if over else "返納見込額"
        return (
            f"収入{yen_text(self.income)}円 － 支出{yen_text(self.expense)}円"
            f" ＝ {yen_text(self.surplus)}円（{back} {yen_text(self.refund)}円）"
        )

    def sentences(self) -> tuple[str, ...]:
        """Return what is worth looking at before the settlement leaves."""
        return tuple(_doubts(self))

    def rounding(self, rounding: Rounding) -> tuple[str, ...]:
        """Return a sentence for each side and column whose items in 千円 miss their total."""
        found = []
        for side in Side:
            upper = [one for one in self.account.of_side(side) if one.item.parent_id is None]
            columns: Sequence[tuple[str, list[int]]] = (
                ("予算額", [one.budget for one in upper]),
                ("決算額", [one.actual.count for one in upper]),
            )
            for column, parts in columns:
                if sentence := rounding_sentence(parts, rounding):
                    found.append(f"{side.label}の{column}: {sentence}")
        return tuple(found)


def _doubts(settled: Settlement) -> list[str]:
    found = []
    year = settled.account.year
    if not settled.contracts:
        found.append(f"{year}の契約がありません。返納額は契約を登録すると計算します。")
    if len({one.contract.draft.refunds for one in settled.contracts}) > 1:
        found.append(
            "返納のある契約とない契約が、同じ年度にあります。"
            "返納額は年度全体の残額で計算しています。契約ごとに確かめてください。"
        )
    if settled.surplus < 0:
        found.append(
            f"支出が収入より{-settled.surplus:,}円多くなっています。"
            "記入もれの収入がないか確かめてください。"
        )
    if left := settled.account.planned_surplus:
        found.append(f"予算の収入と支出に{yen_text(left)}円の差があります。")
    return found
