"""Shares of programmes as they are typed, in percent, and what an empty one means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from app.accounting.account import WHOLE, ProgrammeId
from app.kernel.errors import Refusal
from app.kernel.text import quoted

_TYPED = re.compile(r"([0-9]{1,3})(?:\.([0-9]))?%?")


def share_text(share: int) -> str:
    """Write a share in percent: 70, 33.3."""
    return f"{share / 10:g}"


def read_share(text: str) -> int:
    """Read a share in percent, to a tenth: 70, ７０％, 33.3.  Raises ``Refusal``."""
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    share = int(found[1]) * 10 + int(found[2] or 0) if found else WHOLE + 1
    if share > WHOLE:
        raise Refusal(
            f"{quoted(text)}を割合として読み取れません。「70」「33.3」のように入力してください。"
        )
    return share


def shares_typed(
    typed: Sequence[tuple[ProgrammeId, int | None]],
) -> tuple[tuple[ProgrammeId, int], ...]:
    """Return the shares of an entry out of one field for each programme, this work first.

    Where only one is left empty it bears what the others leave; nobody's share or this work's
    alone is no division.
    """
    given = sum(share for _, share in typed if share is not None)
    empty = [programme for programme, share in typed if share is None]
    if len(empty) == 1 and 0 < given < WHOLE:
        typed = [(one, WHOLE - given if share is None else share) for one, share in typed]
    shares = tuple((programme, share) for programme, share in typed if share)
    own = typed[0][0] if typed else None
    return () if shares == ((own, WHOLE),) else shares
