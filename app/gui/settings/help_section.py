"""設定 → 手伝いの決まり: whether help for one person is arranged, and how long facts hold."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.gui.compiled.settings.ui_help_section import Ui_HelpSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.settings.section import FormSection
from app.office import commands, queries
from app.office.settings import OfficeSettings


class HelpSection(FormSection):
    """A form for the few settings of the office that matching and resources have."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_HelpSection()
        self.ui.setupUi(self)
        self.form = EditForm(self)
        self.form.bind("individual_help", self.ui.individualCheck)
        self.form.bind("stale_after_months", self.ui.staleSpin)
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save_now)
        self.form.cancelled.connect(self.reset)
        self.ui.saveButton.clicked.connect(self.save_now)
        self.ui.cancelButton.clicked.connect(self.reset)
        self.store.changed.connect(self._changed)
        self.reset()

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        self.form.show_draft(self.store.ask(queries.settings))
        self._edited()

    def keep(self, draft: OfficeSettings) -> bool:
        done = self.store.do(
            "手伝いの決まりを変更", commands.change_settings, draft, on_refusal=self.refused
        )
        if done is not None:
            self.reset()
        return done is not None

    @Slot()
    def _edited(self) -> None:
        for button in (self.ui.cancelButton, self.ui.saveButton):
            button.setEnabled(self.form.dirty)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if "setting" in tables and not self.form.dirty:
            self.reset()
