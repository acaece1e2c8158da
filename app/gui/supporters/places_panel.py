"""The panel 活動先とマッチング on the card of a supporter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.contacts.panel_lines import link, plain
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.supporters.supporter_panel import SupporterPanel
from app.kernel.wareki import format_day
from app.matching import queries as matching
from app.matching.match_way import OPEN
from app.matching.queries import MatchRow
from app.supporters.card import SupporterCard

_OVER = 5
"""So many matches that are over are shown."""


class PlacesPanel(SupporterPanel):
    """Lists matches: those that are open or going on, then the last ones that are over."""

    TITLE = "活動先とマッチング"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        self.lines.linked.connect(self._follow)

    def list_card(self, card: SupporterCard) -> None:
        """List what somebody is asked for, does, and did."""
        rows = self.store.ask(matching.matches_of, card.id)
        for row in rows:
            if row.state in OPEN:
                self._add(row, quiet=False)
        over = [row for row in rows if row.state not in OPEN]
        for row in over[:_OVER]:
            self._add(row, quiet=True)
        if len(over) > _OVER:
            self.lines.say(f"ほかに終わったものが{len(over) - _OVER}件あります。")
        if not rows:
            self.lines.say("まだありません。「マッチング」で希望票に打診すると、ここに出ます。")

    def _add(self, row: MatchRow, *, quiet: bool) -> None:
        days = (row.starts_on or row.asked_on, row.ends_on)
        said = "～".join("" if day is None else format_day(day) for day in days)
        what = link("match", row.id, row.what or "活動先の記載なし")
        self.lines.add(f"{plain(row.state.label)}　{what}　{plain(said)}", quiet=quiet)

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target("matching", kind, int(key)))
