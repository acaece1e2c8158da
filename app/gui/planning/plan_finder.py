"""Items of plans for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.kernel.fiscal_year import FiscalYear
from app.planning import queries
from app.planning.queries import PlanItemRow


def find_items(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find items by title, purpose, content and indicator, the newest year first."""
    return [
        Hit(
            row.draft.title,
            f"{FiscalYear(row.draft.fiscal_year)}の計画　{row.duty.label}",
            Target("plan", "plan_item", row.id),
        )
        for row in store.ask(_first_items, text, limit)
    ]


def _first_items(session: Session, text: str, limit: int) -> list[PlanItemRow]:
    return queries.items_with(session, text)[:limit]
