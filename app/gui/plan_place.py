"""The place 計画と収支: the plan of the year, its money, and who does the work.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from app.gui.framework.parted_page import Part, PartedPage
from app.gui.planning.plan_finder import find_items


class PlanPlace(PartedPage):
    """Passes links on: those of the plan, ``budget_year`` to 予算, ``staff`` to 体制.

    ``account_entry`` and ``account_item`` lead to 出納, ``contract`` to 契約と決算.
    """

    NAME = "plan"
    TITLE = "計画と収支"
    PARTS = (
        Part(
            "plan",
            "計画と評価",
            "plan",
            "app.gui.planning.plan_page",
            "PlanPage",
            ("plan_item", "plan_year"),
        ),
        Part(
            "budget",
            "予算",
            "table",
            "app.gui.accounting.budget_page",
            "BudgetPage",
            ("budget_year",),
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
        Part("staff", "体制", "person", "app.gui.staff.staff_page", "StaffPage", ("staff",)),
    )

    finders = (find_items,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（計画と評価・予算…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（計画と評価・予算…）を開く", "Ctrl+PgUp", self.previous_part)
