"""収支予算書 and 収支決算書: figures that add up, in yen and in 千円, from an empty office too."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

from app.accounting import commands
from app.accounting.account import ContractDraft
from app.kernel.fiscal_year import FiscalYear
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.produce import produce
from tests.accounting.conftest import Books

TODAY = date(2026, 11, 1)
R8 = FiscalYear(2026)


@pytest.fixture
def books(store):
    """A year with a contract, a budget and three entries, one of them shared."""
    books = Books(store)
    years = ((2026, 1_000_400), (2027, 1_000_400), (2028, 1_000_400))
    contract = ContractDraft("見本業務", date(2026, 4, 1), date(2029, 3, 31), years=years)
    store.do("契約", commands.add_contract, contract)
    books.plan(委託料=1_000_400, 消耗品費=400, 旅費=1_000_000)
    books.enter("委託料", 1_000_400)
    books.enter("旅費", 0, unit_price=500, quantity=30)
    shares = ((books.programme(0), 500), (books.programme(1), 500))
    books.enter("消耗品費", 301, shares=shares)
    return books


def test_that_the_settlement_says_what_is_left_and_goes_back(books):
    content = books.store.ask(document(None, "settlement").make, Request(TODAY, year=R8))
    rows = {row["科目"]: row for row in content.lists["支出"]}
    assert rows["　消耗品費"]["費目"] == "需用費"
    assert (rows["需用費"]["決算額"], rows["　消耗品費"]["決算額"]) == (151, 151)
    assert rows["旅費"]["摘要"] == "500円×30"
    assert content.fields["差引の文"] == (
        "収入1,000,400円 － 支出15,151円 ＝ 985,249円（返納見込額 985,249円）"
    )
    asked = Request(R8.next.first_day, year=R8)
    ended = books.store.ask(document(None, "settlement").make, asked)
    assert "（うち返納額 985,249円）" in ended.fields["差引の文"]
    assert "その他の事業 150円" in content.fields["按分の注"]
    years = [(row["年度"], row["委託料千円"]) for row in content.lists["契約年度"]]
    assert years[-1] == ("計", 3_001)
    assert "内訳の合計3,000千円と計3,001千円" in content.fields["端数の注"]


def test_that_the_budget_stands_beside_last_year(books):
    books.plan(FiscalYear(2025), 旅費=900_000)
    content = books.store.ask(document(None, "budget").make, Request(TODAY, year=R8))
    travel = next(row for row in content.lists["支出"] if row["科目"] == "旅費")
    assert (travel["前年度予算額"], travel["増減"]) == (900_000, 100_000)
    upper = [row["予算額"] for row in content.lists["支出"] if not row["内訳"]]
    assert sum(upper) == content.fields["支出予算計"] == 1_000_400
    assert content.remarks == ()


def test_that_the_form_shows_what_is_below_nothing_with_a_triangle(books, tmp_path):
    target = tmp_path / "settlement.xlsx"
    produce(
        books.store, document(None, "settlement"), Request(TODAY, year=R8), target, purpose="試"
    )
    sheet = load_workbook(target).active
    cells = {row[0].value: row for row in sheet.iter_rows() if row[0].value}
    assert cells["旅費"][3].value == -985_000
    assert "△" in cells["旅費"][3].number_format


@pytest.mark.parametrize("name", ["budget", "settlement"])
def test_that_an_empty_office_gets_its_documents(store, tmp_path, name):
    target = tmp_path / f"{name}.pdf"
    produce(store, document(None, name), Request(TODAY), target, purpose="試")
    assert target.read_bytes().startswith(b"%PDF")
