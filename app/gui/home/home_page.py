"""The page 今日: what needs doing, and the state of the backup."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from app.gui.backups import backup_job, kept_backups
from app.gui.compiled.home.ui_home_page import Ui_HomePage
from app.gui.framework import icons, theme
from app.gui.framework.page import Page
from app.gui.home.first_steps import FirstSteps
from app.gui.widgets.empty_state import EmptyState
from app.kernel.holidays import holiday_name
from app.kernel.wareki import format_day
from app.reporting.today import backup_state, gather, is_new
from app.storage.store import Store

_UNSEEN = frozenset({"export_record"})
_ICON = 20


class HomePage(Page):
    """Gathers its lines anew when it is shown, and while it is seen after every change."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_HomePage()
        self.ui.setupUi(self)
        self.first_steps = FirstSteps()
        self.nothing = EmptyState(
            "いま、することはありません",
            "研修の予定、申込、修了の確認など、することができるとここに出ます。",
        )
        self.ui.stack.addWidget(self.first_steps)
        self.ui.stack.addWidget(self.nothing)
        self.keys.add("今すぐ控えを作る", "Ctrl+Shift+B", self.back_up, self.ui.backupButton)
        self.keys.add("読み直す", "F5", self.refresh, self.ui.refreshButton)
        self.keys.tell("Enter", "選んだ行を開く")
        self.ui.taskList.followed.connect(self.wanted)
        self.first_steps.wanted.connect(self.wanted)
        self.store.changed.connect(self._changed)

    @classmethod
    def prepare(cls, store: Store, today: date) -> None:
        store.ask(gather, today)
        store.ask(is_new, today)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Gather everything anew."""
        lines = self.store.ask(gather, self.today)
        self.ui.taskList.show_lines(lines)
        if self.store.ask(is_new, self.today):
            self._show(self.first_steps, "")
        elif lines:
            self._show(self.ui.listPage, f"すること {len(lines)}件")
        else:
            self._show(self.nothing, "")
        holiday = holiday_name(self.today)
        day = format_day(self.today, "令和8年4月1日（水）")
        self.ui.dayLabel.setText(f"{day}　{holiday}" if holiday else day)
        self._show_backup()

    def _show(self, widget: object, count: str) -> None:
        self.ui.stack.setCurrentWidget(widget)  # type: ignore[arg-type]
        self.ui.countLabel.setText(count)
        self.setFocusProxy(self.ui.taskList if widget is self.ui.listPage else self.first_steps)

    def _show_backup(self) -> None:
        kept = kept_backups(self.store)
        newest = kept[0].made if kept else None
        state = backup_state(newest, self.clock(), changed=self.store.plain.copy_due)
        label, colours = self.ui.backupLabel, theme.current()
        label.setText(state.sentence)
        label.setProperty("warning", state.due)
        label.style().unpolish(label)
        label.style().polish(label)
        name, colour = ("warning", colours.warning) if state.due else ("done", colours.good)
        self.ui.backupIcon.setPixmap(icons.icon(name, colour).pixmap(_ICON, _ICON))

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables - _UNSEEN and self.isVisible():
            self.refresh()

    @Slot()
    def back_up(self) -> None:
        """Make a checked backup now."""
        job = backup_job(self.store)
        job.succeeded.connect(self._backed_up)
        self.jobs.start(job)

    @Slot(object)
    def _backed_up(self, path: Path) -> None:
        self._show_backup()
        self.said.emit(f"控えを取りました：{path.name}")
