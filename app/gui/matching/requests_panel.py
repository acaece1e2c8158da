"""希望票 on the card of an organisation: what it asked for, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.contacts.card_panel import CardPanel, Owner
from app.gui.contacts.panel_lines import PanelLines, link, plain
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.matching.queries import requests_of

_SHOWN = 8


class RequestsPanel(CardPanel):
    """Hides itself where an organisation never asked for anything."""

    tables = frozenset({"help_request", "match", "organisation", "local_resource"})

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
        """Show the requests of an organisation."""
        self.lines.clear()
        found = owner.organisation
        rows = () if found is None else self.store.ask(requests_of, found)
        self.setVisible(bool(rows))
        for row in rows[:_SHOWN]:
            title = row.title or "・".join(row.kinds) or "（件名なし）"
            text = link("request", row.id, f"{row.number}　{title}")
            counts = f"{row.state.label}　{row.agreed}/{row.people_wanted}人"
            self.lines.add(f"{text}　{plain(row.when)}　{plain(counts)}")
        if len(rows) > _SHOWN:
            self.lines.say(f"ほかに{len(rows) - _SHOWN}件あります。")

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target("matching", kind, int(key)))
