"""The number of a certificate (修了証書) in the register: 令8養-0012."""

from __future__ import annotations

from app.kernel.eras import ERAS, year_text


def certificate_number(fiscal_year: int, sign: str, serial: int) -> str:
    """Write a register number: era and year, the kind's sign, and the serial of that year.

    Raises ``ValueError`` for a fiscal year before 明治6年.
    """
    era = next((era for era in ERAS if fiscal_year >= era.first_fiscal_year), None)
    if era is None:
        raise ValueError(fiscal_year)
    return f"{era.short}{year_text(era.year_of(fiscal_year))}{sign}-{serial:04d}"
