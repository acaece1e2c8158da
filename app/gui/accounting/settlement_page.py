"""The part 契約と決算 of 計画と収支: budget and actual by item, what is left, the contracts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.accounting import queries
from app.accounting.account import ContractId
from app.accounting.settlement import Settlement
from app.gui.accounting.contracts_side import ContractsSide
from app.gui.accounting.settlement_tables import tables_of
from app.gui.compiled.accounting.ui_settlement_page import Ui_SettlementPage
from app.gui.framework.search import Target
from app.gui.reporting.document_link import document_target
from app.gui.results.figures_page import FiguresPage, Reading
from app.kernel.fiscal_year import FiscalYear
from app.office import queries as office

_SIDES = (760, 380)
_NOTE = (
    "決算額は出納の記帳から計算します。按分した経費は、この業務の分だけを数えます。"
    "差引は決算額から予算額を引いた額で、マイナスは△です。"
)


class SettlementPage(FiguresPage):
    """Every amount opens the entries it is made of."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"account_item", "budget_line", "account_entry", "entry_share", "account_programme"}
        | {"contract", "contract_year", "setting"}
    )

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = Ui_SettlementPage()
        self.ui.setupUi(self)
        self.hold(self.ui, "settlement")
        document, button = self.make_document, self.ui.documentButton
        self.keys.add("決算書を見る・印刷・Excel", "Ctrl+P", document, button)
        self.contracts = ContractsSide(self, self.ui.contractStack, lambda: self.today)
        self.ui.sides.setSizes(_SIDES)
        self.keys.add("契約を追加", "Ctrl+N", self.contracts.add, self.contracts.ui.addButton)

    def open_target(self, target: Target) -> None:
        """Show a contract (``contract``)."""
        if target.key is not None and self.contracts.may_leave():
            self.contracts.edit(ContractId(int(target.key)))

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.contracts.may_leave()

    def period(self) -> str:
        """Return the year."""
        return str(self.year.value)

    def counting(self) -> Callable[[Session], Reading]:
        """Return what counts the settlement of the year."""
        return partial(_count, year=self.year.value)

    def show_more(self, reading: Reading) -> None:
        """Say what is left of the year, and what does not add up."""
        settled: Settlement = reading.more
        over = self.today > self.year.value.last_day
        self.ui.leftLabel.setText(f"差引残額　{settled.left_text(over=over)}")
        doubts = settled.sentences()
        self.ui.doubtLabel.setText("\n".join(doubts))
        self.ui.doubtLabel.setVisible(bool(doubts))

    @Slot()
    def make_document(self) -> None:
        """Go to 収支決算書."""
        self.wanted.emit(document_target("settlement"))


def _count(session: Session, *, year: FiscalYear) -> Reading:
    settled = queries.settlement(session, year)
    rounding = office.settings(session).rounding
    terms = [queries.contract_accounts(session, one) for one in settled.contracts]
    note = "\n".join((_NOTE, *settled.rounding(rounding)))
    return Reading(tables_of(settled, terms, rounding), note, settled)
