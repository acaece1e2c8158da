"""The documents of money in the catalogue: 収支予算書 and 収支決算書."""

from __future__ import annotations

from app.reporting import account_examples, budget, settlement
from app.reporting.catalogue import Ask, Document

DOCUMENTS = (
    Document(
        "budget",
        "収支予算書",
        (Ask.YEAR,),
        budget.make,
        account_examples.BUDGET,
        frozenset({"支出.科目", "支出.予算額"}),
        has_order=False,
    ),
    Document(
        "settlement",
        "収支決算書",
        (Ask.YEAR,),
        settlement.make,
        account_examples.SETTLEMENT,
        frozenset({"支出.科目", "支出.決算額"}),
        has_order=False,
    ),
)
