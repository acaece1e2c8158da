"""The register of letters for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.kernel.wareki import format_day
from app.submissions.queries import LetterListing, LetterRow


def find_letters(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find letters by subject, partner and number, the newest first."""
    listing = LetterListing(text=text)
    keys = store.ask(listing.keys)[:limit]
    rows = store.ask(listing.rows, keys)
    return [
        Hit(rows[key].draft.subject, _detail(rows[key]), Target("reporting", "letter", key))
        for key in keys
    ]


def _detail(row: LetterRow) -> str:
    draft = row.draft
    day = format_day(draft.on_day, "R8.4.1")
    parts = (f"収発簿　{draft.direction.label}", day, draft.number, draft.partner)
    return "　".join(part for part in parts if part)
