"""Resources for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.local_resources.queries import ResourceListing, resources
from app.local_resources.resource_card import ResourceRow


def find_resources(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find resources by name, reading, venue, contents, telephone …, in 五十音 order."""
    return [
        Hit(row.name, _detail(row), Target("local_resources", "resource", row.id))
        for row in store.ask(_first, text, limit)
    ]


def _first(session: Session, text: str, limit: int) -> Sequence[ResourceRow]:
    return resources(session, ResourceListing(text=text).keys(session)[:limit])


def _detail(row: ResourceRow) -> str:
    parts = ("社会資源", row.kind, row.district, row.opening)
    return "　".join(part for part in parts if part)
