"""The part 体制: the staff at the left, the term and trainings of one at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from app.gui.compiled.staff.ui_staff_page import Ui_StaffPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.records.record_side import RecordSide
from app.gui.staff.staff_card_view import StaffCardView
from app.gui.staff.staff_form import StaffForm
from app.gui.staff.staff_list import StaffList
from app.gui.widgets.empty_state import EmptyState
from app.staff import commands, queries
from app.staff.full_time import equivalent_text

_SIDES = (480, 650)
_TABLES = frozenset({"staff_member", "person"})


class StaffPage(Page):
    """Says today's 常勤換算 above the list."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_StaffPage()
        self.ui.setupUi(self)
        self.ui.equivalentLabel.prepare(ems=14, bold=True)
        self.staff = StaffList(self.ui, self.store, lambda: self.today)
        self.card = StaffCardView(self.store, self.dialogs, lambda: self.today, self.year)
        self.form = StaffForm(self.store, self.dialogs, lambda: self.today)
        nothing = EmptyState(
            "一覧から選んでください", "選んだ職員の期間と研修の受講がここに出ます。"
        )
        self.side = RecordSide(self, self.ui, self.staff, self.card, self.form, nothing, _SIDES)
        self._add_keys()
        self.store.changed.connect(self._changed)
        self._say_equivalent()

    def _add_keys(self) -> None:
        card, keys = self.card.ui, self.keys
        self.side.add_keys(find="職員を探す", add="職員を追加")
        keys.add("カーソルのある職員・受講の記録を削除", "Del", self._remove, card.binButton)
        keys.add("研修の受講を記録", "Ctrl+G", self.card.add_training, card.trainingButton)
        keys.add("受講の記録を直す", "Ctrl+L", self.card.change_training, card.changeButton)
        card.removeButton.clicked.connect(self.card.remove_training)
        keys.tell("Esc", "入力をやめる")

    @Slot()
    def _remove(self) -> None:
        """Remove what the cursor is in: the term, or a training."""
        focus = QApplication.focusWidget()
        if focus is not None and self.card.ui.trainingStack.isAncestorOf(focus):
            self.card.remove_training()
        else:
            self.side.do("職員の記録を削除", commands.remove_staff_member)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._say_equivalent()

    def _say_equivalent(self) -> None:
        found = self.store.ask(queries.full_time_equivalent, self.today)
        self.ui.equivalentLabel.setText(f"常勤換算　{equivalent_text(found)}人（今日）")

    def open_target(self, target: Target) -> None:
        """Show somebody (``staff``), or begin a new term."""
        if target.key is None:
            self.side.add()
        else:
            self.side.open(target.key)

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
