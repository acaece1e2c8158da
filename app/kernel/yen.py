"""Amounts of money as Japanese offices write and type them: whole yen, △ for less than nothing."""

from __future__ import annotations

import re
import unicodedata

from app.kernel.errors import Refusal
from app.kernel.text import quoted

LARGEST = 999_999_999_999
"""Beyond this an amount is taken for a slip."""

_UNITS = {"": 1, "円": 1, "千": 1_000, "千円": 1_000, "万": 10_000, "万円": 10_000}
_TYPED = re.compile(r"([△▲\-−ー])?[¥\\]?([0-9]+)(円|千円?|万円?)?")


def yen_text(amount: int) -> str:
    """Write an amount with commas, △ before what is below nothing: △19,817."""
    return f"△{-amount:,}" if amount < 0 else f"{amount:,}"


def read_yen(text: str) -> int:
    """Read an amount as people type it: １２，３４５, 12,345円, △500, (500), 7,976千円, 3万.

    Raises ``Refusal`` where the text is no whole number of yen, or one beyond ``LARGEST``.
    """
    plain = re.sub(r"[\s,、，]", "", unicodedata.normalize("NFKC", text))
    bracketed = re.fullmatch(r"\((.+)\)", plain)
    found = _TYPED.fullmatch(bracketed[1] if bracketed else plain)
    if found is None or (bracketed and found[1]):
        raise Refusal(
            f"{quoted(text)}を金額として読み取れません。"
            "「12,345」のように円で、マイナスは「△500」と入力してください。"
        )
    # Ten digits more than the largest are no amount either; int() of a whole page would be slow.
    amount = int(found[2][: len(str(LARGEST)) + 1]) * _UNITS[found[3] or ""]
    if amount > LARGEST:
        raise Refusal(f"金額は{LARGEST:,}円までで入力してください。")
    return -amount if bracketed or found[1] else amount
