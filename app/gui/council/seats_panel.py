"""協議体 on a person's card: the seats somebody has, had and will have, the newest first."""

from __future__ import annotations

from app.contacts.term import TermState
from app.council import queries
from app.gui.contacts.card_panel import Owner
from app.gui.contacts.lines_panel import LinesPanel
from app.gui.contacts.panel_lines import link, plain
from app.gui.council.member_list import term_text


class SeatsPanel(LinesPanel):
    """Hides itself where somebody never sat on a council."""

    tables = frozenset({"council", "council_member", "organisation"})
    PLACE = "council"

    def show_owner(self, owner: Owner) -> None:
        """Show the seats of a person."""
        self.lines.clear()
        rows = () if owner.person is None else self.store.ask(queries.seats_of, owner.person)
        self.setVisible(bool(rows))
        today = self.today()
        for row in rows:
            state = row.state(today)
            when = (
                term_text(row)
                if state is TermState.CURRENT
                else f"{term_text(row)}（{state.label}）"
            )
            words = (row.draft.office.label, row.seat, when)
            text = "　".join(word for word in words if word)
            linked = link("council", row.council_id, row.council)
            self.lines.add(f"{linked}　{plain(text)}", quiet=state is TermState.PAST)
