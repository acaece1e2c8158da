"""Documents for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit
from app.gui.reporting.document_link import document_target
from app.reporting.documents import documents


def find_documents(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find documents by their Japanese name."""
    found = [one for one in store.ask(documents) if text in one.name]
    return [Hit(one.name, "書類", document_target(one.id)) for one in found[:limit]]
