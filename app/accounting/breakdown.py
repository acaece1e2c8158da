"""積算内訳 of what was spent: unit price × quantity, summed over entries of the same price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.kernel.yen import yen_text

_MOST = 3


@dataclass(frozen=True, slots=True)
class Priced:
    """An entry as its breakdown tells it; ``amount`` is the part of this work."""

    amount: int
    unit_price: int | None = None
    quantity: int | None = None

    @property
    def is_product(self) -> bool:
        """Whether the amount is told by price and quantity: not what was divided off."""
        return (self.unit_price or 0) * (self.quantity or 0) == self.amount != 0


def breakdown(entries: Iterable[Priced]) -> str:
    """Write entries as 10,000円×6＋5,000円×2＋ほか1,200円; blank where none has a price.

    The three prices that make most are named; the text always adds up to the entries.
    """
    quantities: Counter[int] = Counter()
    total = 0
    for one in entries:
        total += one.amount
        if one.is_product and one.unit_price is not None and one.quantity is not None:
            quantities[one.unit_price] += one.quantity
    made = sorted(quantities.items(), key=lambda one: (-one[0] * one[1], one[0]))[:_MOST]
    parts = [f"{yen_text(price)}円×{quantity}" for price, quantity in made if quantity]
    rest = total - sum(price * quantity for price, quantity in made)
    if parts and rest:
        parts.append(f"ほか{yen_text(rest)}円")
    return "＋".join(parts)
