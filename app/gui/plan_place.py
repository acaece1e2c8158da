"""The place 計画と収支: the plan of the year, its money, and who does the work.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from app.gui.framework.parted_page import Part, PartedPage


class PlanPlace(PartedPage):
    """Links: ``account_entry`` and ``account_item`` lead to 出納, ``contract`` to 契約と決算."""

    NAME = "plan"
    TITLE = "計画と収支"
    PARTS = (
        Part(
            "budget",
            "予算",
            "table",
            "app.gui.accounting.budget_page",
            "BudgetPage",
        ),
        Part(
            "entries",
            "出納",
            "document",
            "app.gui.accounting.entries_page",
            "EntriesPage",
            ("account_entry", "account_item"),
        ),
        Part(
            "settlement",
            "契約と決算",
            "reports",
            "app.gui.accounting.settlement_page",
            "SettlementPage",
            ("contract",),
        ),
    )

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（予算・出納…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（予算・出納…）を開く", "Ctrl+PgUp", self.previous_part)
