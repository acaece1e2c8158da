"""積算内訳 of what was spent: unit price × quantity, summed over entries of the same price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.kernel.yen import yen_text

_MOST = 3


@dataclass(frozen=True, slots=True)
class Priced:
    """An entry as its breakdown tells it: the ``amount`` this work bears, and how it was made.

    ``whole`` is what was paid, of which other programmes may bear a part (按分).
    """

    amount: int
    whole: int
    unit_price: int | None = None
    quantity: int | None = None


def breakdown(entries: Iterable[Priced]) -> str:
    """Write entries as 10,000円×6＋50,000円×12の按分420,000円＋ほか1,200円.

    The three prices that make most are named, and the text adds up to the entries; it is blank
    where none has a price.
    """
    total = 0
    quantities: Counter[tuple[int, bool]] = Counter()
    amounts: Counter[tuple[int, bool]] = Counter()
    for one in entries:
        total += one.amount
        if one.unit_price is not None and one.quantity is not None:
            price = (one.unit_price, one.amount != one.whole)
            quantities[price] += one.quantity
            amounts[price] += one.amount
    most = sorted((one for one in amounts if quantities[one]), key=lambda one: (-amounts[one], one))
    named = most[:_MOST]
    parts = [_part(price, quantities[price], amounts[price]) for price in named]
    rest = total - sum(amounts[price] for price in named)
    if parts and rest:
        parts.append(f"ほか{yen_text(rest)}円")
    return "＋".join(parts)


def _part(price: tuple[int, bool], quantity: int, amount: int) -> str:
    each, shared = price
    product = f"{yen_text(each)}円×{quantity}"
    return f"{product}の按分{yen_text(amount)}円" if shared else product
