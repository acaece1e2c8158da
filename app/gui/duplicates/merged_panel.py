"""統合した人・団体 on a card: which records were made one with it, and the way to part them."""

from __future__ import annotations

from app.contacts.custom import Subject
from app.duplicates.queries import MergeRow, merged_into
from app.gui.contacts.card_panel import Owner
from app.gui.contacts.lines_panel import LinesPanel
from app.gui.contacts.panel_lines import link, plain
from app.kernel.wareki import format_day

LINKS = {"merge": Subject.PERSON, "organisation-merge": Subject.ORGANISATION}
"""The kinds of links to a merge, and what was merged."""
_KINDS = {subject: kind for kind, subject in LINKS.items()}


class MergedPanel(LinesPanel):
    """Lists what was merged into whose card is shown; hides itself where that is nothing."""

    tables = frozenset({"merge", "person", "organisation"})
    PLACE = "contacts"

    def show_owner(self, owner: Owner) -> None:
        """Show the merges into somebody that still stand."""
        rows = self.store.ask(merged_into, owner.subject, owner.key)
        self.setVisible(bool(rows))
        self.lines.clear()
        for row in rows:
            self.lines.add(_text(row))


def _text(row: MergeRow) -> str:
    day = format_day(row.merged_at.date())
    way = link(_KINDS[row.subject], row.id, "元の2件に分ける…")
    return f"{plain(f'{row.merged_name}（{day}に統合）')}　{way}"
