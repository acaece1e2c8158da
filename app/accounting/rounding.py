"""Yen written in 千円, and the sentence that is owed where the parts do not make the total."""

from __future__ import annotations

from collections.abc import Sequence

from app.kernel.yen import yen_text
from app.office.settings import Rounding

_THOUSAND = 1_000


def in_thousands(amount: int, rounding: Rounding) -> int:
    """Return an amount in 千円; one below nothing is rounded as the same above nothing."""
    rest = _THOUSAND // 2 if rounding is Rounding.HALF_UP else 0
    thousands = (abs(amount) + rest) // _THOUSAND
    return -thousands if amount < 0 else thousands


def rounding_sentence(parts: Sequence[int], rounding: Rounding) -> str:
    """Say that parts in 千円 do not add up to their total in 千円; blank where they do.

    ``parts`` are in yen, and so is their total: that is rounded once, never summed from
    rounded parts.
    """
    total = in_thousands(sum(parts), rounding)
    added = sum(in_thousands(part, rounding) for part in parts)
    if added == total:
        return ""
    done = "切り捨てて" if rounding is Rounding.DOWN else "四捨五入して"
    return (
        f"千円未満を{done}いるため、内訳の合計{yen_text(added)}千円と"
        f"計{yen_text(total)}千円は一致しません。"
    )
