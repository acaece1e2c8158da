"""What became of a print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What was printed.

    ``missing`` are the characters, with their selectors, that no font has as they are written;
    ``warnings`` are sentences for the user.
    """

    pages: int
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
