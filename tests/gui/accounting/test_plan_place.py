"""Money in the window: a budget typed down a column, receipts in a row, the settlement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.accounting import commands, queries
from app.accounting.account import ContractDraft
from app.gui.accounting.budget_model import BudgetColumn
from app.gui.accounting.budget_page import BudgetPage
from app.gui.accounting.entries_page import EntriesPage
from app.gui.accounting.settlement_page import SettlementPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.plan_place import PlanPlace
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from tests.accounting.conftest import Books
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.resting import rest
from tests.gui.typing_japanese import type_text

R7, R8 = FiscalYear(2025), FiscalYear(2026)
_ENTER, _CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def books(store: Store, clock: Clock) -> Books:
    clock.now = datetime(2026, 5, 20, 9)
    return Books(store)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def place(books: Books, dialogs: FakeDialogs, clock: Clock, qtbot: QtBot) -> Iterator[PlanPlace]:
    """The whole place, shown."""
    jobs = Jobs()
    place = PlanPlace(ObservableStore(books.store), YearChoice(R8), dialogs, jobs, clock)
    qtbot.addWidget(place)
    place.resize(1150, 640)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    yield place
    place.close()
    jobs.close()


def part(place: PlanPlace, name: str, kind: type) -> object:
    place.open_target(Target("plan", "part", name))
    assert isinstance(place.part, kind)
    return place.part


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def type_into_cell(text: str) -> None:
    """Begin at the current cell, type over what stands in it, and press Enter."""
    press(_ENTER)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_text(editor, text)
    press(_ENTER)
    QCoreApplication.processEvents()  # the cell is left once the key has been dealt with


def test_that_a_budget_is_typed_down_the_column(place: PlanPlace, books: Books) -> None:
    page = part(place, "budget", BudgetPage)
    assert isinstance(page, BudgetPage)
    page.grid.setFocus()
    page.grid.go_first()
    for text in ("７，９７６千円", "", "", "3,360,000", "五百", "49,000"):
        type_into_cell(text)
    rows = {row.item.name: row.amount for row in books.store.ask(queries.budget, R8).rows}
    assert (rows["委託料"], rows["給料"], rows["手当"]) == (7_976_000, 3_360_000, 0)
    assert rows["人件費"] == 3_360_000 + 49_000
    misread = [text for text, _ in page.model.misread.values()]
    assert misread == ["五百"]
    press(Qt.Key.Key_Escape)
    assert not page.model.misread
    books.store.undo()
    assert books.store.ask(queries.budget, R8).now.planned_surplus == 7_976_000 - 3_360_000


def test_that_a_cell_belongs_to_the_year_it_was_typed_in(place: PlanPlace, books: Books) -> None:
    page = part(place, "budget", BudgetPage)
    assert isinstance(page, BudgetPage)
    page.grid.setFocus()
    page.grid.go_first()
    type_into_cell("△500")
    assert [text for text, _ in page.model.misread.values()] == ["△500"]
    page.grid.go_first()
    press(_ENTER)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_text(editor, "700")
    place.year.choose(R7)
    assert books.store.ask(queries.budget, R8).rows[0].amount == 700
    assert books.store.ask(queries.budget, R7).rows[0].amount == 0
    assert not page.model.misread


def test_that_last_years_budget_is_copied(place: PlanPlace, books: Books) -> None:
    books.plan(R7, 旅費=96_000)
    page = part(place, "budget", BudgetPage)
    assert isinstance(page, BudgetPage)
    page.ui.copyButton.click()
    names = [row.name.strip() for row in page.model.grid]
    travel = names.index("支出　旅費")
    assert page.model.grid[travel].text(BudgetColumn.AMOUNT) == "96,000"
    assert names[-1] == "収入－支出"
    assert page.model.grid[-1].text(BudgetColumn.AMOUNT) == "△96,000"


def test_that_receipts_are_entered_one_after_the_other(place: PlanPlace, books: Books) -> None:
    books.enter("消耗品費", 500, partner="見本文具店")
    page = part(place, "entries", EntriesPage)
    assert isinstance(page, EntriesPage)
    page.side.add()
    form = page.form.ui
    form.dayEdit.line.selectAll()
    type_text(form.dayEdit.line, "r8.5.12")
    press(_ENTER)
    press(Qt.Key.Key_H)  # the eighth item
    item = form.itemCombo.currentText()
    assert QApplication.focusWidget() is form.partnerEdit
    type_text(form.partnerEdit, "見本交通")
    form.priceEdit.setFocus()
    type_text(form.priceEdit.line, "２１０")
    press(_ENTER)
    type_text(form.quantityEdit.line, "20")
    assert form.amountEdit.value() == 4_200
    press(_ENTER, _CONTROL)
    assert page.side.editing, "the next receipt can be entered"
    assert form.dayEdit.value() == date(2026, 5, 12)
    assert QApplication.focusWidget() is form.itemCombo
    keys = books.store.ask(queries.EntryListing(year=R8).keys)
    row = books.store.ask(queries.entry_card, keys[-1]).row
    assert row.item.name in item
    assert (row.amount, row.receipt_number) == (4_200, "2")
    assert "残高 △4,700円" in page.ui.balanceLabel.text()
    press(_ENTER, _CONTROL)
    assert page.side.editing, "without an item nothing is saved"
    press(Qt.Key.Key_Escape)
    assert not page.side.editing


def test_that_may_belongs_to_the_year_that_is_shown(place: PlanPlace) -> None:
    page = part(place, "entries", EntriesPage)
    assert isinstance(page, EntriesPage)
    place.year.choose(R7)
    page.side.add()
    form = page.form.ui
    assert form.yearCombo.currentData() == 2025
    form.dayEdit.line.setFocus()
    form.dayEdit.line.selectAll()
    type_text(form.dayEdit.line, "r8.6.1")
    press(_ENTER)
    assert form.yearCombo.currentData() == 2026
    assert "今日より後" in form.doubtLabel.text()
    assert "令和8年度の出納になります" in form.doubtLabel.text()
    page.form.form.show_draft(page.form.form.read())


def test_that_an_amount_of_the_settlement_opens_its_entries(place: PlanPlace, books: Books) -> None:
    years = ((2025, 9_000), (2026, 9_000))
    contract = ContractDraft("見本業務", R7.first_day, R8.last_day, years=years)
    books.store.do("契約", commands.add_contract, contract)
    books.enter("委託料", 9_000)
    entry = books.enter("旅費", 2_000)
    books.enter("旅費", 500, date(2026, 4, 30), fiscal_year=2025)
    page = part(place, "settlement", SettlementPage)
    assert isinstance(page, SettlementPage)
    rest(page.jobs)
    assert "＝ 7,000円（返納見込額 7,000円）" in page.ui.leftLabel.text()
    wanted: list[Target] = []
    page.wanted.connect(wanted.append)
    row = [name.strip() for name in page.table.rows].index("旅費")
    page.open_figure(row, 1)
    press(_ENTER)
    assert wanted == [Target("plan", "account_entry", entry)]
    assert page.table.text(row, 2) == "2,000"
    page.ui.tableCombo.setCurrentIndex(2)
    assert page.table.title.startswith("契約期間の収支")
    assert [page.table.text(2, column) for column in range(3)] == ["△500", "7,000", "6,500"]


def test_that_a_contract_is_written_down_with_an_amount_for_each_year(
    place: PlanPlace, books: Books
) -> None:
    page = part(place, "settlement", SettlementPage)
    assert isinstance(page, SettlementPage)
    page.contracts.ui.addButton.click()
    form = page.contracts.form.ui
    type_text(form.nameEdit, "見本業務")
    for edit, text in ((form.startsEdit, "r8.9.1"), (form.endsEdit, "r10.3.31")):
        edit.line.selectAll()
        type_text(edit.line, text)
    for edit, text in zip(form.yearsEdit.edits.values(), ("6,000千円", "7,976千円"), strict=True):
        type_text(edit.line, text)
    assert form.yearsEdit.sum.text() == "計 13,976,000円"
    form.saveButton.click()
    (row,) = books.store.ask(queries.contracts)
    assert row.draft.years == ((2026, 6_000_000), (2027, 7_976_000))
    assert not page.contracts.editing
