"""Local issues for the agenda of a meeting: found by typing, and those of its district."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.found_edit import FoundEdit
from app.gui.widgets.person_picker import SHOWN, Choice
from app.local_issues import queries
from app.local_issues.queries import IssueListing, IssueRow


def prepare_issue(edit: FoundEdit, store: ObservableStore) -> None:
    """Let a field find an issue, those that are open first."""

    def find(text: str) -> Sequence[Choice]:
        return [_choice(row) for row in store.ask(_first_issues, text)]

    def known(key: int) -> Choice:
        rows = store.ask(queries.issues, [key])
        return _choice(rows[0]) if rows else Choice(key, "（削除された課題）")

    edit.prepare("地域課題", "番号か件名の一部を打つ", find, known)


def open_issues(session: Session, district_id: int | None) -> list[IssueRow]:
    """Return the issues of a district and of the whole city that have not come to an end."""
    listing = IssueListing(open_only=True, district_id=district_id)
    return queries.issues(session, listing.keys(session))


def _first_issues(session: Session, text: str) -> list[IssueRow]:
    rows = queries.issues(session, IssueListing(text=text).keys(session))
    going = set(IssueListing(text=text, open_only=True).keys(session))
    return sorted(rows, key=lambda row: row.id not in going)[:SHOWN]


def _choice(row: IssueRow) -> Choice:
    return Choice(row.id, row.title, f"{row.number}　{row.where}　{row.stage.label}")
