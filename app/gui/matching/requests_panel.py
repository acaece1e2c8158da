"""希望票 on the card of an organisation: what it asked for, the newest first."""

from __future__ import annotations

from app.gui.contacts.card_panel import Owner
from app.gui.contacts.lines_panel import LinesPanel
from app.gui.contacts.panel_lines import link, plain
from app.matching.queries import requests_of

_SHOWN = 8


class RequestsPanel(LinesPanel):
    """Hides itself where an organisation never asked for anything."""

    tables = frozenset({"help_request", "match", "organisation", "local_resource"})
    PLACE = "matching"

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
