"""Who is active at a resource, and what was asked for there, on its card."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.contacts.panel_lines import PanelLines, link, plain
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.kernel.wareki import format_day
from app.local_resources.local_resource import LocalResourceId
from app.matching import queries
from app.matching.match_way import OPEN
from app.matching.queries import MatchListing, MatchRow, RequestListing, RequestRow

TABLES = MatchListing().tables | RequestListing().tables
_OVER, _REQUESTS = 5, 6
_PLACES = {"supporter": "supporters", "match": "matching", "request": "matching"}


class ActivityPanel(QWidget):
    """``wanted`` carries the ``Target`` of a supporter, a match or a request."""

    wanted = Signal(object)

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.lines = PanelLines(self)
        self.lines.linked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)

    def show_resource(self, resource: LocalResourceId) -> None:
        """List the matches that are open or go on, the last that are over, and the requests."""
        ask = self._store.ask
        self.lines.clear()
        rows = ask(queries.matches, ask(MatchListing(resource=resource).keys))
        over = [row for row in rows if row.state not in OPEN]
        for row in rows:
            if row.state in OPEN:
                self._add_match(row, quiet=False)
        for row in over[:_OVER]:
            self._add_match(row, quiet=True)
        if len(over) > _OVER:
            self.lines.say(f"ほかに終わったものが{len(over) - _OVER}件あります。")
        wanted = ask(RequestListing(resource=resource).keys)
        for request in ask(queries.requests, wanted[:_REQUESTS]):
            self._add_request(request)
        if not rows and not wanted:
            self.lines.say(
                "まだありません。「マッチング」で希望票や打診を記録すると、ここに出ます。"
            )

    def _add_match(self, row: MatchRow, *, quiet: bool) -> None:
        who = link("supporter", row.supporter, row.name)
        days = (row.starts_on or row.asked_on, row.ends_on)
        said = "～".join("" if day is None else format_day(day) for day in days)
        self.lines.add(
            f"{link('match', row.id, row.state.label)}　{who}　{plain(said)}", quiet=quiet
        )

    def _add_request(self, row: RequestRow) -> None:
        number = link("request", row.id, f"希望票 {row.number}")
        said = (row.state.label, row.title, format_day(row.received_on))
        self.lines.add(f"{number}　{plain('　'.join(part for part in said if part))}")

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target(_PLACES[kind], kind, int(key)))
