"""The budget of a fiscal year, item by item."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounting.account import AccountItemId, BudgetLineDraft
from app.accounting.commands.rows import bookable_item
from app.accounting.tables import AccountItem, BudgetLine
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear, check_year
from app.kernel.text import tidy
from app.kernel.yen import LARGEST
from app.storage.base import moment


def set_budget(session: Session, year: FiscalYear, lines: Sequence[BudgetLineDraft]) -> None:
    """Plan these items anew; the others stay.  No amount and no basis takes an item out.

    Of two lines for one item the last counts.  Raises ``Refusal`` for an item that is the sum of
    others, and for a retired one without plan.
    """
    check_year(year, moment(session).date())
    known = _lines(session, year)
    for line in {line.item_id: line for line in lines}.values():
        row = known.get(line.item_id)
        kept = None if row is None else AccountItemId(row.item_id)
        _set(session, year, _checked(session, line, kept), row)
    session.flush()


def copy_budget(session: Session, source: FiscalYear, target: FiscalYear) -> int:
    """Take the budget of a year over into another one; return how many items were filled.

    What is planned already stays, and a retired item is left out.  Refuses where there is
    nothing to take over.
    """
    check_year(target, moment(session).date())
    planned = set(_lines(session, target))
    query = (
        select(BudgetLine)
        .join(AccountItem, AccountItem.id == BudgetLine.item_id)
        .where(BudgetLine.fiscal_year == source.start, AccountItem.retired.is_(False))
        .order_by(BudgetLine.id)
    )
    rows = [row for row in session.scalars(query) if row.item_id not in planned]
    if not rows:
        raise Refusal(f"{source}の予算に、{target}へ写せるものがありません。")
    for row in rows:
        session.add(
            BudgetLine(
                fiscal_year=target.start, item_id=row.item_id, amount=row.amount, basis=row.basis
            )
        )
    return len(rows)


def _lines(session: Session, year: FiscalYear) -> dict[int, BudgetLine]:
    query = select(BudgetLine).where(BudgetLine.fiscal_year == year.start)
    return {row.item_id: row for row in session.scalars(query)}


def _checked(
    session: Session, line: BudgetLineDraft, kept: AccountItemId | None
) -> BudgetLineDraft:
    bookable_item(session, line.item_id, kept)
    if not 0 <= line.amount <= LARGEST:
        text = f"予算額は0円から{LARGEST:,}円までで入力してください。"
        raise Refusal(text, {"amount": text})
    return BudgetLineDraft(line.item_id, line.amount, tidy(line.basis).text)


def _set(session: Session, year: FiscalYear, line: BudgetLineDraft, row: BudgetLine | None) -> None:
    if not line.amount and not line.basis:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(
            BudgetLine(
                fiscal_year=year.start,
                item_id=line.item_id,
                amount=line.amount,
                basis=line.basis,
            )
        )
    else:
        row.amount, row.basis = line.amount, line.basis
