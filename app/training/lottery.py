"""Drawing lots (抽選) when more people apply than there are places.

The seed is recorded with the course, so anybody can draw again and get the same order: the
order follows from SHA-256 of the seed and each application's key, not from a random
generator whose algorithm might change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def draw(applications: Iterable[int], seed: int) -> tuple[int, ...]:
    """Return the keys of the applications in the order drawn, whatever order they came in."""

    def lot(key: int) -> bytes:
        return hashlib.sha256(f"{seed}:{key}".encode()).digest()

    return tuple(sorted(applications, key=lambda key: (lot(key), key)))
