"""The tables of the settlement as they are shown: items, contract years, other programmes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.accounting.account import Side
from app.accounting.balance import Account, AccountLine, AccountTotal, summed
from app.accounting.contract_years import ContractYears
from app.accounting.rounding import in_thousands
from app.accounting.settlement import Settlement
from app.kernel.figure import Counted, Figure
from app.kernel.figure_table import FigureTable
from app.office.settings import Rounding

_SUM = "計"
Cells = tuple[Figure, ...]


def tables_of(
    settled: Settlement, terms: Sequence[Sequence[Account]], rounding: Rounding
) -> tuple[FigureTable, ...]:
    """Return the tables in the order they are offered; one without rows is left out.

    ``terms`` are the accounts of every year of each contract, in the order of the contracts.
    """
    found = [_items(settled)]
    for one, accounts in zip(settled.contracts, terms, strict=True):
        found.append(_years(one, rounding))
        if len(accounts) > 1:
            found.append(_term(one, accounts))
    if settled.account.divided_off:
        found.append(_divided(settled))
    return tuple(found)


def _items(settled: Settlement) -> FigureTable:
    rows = list(_lines(settled))
    return FigureTable(
        "予算と決算（円）",
        "費目",
        tuple(name for name, _ in rows),
        ("予算額（A）", "決算額（B）", "差引（B－A）"),
        tuple(cells for _, cells in rows),
    )


def _lines(settled: Settlement) -> Iterator[tuple[str, Cells]]:
    account = settled.account
    for side in Side:
        for line in account.of_side(side):
            item = line.item
            yield (f"　　{item.name}" if item.parent else item.name), _cells(line)
        yield f"{side.label}計", _cells(account.total(side))
    left = _plain(settled.surplus)
    difference = _plain(settled.surplus - account.planned_surplus)
    yield "収入－支出", (_plain(account.planned_surplus), left, difference)


def _cells(line: AccountLine | AccountTotal) -> Cells:
    keys = line.actual.keys
    difference = Figure(Counted.ACCOUNT_ENTRY, keys, line.difference)
    return (_plain(line.budget), line.actual, difference)


def _years(one: ContractYears, rounding: Rounding) -> FigureTable:
    name = one.contract.draft.name
    amounts = [(str(year.year), year.amount, year.before) for year in one.years]
    amounts.append((_SUM, one.total, one.before))
    compared = one.before is not None
    rows = [("委託料（A）", [amount for _, amount, _ in amounts])]
    if compared:
        rows.append(("前回契約（B）", [before or 0 for _, _, before in amounts]))
        rows.append(("差引（A－B）", [amount - (before or 0) for _, amount, before in amounts]))
    return FigureTable(
        f"契約の年度別（千円）　{name}",
        "",
        tuple(label for label, _ in rows),
        tuple(label for label, _, _ in amounts),
        tuple(tuple(_plain(in_thousands(one, rounding)) for one in row) for _, row in rows),
    )


def _term(one: ContractYears, accounts: Sequence[Account]) -> FigureTable:
    """Return what came in and was spent in each year of a contract, and in all of them."""
    sides = {side: [account.total(side).actual for account in accounts] for side in Side}
    rows = [(f"{side.label}決算", [*found, summed(found)]) for side, found in sides.items()]
    surpluses = [account.surplus for account in accounts]
    rows.append(("差引残額", [_plain(amount) for amount in (*surpluses, sum(surpluses))]))
    return FigureTable(
        f"契約期間の収支（円）　{one.contract.draft.name}",
        "",
        tuple(label for label, _ in rows),
        (*(str(account.year) for account in accounts), _SUM),
        tuple(tuple(cells) for _, cells in rows),
    )


def _divided(settled: Settlement) -> FigureTable:
    others = settled.account.divided_off
    return FigureTable(
        "按分で他の事業が負担した額（円）",
        "事業",
        tuple(one.programme for one in others),
        ("金額",),
        tuple((one.amount,) for one in others),
    )


def _plain(amount: int) -> Figure:
    """Return an amount that no entry stands behind."""
    return Figure(Counted.ACCOUNT_ENTRY, (), amount)
