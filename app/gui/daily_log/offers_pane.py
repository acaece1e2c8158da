"""What the program knows already and no entry tells of: each can be taken as a ready entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget
from sqlalchemy.orm import Session

from app.daily_log import commands
from app.daily_log.log_entry import LogEntryDraft
from app.gui.compiled.daily_log.ui_offers_pane import Ui_OffersPane
from app.gui.framework.observable_store import ObservableStore
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.reporting.log_offers import Offer, offers

_DAYS = 30
"""How many days back something is still offered."""
_DAY = "4月1日(水)"
_TABLES = frozenset(
    {"log_entry", "log_link", "course_session", "meeting", "match", "match_step", "contact_note"}
    | {"resource_confirmation", "course"}
)


class OffersPane(QWidget):
    """``change_wanted(draft)``: an offer is to be opened in the form; ``left``: Esc was pressed."""

    change_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_OffersPane()
        self.ui.setupUi(self)
        self.ui.headLabel.prepare(ems=14, bold=True)
        self.found: tuple[Offer, ...] = ()
        self._store: ObservableStore | None = None
        self._today: Callable[[], date] | None = None
        self._stale = True
        self.ui.offerList.taken.connect(self.take)
        self.ui.offerList.wanted.connect(self.change)
        self.ui.offerList.left.connect(self.left)

    def prepare(
        self, store: ObservableStore, today: Callable[[], date], year: Callable[[], FiscalYear]
    ) -> None:
        """Say where offers come from, and which year is shown."""
        self._store, self._today, self._year = store, today, year
        store.changed.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        buttons = self.ui.buttons  # what divides the column asks only for one row of them
        buttons.setMinimumHeight(buttons.heightForWidth(buttons.width()))

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.outdate()

    @Slot()
    def outdate(self) -> None:
        """Ask again: at once where the page is seen, otherwise when it next is."""
        self._stale = True
        parent = self.parentWidget()
        if parent is not None and parent.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Offer what is known of the last days of the year that is shown; hide where nothing is."""
        if not self._stale or self._store is None or self._today is None:
            return
        self._stale = False
        year = self._year()
        last = min(self._today(), year.last_day)
        first = max(last - timedelta(days=_DAYS), year.first_day)
        self.found = self._store.ask(offers, first, last) if first <= last else ()
        self._show()

    def _show(self) -> None:
        ui = self.ui
        ui.headLabel.setText(f"記録にできること　{len(self.found)}件")
        place = ui.offerList.currentRow()
        ui.offerList.clear()
        for one in self.found:
            day = format_day(one.draft.on_day, _DAY)
            ui.offerList.addItem(QListWidgetItem(f"{day}　{one.sentence}"))
        ui.offerList.setCurrentRow(min(max(place, 0), len(self.found) - 1))
        for button in (ui.takeButton, ui.changeButton, ui.asideButton, ui.allButton):
            button.setEnabled(bool(self.found))
        self.setVisible(bool(self.found))

    def _selected(self) -> list[Offer]:
        rows = sorted(index.row() for index in self.ui.offerList.selectedIndexes())
        return [self.found[row] for row in rows]

    @Slot()
    def take(self) -> None:
        """Write the selected offers down as they are."""
        self._take(self._selected())

    @Slot()
    def take_everything(self) -> None:
        """Write all offers down as they are."""
        self._take([*self.found])

    def _take(self, taken: list[Offer]) -> None:
        if self._store is None or not taken:
            return
        drafts = [one.draft for one in taken]
        what = drafts[0].title if len(drafts) == 1 else f"{len(drafts)}件"
        self._store.do(f"日報に記録（{what}）", commands.add_entries, drafts)

    @Slot()
    def set_aside(self) -> None:
        """Put the selected offers into the bin as entries: they are not offered again."""
        if self._store is not None and (taken := self._selected()):
            what = taken[0].draft.title if len(taken) == 1 else f"{len(taken)}件"
            drafts = [one.draft for one in taken]
            self._store.do(f"日報に記録しない（{what}）", _set_aside, drafts)

    @Slot()
    def change(self) -> None:
        """Open the first of the selected offers in the form."""
        if selected := self._selected():
            self.change_wanted.emit(selected[0].draft)


def _set_aside(session: Session, drafts: Sequence[LogEntryDraft]) -> None:
    commands.bin_entries(session, commands.add_entries(session, drafts))
