"""The part 予算 of 計画と収支: one grid of all items, with last year beside."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot

from app.accounting import commands, queries
from app.accounting.account import BudgetLineDraft
from app.gui.accounting.budget_grid import BudgetGrid
from app.gui.accounting.budget_model import BudgetModel, Refused, grid_rows
from app.gui.compiled.accounting.ui_budget_page import Ui_BudgetPage
from app.gui.framework.fresh_page import FreshPage
from app.gui.framework.search import Target
from app.gui.records.unsaved import may_drop_input
from app.gui.reporting.document_link import document_target
from app.kernel.fiscal_year import FiscalYear
from app.kernel.yen import yen_text

_HINT = (
    "予算額と積算内訳を表に直接入力します。Enterで下の費目へ進みます。"
    "上の段の費目は内訳の合計です。"
)


class BudgetPage(FreshPage):
    """Every cell is saved as it is left."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"account_item", "budget_line", "account_entry", "entry_share", "account_programme"}
    )

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = Ui_BudgetPage()
        self.ui.setupUi(self)
        self.grid: BudgetGrid = self.ui.grid
        self.model = BudgetModel(self._write, self._say_wrong, self)
        self.grid.show_model(self.model)
        self.ui.problemLabel.hide()
        self.setFocusProxy(self.grid)
        add = self.keys.add
        add("前の年度の予算を写す", "Ctrl+G", self.copy, self.ui.copyButton)
        add("費目を直す（設定）", "Ctrl+L", self.open_items, self.ui.itemsButton)
        add("予算書を見る・印刷・Excel", "Ctrl+P", self.make_document, self.ui.documentButton)
        self.keys.tell("Enter", "表：入力を始める、入力を終えて下の費目へ")
        self.keys.tell("F2", "表：セルの文字を直す")
        self.keys.tell("Esc", "表：読み取れない入力を消す")
        self._shown = self.year.value
        self.year.changed.connect(self._year_changed)

    @Slot()
    def _year_changed(self) -> None:
        """Save the cell that is being typed into in its own year, then show the other."""
        self.grid.setFocus()
        self.model.forget_misread()
        self.outdate()

    def reload(self) -> None:
        """Read the budget of the year."""
        self._shown = year = self.year.value
        sheet = self.store.ask(queries.budget, year)
        self.ui.titleLabel.setText(f"{year}の予算")
        self.model.show(grid_rows(sheet))
        left = sheet.now.planned_surplus
        said = f"収入と支出に{yen_text(left)}円の差があります。" if left else ""
        self.ui.noteLabel.setText(f"{said}{_HINT}")
        empty = not any(row.amount for row in sheet.rows)
        self.ui.copyButton.setProperty("primary", empty)
        self.ui.copyButton.style().polish(self.ui.copyButton)

    def open_target(self, target: Target) -> None:
        """Show the budget of a year (``budget_year``)."""
        if target.key is not None:
            self.year.choose(FiscalYear(int(target.key)))

    def may_leave(self) -> bool:
        """Save the cell that is being typed into; ask before what cannot be read is dropped."""
        self.grid.commit()
        if self.model.misread:
            if not may_drop_input(self.dialogs):
                return False
            self.model.forget_misread()
        return True

    def _write(self, line: BudgetLineDraft, name: str, refused: Refused) -> bool:
        label, command = f"{self._shown}の予算（{name}）", commands.set_budget
        done = self.store.do(label, command, self._shown, [line], on_refusal=refused)
        return done is not None

    def _say_wrong(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))

    @Slot()
    def copy(self) -> None:
        """Take last year's budget over where nothing is planned yet."""
        year = self.year.value
        done = self.store.do(
            f"{year.previous}の予算を写す", commands.copy_budget, year.previous, year
        )
        if done is not None:
            self.said.emit(f"{year.previous}の予算から{done.result}費目を写しました。")

    @Slot()
    def open_items(self) -> None:
        """Go to the masters of items."""
        self.wanted.emit(Target("settings", "section", "account_items"))

    @Slot()
    def make_document(self) -> None:
        """Go to 収支予算書."""
        self.wanted.emit(document_target("budget"))
