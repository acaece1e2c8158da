"""What is done with the supporters selected in a list: 確認した, 保険に加入."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from app.gui.framework import icons, view
from app.gui.framework.list_view import ListView
from app.gui.framework.page import Page
from app.gui.supporters.entry_forms import Confirmed, InsuranceForm, confirm_form
from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.flow_row import FlowRow
from app.kernel.fiscal_year import FiscalYear
from app.supporters import commands
from app.supporters.insurance import InsuranceDraft
from app.supporters.supporter import SupporterId

_PLACE = 1
"""The forms stand in the place of the row of buttons, above the list."""


class ManyActs(QObject):
    """Each asks once, in a form above the list, and is one step for all who are selected."""

    def __init__(self, page: Page, tools: FlowRow, column: QVBoxLayout, listed: ListView) -> None:
        super().__init__(page)
        self._page, self._list, self._tools = page, listed, tools
        self._keys: list[SupporterId] = []
        self._last = InsuranceDraft(0, page.today)
        self.confirm_button = QPushButton("確認した", tools)
        self.insure_button = QPushButton("保険に加入", tools)
        self.confirming = confirm_form(lambda: page.today, 2)
        self.insuring = InsuranceForm(lambda: page.today, 3)
        for form, write in ((self.confirming, self._confirm), (self.insuring, self._insure)):
            column.insertWidget(_PLACE, form)
            form.hide()
            form.entered.connect(write)
            form.closed.connect(self.close)
        keys = page.keys
        keys.add("選んだ方の意向を確認した", "Ctrl+J", self.begin_confirming, self.confirm_button)
        keys.add("選んだ方を保険に加入", "Ctrl+I", self.begin_insuring, self.insure_button)
        self._draw()
        view.current().changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        self.confirm_button.setIcon(icons.icon("done"))
        self.insure_button.setIcon(icons.icon("privacy"))

    @Slot()
    def begin_confirming(self) -> None:
        """Ask when those selected said that they go on."""
        if self._open(self.confirming):
            title = f"{self._whom()}が続ける意向を確認した"
            self.confirming.begin(title, "記録する", Confirmed(self._page.today))

    @Slot()
    def begin_insuring(self) -> None:
        """Ask which insurance those selected joined, when and through whom."""
        if self._open(self.insuring):
            today = self._page.today
            last = self._last
            draft = InsuranceDraft(
                FiscalYear.of(today).start, today, last.plan, last.premium, last.joined_through
            )
            self.insuring.begin_draft(f"{self._whom()}の保険への加入", "記録する", draft)

    def _open(self, form: SmallForm) -> bool:
        self._keys = [SupporterId(key) for key in self._list.selected_keys()]
        if not self._keys:
            self._page.said.emit(
                "一覧から選んでください。ShiftやCtrlを押しながら何人でも選べます。"
            )
            return False
        self.close()
        self._tools.hide()
        form.show()
        return True

    def _whom(self) -> str:
        return f"選んだ{len(self._keys)}人"

    @Slot(object)
    def _confirm(self, entry: Confirmed) -> None:
        label = f"意向を確認（{len(self._keys)}人）"
        self._write(
            self.confirming, label, commands.confirm, self._keys, on=entry.on, note=entry.note
        )

    @Slot(object)
    def _insure(self, draft: InsuranceDraft) -> None:
        self._last = draft
        label = f"保険の加入（{len(self._keys)}人）"
        self._write(self.insuring, label, commands.insure, self._keys, draft)

    def _write(
        self,
        form: SmallForm,
        label: str,
        command: Callable[..., object],
        *values: object,
        **named: object,
    ) -> None:
        if self._page.store.do(label, command, *values, on_refusal=form.refused, **named):
            self.close()
            self._list.setFocus()

    @Slot()
    def close(self) -> None:
        """Put the forms away, and what else can be done back in their place."""
        for form in (self.confirming, self.insuring):
            form.hide()
        self._tools.show()
