"""日報 on the card of a person or an organisation: the entries with them, the latest first."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.daily_log.log_entry import LogEntryId
from app.daily_log.queries import LogListing, LogRow, entries
from app.gui.contacts.card_panel import Owner
from app.gui.contacts.lines_panel import LinesPanel
from app.gui.contacts.panel_lines import link, plain
from app.gui.daily_log.log_words import title_of
from app.kernel.wareki import format_day

_SHOWN = 5
_DAY = "R8.4.1(水)"


class LogPanel(LinesPanel):
    """Hides itself where no entry names them."""

    tables = frozenset({"log_entry", "log_contact", "duty"})
    PLACE = "log"

    def show_owner(self, owner: Owner) -> None:
        """Show the last entries that name a person or an organisation."""
        self.lines.clear()
        listing = LogListing(**owner.named)
        rows, count = self.store.ask(_latest, listing)
        self.setVisible(bool(rows))
        for row in rows:
            day = plain(f"{format_day(row.on_day, _DAY)}　{row.duty.sign}{row.means.label}　")
            self.lines.add(day + link("log_entry", row.id, title_of(row)))
        if count > len(rows):
            self.lines.say(f"ほかに{count - len(rows)}件あります。")


def _latest(session: Session, listing: LogListing) -> tuple[list[LogRow], int]:
    keys = listing.keys(session)
    return entries(session, [LogEntryId(key) for key in keys[:_SHOWN]]), len(keys)
