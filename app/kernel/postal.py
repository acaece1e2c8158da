"""Postal codes (郵便番号), written 040-0063."""

from __future__ import annotations

import re
import unicodedata

from app.kernel.errors import Refusal
from app.kernel.text import quoted

_CODE = re.compile(r"〒?\s*([0-9]{2,3})\s*[‐‑‒–—―−ー-]?\s*([0-9]{4})")


def normalise_postal(text: str) -> str:
    """Write a postal code as 040-8666, whatever its width and dash; six digits get their zero back.

    Raises ``Refusal`` for anything else (five digits may be one of before 1998).
    """
    found = _CODE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        raise Refusal(
            f"{quoted(text)}を郵便番号として読み取れません。"
            "「040-0063」のように7桁の数字で入力してください。"
        )
    return f"{found[1].zfill(3)}-{found[2]}"
