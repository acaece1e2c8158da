"""ボランティア活動保険 of supporters, year by year, and handing in its roster."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.text import tidy
from app.supporters.commands.rows import insurance_rows, names_of, supporter_rows
from app.supporters.insurance import InsuranceDraft, cover
from app.supporters.supporter import SupporterId
from app.supporters.tables import Insurance, Supporter


def insure(
    session: Session, supporters: Sequence[SupporterId], draft: InsuranceDraft
) -> tuple[int, ...]:
    """Enter a cover of one fiscal year for these supporters; return the keys of the entries.

    Raises ``Refusal`` where somebody has one of that year already (重複加入).
    """
    rows = supporter_rows(session, supporters)
    columns = _columns(draft)
    _refuse_insured(session, rows, draft.fiscal_year)
    entries = [Insurance(supporter_id=row.id, handed_in_on=None, **columns) for row in rows]
    session.add_all(entries)
    session.flush()
    return tuple(entry.id for entry in entries)


def change_insurance(session: Session, insurance: int, draft: InsuranceDraft) -> None:
    """Replace what is written about a cover."""
    row = insurance_rows(session, [insurance])[0]
    if draft.fiscal_year != row.fiscal_year:
        owner = supporter_rows(session, [SupporterId(row.supporter_id)])
        _refuse_insured(session, owner, draft.fiscal_year)
    for name, value in _columns(draft).items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def hand_in(session: Session, insurances: Sequence[int], on: date | None) -> None:
    """Record on which day the roster with these entries was handed in; nothing takes it back."""
    for row in insurance_rows(session, insurances):
        row.handed_in_on = on


def remove_insurance(session: Session, insurance: int) -> None:
    """Take an entry of insurance away that was made by mistake."""
    session.delete(insurance_rows(session, [insurance])[0])


def _columns(draft: InsuranceDraft) -> dict[str, Any]:
    if draft.premium < 0:
        text = "保険料は0円以上で入力してください。"
        raise Refusal(text, fields={"premium": text})
    first, last = cover(FiscalYear(draft.fiscal_year), draft.joined_on)
    return {
        "fiscal_year": draft.fiscal_year,
        "plan": draft.plan,
        "premium": draft.premium,
        "joined_on": draft.joined_on,
        "covers_from": first,
        "covers_until": last,
        "joined_through": tidy(draft.joined_through).text,
        "note": tidy(draft.note).text,
    }


def _refuse_insured(session: Session, rows: Sequence[Supporter], year: int) -> None:
    insured: set[int] = set()
    for chunk in chunks([row.id for row in rows]):
        query = select(Insurance.supporter_id).where(
            Insurance.supporter_id.in_(chunk), Insurance.fiscal_year == year
        )
        insured.update(session.scalars(query))
    if insured:
        names = names_of(session, [row for row in rows if row.id in insured])
        raise Refusal(
            f"{names}は{FiscalYear(year)}の保険にすでに加入しています。除いてから登録してください。"
        )
