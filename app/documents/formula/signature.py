"""How a function takes its arguments, written in letters.

``n`` a number, ``i`` a whole number, ``t`` a text, ``b`` a truth value, ``v`` any value but an
error, ``e`` any value, ``r`` a reference or array as it is, ``a`` the same with all parts of the
argument taken as arrays.  ``?`` follows an argument that may be left out; ``*`` ends a list whose
last argument (or group in parentheses) may come again; ``@`` begins one that needs the context.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.documents.formula.values import Value

_MOST = 255
_SIGNATURE = re.compile(r"(@?)([nitbvera?]*)(?:\(([nitbvera]+)\))?(\*?)")


@dataclass(frozen=True, slots=True)
class Function:
    """A function with the kinds of its arguments."""

    run: Callable[..., Value]
    kinds: str
    least: int
    again: str
    with_context: bool

    def kinds_of(self, count: int) -> str | None:
        """Return the kinds for so many arguments; nothing if that many cannot be."""
        if count < self.least or count > _MOST:
            return None
        if count <= len(self.kinds):
            return self.kinds[:count]
        extra = count - len(self.kinds)
        if not self.again or extra % len(self.again):
            return None
        return self.kinds + self.again * (extra // len(self.again))


def function(signature: str, run: Callable[..., Any]) -> Function:
    """Return a function that takes its arguments as the signature says."""
    found = _SIGNATURE.fullmatch(signature)
    if found is None:
        raise ValueError(signature)
    context, plain, group, again = found.groups()
    kinds = plain.replace("?", "") + (group or "")
    last = group or kinds[-1:]
    return Function(run, kinds, len(kinds) - plain.count("?"), last * bool(again), bool(context))
