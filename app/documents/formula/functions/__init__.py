"""The functions by name, each family in a module of its own."""

from __future__ import annotations

from app.documents.formula.functions import (
    conditional,
    days,
    information,
    logic,
    lookup,
    maths,
    references,
    shown,
    statistics,
    text,
    workdays,
)
from app.documents.formula.functions.logic import CHOOSING
from app.documents.formula.signature import Function

__all__ = ["CHOOSING", "FUNCTIONS"]

FUNCTIONS: dict[str, Function] = {
    name: function
    for family in (
        maths, statistics, conditional, logic, information, text, shown, days, workdays, lookup,
        references,
    )
    for name, function in family.FUNCTIONS.items()
}  # fmt: skip
