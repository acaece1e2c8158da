"""The card of one entry of the daily log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.daily_log import commands, queries
from app.daily_log.log_entry import LogEntryId
from app.daily_log.queries import LogCard
from app.gui.compiled.daily_log.ui_log_card import Ui_LogCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.contacts.panel_lines import PanelLines, link, plain
from app.gui.daily_log.links_found import target_of
from app.gui.daily_log.log_groups import groups_of
from app.gui.daily_log.log_words import hours_of, title_of
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.records.record_card import RecordCard
from app.gui.reporting.document_link import document_target
from app.kernel.wareki import format_day

_DAY = "令和8年4月1日(水)"
_PLACES = {"person": "contacts", "organisation": "contacts"}


class LogCardView(RecordCard[LogEntryId]):
    """Shows an entry with links to whom it was with and what it was about."""

    TABLES = frozenset(
        {"log_entry", "log_contact", "log_link", "person", "organisation", "duty", "activity_kind"}
    )

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_LogCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self._card: LogCard | None = None
        self._targets: dict[str, Target] = {}
        self._facts = FactsGrid(self.ui.factsPanel)
        self._lines = PanelLines()
        self._lines.linked.connect(self._follow)
        column = QVBoxLayout(self.ui.linesPanel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines)

    def fill(self, key: LogEntryId) -> None:
        """Show everything that is written down."""
        self._card = card = self.store.ask(queries.entry_card, key)
        row, draft = card.row, card.draft
        head = (format_day(row.on_day, _DAY), hours_of(row), row.duty.label)
        self.show_head(
            title_of(row), "　".join(part for part in head if part), deleted_at=card.deleted_at
        )
        open_step = bool(draft.next_step or draft.next_on) and draft.next_done_on is None
        self.ui.actRow.setVisible(card.deleted_at is None)
        self.ui.doneButton.setVisible(open_step)
        self.ui.doneButton.setEnabled(open_step)
        self._facts.show(groups_of(card))
        self._show_links(card)

    def _show_links(self, card: LogCard) -> None:
        self._lines.clear()
        self._targets.clear()
        for one, name in card.links:
            target = target_of(one)
            if target is None:
                self._lines.add(f"{one.kind.label}：{plain(name)}")
                continue
            self._targets[f"{one.kind.value}:{one.key}"] = target
            self._lines.add(f"{one.kind.label}：{link(one.kind.value, one.key, name)}")

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.actRow.setEnabled(shown)

    @Slot(str)
    def _follow(self, address: str) -> None:
        self.wanted.emit(self._targets[address])

    @Slot()
    def finish_next(self) -> None:
        """Say that the next step was taken today."""
        if self.key is not None:
            label = f"次の対応を済みに（{self.name}）"
            self.store.do(label, commands.finish_next, self.key, self.today())

    @property
    def day(self) -> date | None:
        """The day of the entry that is shown."""
        return None if self.key is None or self._card is None else self._card.row.on_day

    @Slot()
    def print(self) -> None:
        """Go to the daily log of the day of the entry."""
        if self.day is not None:
            self.wanted.emit(document_target("daily-log", day=self.day, span="day"))
