"""Supporters for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.supporters import queries
from app.supporters.card import SupporterRow
from app.supporters.queries import SupporterListing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def find_supporters(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find supporters by name, reading, number, telephone …, in 五十音 order."""
    rows = store.ask(_first, text, limit)
    return [Hit(row.name, _detail(row), Target("supporters", "supporter", row.id)) for row in rows]


def _first(session: Session, text: str, limit: int) -> list[SupporterRow]:
    keys = SupporterListing(date.min, text=text).keys(session)
    return queries.supporters(session, keys[:limit], date.min)


def _detail(row: SupporterRow) -> str:
    parts = ("サポーター", row.number, row.state.label, row.level)
    return "　".join(part for part in parts if part)
