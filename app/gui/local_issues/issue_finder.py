"""Issues for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.local_issues import queries
from app.local_issues.local_issue import LocalIssueId
from app.local_issues.queries import IssueListing, IssueRow


def find_issues(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find issues by number, title, content and measures, the newest first."""
    return [
        Hit(
            row.title,
            f"{row.number}　{row.where}　{row.stage.label}",
            Target("issues", "issue", row.id),
        )
        for row in store.ask(_first_issues, text, limit)
    ]


def _first_issues(session: Session, text: str, limit: int) -> list[IssueRow]:
    keys = IssueListing(text=text).keys(session)[:limit]
    return queries.issues(session, [LocalIssueId(key) for key in keys])
