"""The contracts at the side of the settlement, each with its years; the form stands in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.accounting import commands, queries
from app.accounting.account import ContractId
from app.accounting.contract_years import ContractRow
from app.gui.accounting.contract_form import ContractForm
from app.gui.compiled.accounting.ui_contracts_side import Ui_ContractsSide
from app.gui.contacts.panel_lines import Act, PanelLines, link, plain
from app.gui.framework.page import Page
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.kernel.yen import yen_text

_DAY = "R8.4.1"
_TABLES = frozenset({"contract", "contract_year"})


class ContractsSide(QObject):
    """Shows the list, and the form while a contract is written down."""

    def __init__(self, page: Page, stack: QStackedWidget, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._page, self._stack = page, stack
        self._list = QWidget()
        self.ui = Ui_ContractsSide()
        self.ui.setupUi(self._list)
        self.lines = PanelLines()
        self.lines.linked.connect(self._follow)
        column = QVBoxLayout(self.ui.linesPanel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        self.form = ContractForm(page.store, page.dialogs, today)
        for one in (self._list, self.form):
            stack.addWidget(one)
        self.form.saved.connect(self._close)
        self.form.left.connect(self._close)
        page.store.changed.connect(self._changed)
        self.show_contracts()

    @property
    def editing(self) -> bool:
        """Whether the form is shown."""
        return self._stack.currentWidget() is self.form

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        if self.editing and not self.form.may_leave():
            return False
        self._close()
        return True

    @Slot()
    def add(self) -> None:
        """Begin a new contract."""
        if not self.editing or self.form.may_leave():
            self.form.start_new()
            self._show_form()

    @Slot(str)
    def _follow(self, address: str) -> None:
        self.edit(ContractId(int(address.partition(":")[2])))

    def edit(self, contract: ContractId) -> None:
        """Begin to change a contract."""
        if self.form.start_edit(contract):
            self._show_form()

    def _show_form(self) -> None:
        self._stack.setCurrentWidget(self.form)
        self.form.form.focus_first()

    def remove(self, contract: ContractId, name: str) -> None:
        """Delete a contract; undo brings it back."""
        self._page.store.do(f"契約の削除（{name[:20]}）", commands.remove_contract, contract)

    @Slot()
    def _close(self) -> None:
        self._stack.setCurrentWidget(self._list)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.show_contracts()

    def show_contracts(self) -> None:
        """Show every contract, the newest first."""
        self.lines.clear()
        known = self._page.store.ask(queries.contracts)
        for row in known:
            name = row.draft.name
            remove = Act("削除", f"契約「{name}」を削除", partial(self.remove, row.id, name))
            self.lines.add(_text(row), (remove,))
        if not known:
            self.lines.say(
                "まだ契約がありません。市との委託契約を、期間と年度ごとの額とともに追加すると、"
                "返納額と、前回の契約との比較ができます。"
            )


def _text(row: ContractRow) -> str:
    draft = row.draft
    span = f"{format_day(draft.starts_on, _DAY)}～{format_day(draft.ends_on, _DAY)}"
    years = [f"{FiscalYear(year)} {yen_text(amount)}円" for year, amount in draft.years]
    if len(years) > 1:
        years.append(f"計 {yen_text(row.total)}円")
    left = "残額は返納" if draft.refunds else "残額の返納なし"
    lines = (span, *years, "　".join(part for part in (draft.contractor, left) if part))
    head = link("contract", row.id, draft.name)
    return f"<b>{head}</b><br>" + "<br>".join(plain(line) for line in lines)
