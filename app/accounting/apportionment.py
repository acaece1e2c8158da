"""按分: an amount divided over programmes so that the parts add up to it, to the yen."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounting.account import ProgrammeId


def divide(amount: int, shares: Sequence[int]) -> tuple[int, ...]:
    """Return the part of each share, in their order; together they are the amount.

    Every part is first cut to whole yen.  The yen left over go one each to the parts that lost
    most by the cut; of equal ones to the earlier (method of the largest remainder).  What is
    below nothing (戻入) is divided as the same amount above.  Raises ``ValueError`` where the
    shares are none, all nothing, or one is below nothing.
    """
    whole = sum(shares)
    if whole <= 0 or min(shares) < 0:
        raise ValueError(shares)
    cut = [divmod(abs(amount) * share, whole) for share in shares]
    left = abs(amount) - sum(part for part, _ in cut)
    by_loss = sorted(range(len(cut)), key=lambda place: (-cut[place][1], place))
    given = frozenset(by_loss[:left])
    sign = -1 if amount < 0 else 1
    return tuple(sign * (part + (place in given)) for place, (part, _) in enumerate(cut))


def own_and_others(
    amount: int, shares: Sequence[tuple[ProgrammeId, int]], own: ProgrammeId
) -> tuple[int, tuple[tuple[ProgrammeId, int], ...]]:
    """Return what of an amount this work bears, and what each other programme does.

    Without shares this work bears all of it; with shares that leave it out, nothing.
    """
    if not shares:
        return amount, ()
    parts = divide(amount, [share for _, share in shares])
    divided = [(programme, part) for (programme, _), part in zip(shares, parts, strict=True)]
    return (
        sum(part for programme, part in divided if programme == own),
        tuple(one for one in divided if one[0] != own),
    )
