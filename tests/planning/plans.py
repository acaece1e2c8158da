"""Short ways to plan, for the tests."""

from __future__ import annotations

from typing import Any

from app.kernel.fiscal_year import FiscalYear
from app.planning import commands, queries
from app.planning.plan import PlanItemDraft, PlanItemId
from app.planning.queries import PlanRow
from app.storage.store import Store
from tests.daily_log.office import duty

YEAR = FiscalYear(2026)


def item(store: Store, title: str, *, sign: str = "⑤", year: FiscalYear = YEAR, **said: Any) -> int:
    """Add an item under the duty with this sign that holds in its year."""
    duty_id = duty(store, sign, year.last_day)
    draft = PlanItemDraft(year.start, duty_id, title, **said)
    return store.do("事業を追加", commands.add_item, draft).result


def titles(store: Store, year: FiscalYear = YEAR) -> list[str]:
    return [row.title for row in store.ask(queries.plan, year).items]


def row(store: Store, key: int) -> PlanRow:
    return store.ask(queries.plan_item, PlanItemId(key))
