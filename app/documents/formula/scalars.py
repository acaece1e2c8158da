"""Single values and errors of formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class CellError:
    """A formula's error as Excel shows it, such as ``#DIV/0!``."""

    text: str


NULL, DIVISION, VALUE, REFERENCE, NAME, NUMBER, NOT_AVAILABLE = (
    CellError(text) for text in ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
)

Scalar: TypeAlias = str | float | bool | CellError | None
"""A value of one cell; ``None`` is an empty one."""


class Uncomputable(Exception):
    """A formula that is not computed here; ``reason`` is Japanese and completes 「…ため」."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason
