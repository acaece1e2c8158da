"""Requests for help for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.matching.queries import RequestListing, RequestRow, requests


def find_requests(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find requests by number, by who asks, by place and by what is asked for, newest first."""
    return [
        Hit(f"{row.number}　{row.who}", _detail(row), Target("matching", "request", row.id))
        for row in store.ask(_first_requests, text, limit)
    ]


def _first_requests(session: Session, text: str, limit: int) -> Sequence[RequestRow]:
    statement = RequestListing(text=text).select_keys().limit(limit)
    return requests(session, session.scalars(statement).all())


def _detail(row: RequestRow) -> str:
    return "　".join(part for part in ("希望票", row.title, row.when, row.state.label) if part)
