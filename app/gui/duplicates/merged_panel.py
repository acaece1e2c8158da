"""統合した人・団体 on a card: which records were made one with it, and the way to part them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.contacts.custom import Subject
from app.duplicates.queries import MergeRow, merged_into
from app.gui.contacts.card_panel import CardPanel, Owner
from app.gui.contacts.panel_lines import PanelLines, link, plain
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.kernel.wareki import format_day

LINKS = {"merge": Subject.PERSON, "organisation-merge": Subject.ORGANISATION}
"""The kinds of links to a merge, and what was merged."""
_KINDS = {subject: kind for kind, subject in LINKS.items()}


class MergedPanel(CardPanel):
    """Lists what was merged into whose card is shown; hides itself where that is nothing."""

    tables = frozenset({"merge", "person", "organisation"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.lines = PanelLines(self)
        self.lines.linked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)

    def show_owner(self, owner: Owner) -> None:
        """Show the merges into somebody that still stand."""
        rows = self.store.ask(merged_into, owner.subject, owner.key)
        self.setVisible(bool(rows))
        self.lines.clear()
        for row in rows:
            self.lines.add(_text(row))

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target("contacts", kind, int(key)))


def _text(row: MergeRow) -> str:
    day = format_day(row.merged_at.date())
    way = link(_KINDS[row.subject], row.id, "元の2件に分ける…")
    return f"{plain(f'{row.merged_name}（{day}に統合）')}　{way}"
