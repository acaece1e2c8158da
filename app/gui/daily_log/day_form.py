"""What the sheet of a day says beside its entries: weather, hours, what comes tomorrow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot

from app.daily_log import commands, queries
from app.gui.compiled.daily_log.ui_sheet_page import Ui_SheetPage
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day

_WEATHER = ("晴れ", "くもり", "雨", "雪", "大雪", "吹雪", "晴れのち雪", "くもりときどき雨")


class DayForm(QObject):
    """Saved with Ctrl+Enter, with the button, and whenever another day is shown."""

    def __init__(self, ui: Ui_SheetPage, store: ObservableStore, today: Callable[[], date]) -> None:
        super().__init__(ui.card)
        self._ui, self._store = ui, store
        self.day = today()
        ui.cameEdit.prepare("出勤")
        ui.leftEdit.prepare("退勤")
        ui.weatherEdit.recall(_WEATHER)
        ui.tomorrowEdit.prepare("Enterで次の欄へ", 3)
        ui.noteEdit.prepare("Enterで保存", 2)
        self.form = EditForm(ui.card)
        for name, editor in (
            ("weather", ui.weatherEdit),
            ("came_at", ui.cameEdit),
            ("left_at", ui.leftEdit),
            ("tomorrow", ui.tomorrowEdit),
            ("note", ui.noteEdit),
        ):
            self.form.bind(name, editor)
        ui.weatherEdit.taken.connect(partial(self.form.move_on, ui.weatherEdit))
        for text in (ui.tomorrowEdit, ui.noteEdit):
            text.submitted.connect(partial(self.form.move_on, text))
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.reset)
        ui.saveButton.clicked.connect(self.save)
        ui.cancelButton.clicked.connect(self.reset)

    def show_day(self, day: date) -> None:
        """Show what is written about a day; what was typed of another one is saved before."""
        if day != self.day:
            self.save()
        if day != self.day or not self.form.dirty:
            self.day = day
            self.reset()

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        self.form.show_draft(self._store.ask(queries.log_day, self.day))
        self._edited()

    @Slot()
    def save(self) -> bool:
        """Write it down; return whether nothing is left unsaved."""
        if not self.form.dirty:
            return True
        draft = self.form.read()
        if draft is None:
            return False
        label = f"日報の欄（{format_day(self.day, '4月1日')}）"
        done = self._store.do(label, commands.set_day, self.day, draft, on_refusal=self._refused)
        if done is not None:
            self.reset()
        return done is not None

    def _refused(self, refusal: Refusal) -> None:
        if rest := self.form.mark_refusal(refusal):
            self._store.refused.emit(rest)

    @Slot()
    def _edited(self) -> None:
        for button in (self._ui.saveButton, self._ui.cancelButton):
            button.setEnabled(self.form.dirty)
