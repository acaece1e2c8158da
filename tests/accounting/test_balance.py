"""The account adds up, whatever was entered: lines, sides, and what others bear."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.accounting.account import Side
from app.accounting.apportionment import own_and_others
from app.accounting.balance import Posting, balance
from app.accounting.breakdown import Priced
from app.accounting.items import ItemRow, in_tree_order
from app.kernel.fiscal_year import FiscalYear

_ITEMS = in_tree_order(
    ItemRow(key, side, parent, str(key), key, retired=False)
    for key, side, parent in (
        (1, Side.INCOME, None),
        (2, Side.EXPENSE, None),
        (3, Side.EXPENSE, 2),
        (4, Side.EXPENSE, 2),
        (5, Side.EXPENSE, None),
    )
)
_SHARES = st.sampled_from([(), ((1, 1000),), ((1, 333), (2, 667)), ((2, 999), (3, 1))])
_ENTRIES = st.lists(
    st.tuples(st.sampled_from([1, 3, 4, 5]), st.integers(-(10**9), 10**9), _SHARES), max_size=20
)


@given(_ENTRIES)
def test_that_every_yen_is_in_one_line_of_one_programme(entries):
    postings = []
    for key, (item, amount, shares) in enumerate(entries, start=1):
        part, others = own_and_others(amount, shares, 1)
        postings.append(Posting(key, item, Priced(part, amount), others))
    programmes = [(2, "二"), (3, "三")]
    account = balance(FiscalYear(2026), _ITEMS, {}, postings, programmes)
    whole = {side: account.total(side).actual for side in Side}
    borne = sum(one.amount.count for one in account.divided_off)
    assert whole[Side.EXPENSE].count + borne == sum(one[1] for one in entries if one[0] != 1)
    assert whole[Side.INCOME].count == sum(
        own_and_others(amount, shares, 1)[0] for item, amount, shares in entries if item == 1
    )
    keys = sorted(key for one in whole.values() for key in one.keys)
    assert keys == list(range(1, len(entries) + 1))
    lines = {line.item.id: line.actual.count for line in account.lines}
    assert lines[2] == lines[3] + lines[4]
    assert whole[Side.EXPENSE].count == lines[2] + lines[5]
    assert account.surplus == lines[1] - lines[2] - lines[5]
