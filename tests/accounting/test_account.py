"""Budget, actual, division over programmes, contracts and refund, from real rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from app.accounting import commands, queries
from app.accounting.account import BudgetLineDraft, ContractDraft, Side
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office.settings import Rounding

R8 = FiscalYear(2026)
_THREE = ((2022, 6_000_000), (2023, 7_976_000), (2024, 7_976_000))


def _contract(first: int, last: int, years: object, **more: object) -> ContractDraft:
    return ContractDraft(
        "第1層生活支援コーディネーター業務",
        date(first, 4, 1),
        date(last, 3, 31),
        years=years,
        **more,
    )


def test_that_a_parent_is_the_sum_of_its_items_and_only_our_share_counts(books):
    books.plan(消耗品費=100_000, 燃料費=20_000, 委託料=120_000)
    own, other = books.programme(0), books.programme(1)
    books.enter("委託料", 120_000)
    fuel = books.enter("燃料費", 9_001, shares=((own, 500), (other, 500)))
    paper = books.enter("消耗品費", 0, unit_price=500, quantity=30)
    account = books.store.ask(queries.account, R8)
    lines = {line.item.name: line for line in account.lines}
    assert (lines["需用費"].budget, lines["需用費"].actual.count) == (120_000, 19_501)
    assert lines["需用費"].actual.keys == (paper, fuel)
    assert lines["消耗品費"].difference == -85_000
    assert lines["消耗品費"].spent_on == "500円×30"
    assert [(one.programme, one.amount.count) for one in account.divided_off] == [
        ("その他の事業", 4_500)
    ]
    assert account.surplus == 120_000 - 19_501
    assert sum(
        line.actual.count for line in account.of_side(Side.EXPENSE) if not line.item.is_sum
    ) == (account.total(Side.EXPENSE).actual.count)


def test_that_the_refund_is_what_is_left_where_the_contract_says_so(books):
    contract = books.store.do("契約", commands.add_contract, _contract(2026, 2027, ((2026, 100),)))
    books.enter("委託料", 100_000)
    books.enter("旅費", 30_400)
    settled = books.store.ask(queries.settlement, R8)
    assert (settled.surplus, settled.refund) == (69_600, 69_600)
    keeps = _contract(2026, 2027, ((2026, 100),), refunds=False)
    books.store.do("契約", commands.change_contract, contract.result, keeps)
    assert books.store.ask(queries.settlement, R8).refund == 0
    books.store.undo()
    books.enter("旅費", 90_000)
    settled = books.store.ask(queries.settlement, R8)
    assert (settled.surplus, settled.refund) == (-20_400, 0)
    assert any("支出が収入より20,400円多く" in one for one in settled.sentences())


def test_that_a_settlement_in_thousands_says_where_its_sums_miss(books):
    for item in ("旅費", "食糧費", "一般管理費"):
        books.enter(item, 400)
    settled = books.store.ask(queries.settlement, R8)
    (sentence,) = settled.rounding(Rounding.HALF_UP)
    assert sentence.startswith("支出の決算額: ")


def test_that_the_seeds_contract_stands_beside_the_two_before_it(books):
    do = books.store.do
    do("契約", commands.add_contract, _contract(2019, 2022, ((2020, 1), (2021, 6_806_000))))
    do("契約", commands.add_contract, _contract(2021, 2022, ((2021, 7_117_000),)))
    do("契約", commands.add_contract, _contract(2022, 2025, _THREE))
    (found,) = books.store.ask(queries.contract_years, FiscalYear(2023))
    assert [one.difference for one in found.years] == [-7_923_000, -5_947_000, -5_947_000]
    assert (found.total, found.before) == (21_952_000, 41_769_000)


def test_that_april_is_booked_to_the_year_before_and_balances_run_by_year(books):
    books.enter("委託料", 1_000, date(2026, 3, 1))
    late = books.enter("旅費", 300, date(2026, 4, 20), fiscal_year=2025)
    books.enter("旅費", 50, date(2026, 4, 10))
    listing = queries.EntryListing(year=FiscalYear(2025))
    keys = books.store.ask(listing.keys)
    rows = [books.store.ask(listing.rows, keys)[key] for key in keys]
    assert [row.balance for row in rows] == [1_000, 700]
    assert rows[1].is_late
    assert books.store.ask(queries.entry_card, late).draft.fiscal_year == 2025
    assert books.store.ask(queries.settlement, R8).expense == 50


def test_that_entries_are_found_by_words_item_and_side_and_survive_the_bin(books):
    first = books.enter("消耗品費", 500, partner="ホームセンター見本", description="画用紙")
    books.enter("委託料", 900, partner="函館市")
    third = books.enter("旅費", 200, partner="見本交通")
    ask, listing = books.store.ask, queries.EntryListing
    assert ask(listing(text="見本").keys) == [first, third]
    assert ask(listing(text="ほーむ 画用紙").keys) == [first]
    assert ask(listing(item=books.item("需用費")).keys) == [first]
    assert ask(listing(side=Side.EXPENSE, year=R8).keys) == [first, third]
    assert ask(listing(only=frozenset({third})).keys) == [third]
    assert ask(queries.partners, "見本") == ("見本交通", "ホームセンター見本")
    books.store.do("削除", commands.bin_entries, [first])
    assert ask(listing(binned=True).keys) == [first]
    assert ask(queries.settlement, R8).expense == 200
    books.store.undo()
    assert ask(queries.settlement, R8).expense == 700


def test_that_receipts_run_on_by_year_and_stay_as_they_are_on_a_change(books):
    books.enter("旅費", 100, receipt_number="R-09")
    second = books.enter("旅費", 100)
    income = books.enter("委託料", 100)
    card = books.store.ask(queries.entry_card, second)
    assert card.draft.receipt_number == "R-10"
    assert books.store.ask(queries.entry_card, income).draft.receipt_number == ""
    assert (
        books.store.ask(
            queries.entry_card, books.enter("旅費", 1, date(2027, 5, 1))
        ).row.receipt_number
        == "1"
    )
    books.store.do("変更", commands.change_entry, second, books.draft("旅費", 70))
    assert books.store.ask(queries.entry_card, second).draft.receipt_number == ""


def test_that_a_sum_takes_no_amount_and_what_is_used_stays(books):
    sums, used = books.item("需用費"), books.item("旅費")
    books.enter("旅費", 100)
    store = books.store
    with pytest.raises(Refusal, match="内訳の合計"):
        books.enter("需用費", 5)
    with pytest.raises(Refusal, match="内訳の合計"):
        store.do("予算", commands.set_budget, R8, [BudgetLineDraft(sums, 5)])
    with pytest.raises(Refusal, match="使わない"):
        store.do("削除", commands.remove_item, used)
    with pytest.raises(Refusal, match="内訳を作れません"):
        store.do("追加", commands.add_item, Side.EXPENSE, "市内", used)
    with pytest.raises(Refusal, match="2段まで"):
        store.do("追加", commands.add_item, Side.EXPENSE, "紙", books.item("消耗品費"))
    with pytest.raises(Refusal, match="すでにあります"):
        store.do("追加", commands.add_item, Side.EXPENSE, "旅費")
    store.do("変更", commands.retire_item, used)
    with pytest.raises(Refusal, match="使わない"):
        books.enter("旅費", 5)
    assert store.ask(queries.settlement, R8).expense == 100


def test_that_items_are_added_moved_and_renamed_within_their_level(books):
    store = books.store
    new = store.do("追加", commands.add_item, Side.EXPENSE, "諸謝金").result
    store.do("順", commands.move_item, new, 1)
    store.do("名前", commands.rename_item, new, "報酬")
    expenses = [one.name for one in store.ask(queries.items) if one.side is Side.EXPENSE]
    assert expenses[:3] == ["報酬", "人件費", "給料"]
    store.do("削除", commands.remove_item, new)
    assert "報酬" not in [one.name for one in store.ask(queries.items)]


def test_that_this_work_stays_the_first_programme(books):
    own, other = books.programme(0), books.programme(1)
    for command, args in (
        (commands.move_programme, (other, 1)),
        (commands.move_programme, (own, 2)),
        (commands.retire_programme, (own,)),
        (commands.remove_programme, (own,)),
    ):
        with pytest.raises(Refusal, match="この業務"):
            books.store.do("変更", command, *args)


def test_that_a_budget_is_copied_where_nothing_is_planned_yet(books):
    books.plan(FiscalYear(2025), 旅費=10, 燃料費=20)
    books.plan(旅費=99)
    assert books.store.do("写す", commands.copy_budget, FiscalYear(2025), R8).result == 1
    sheet = books.store.ask(queries.budget, R8)
    rows = {row.item.name: row for row in sheet.rows}
    assert (rows["旅費"].amount, rows["旅費"].last_budget, rows["燃料費"].amount) == (99, 10, 20)
    with pytest.raises(Refusal, match="写せるもの"):
        books.store.do("写す", commands.copy_budget, FiscalYear(2025), R8)
    books.plan(旅費=0)
    assert books.store.ask(queries.budget, R8).now.total(Side.EXPENSE).budget == 20


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (((2019, 1),), "期間"),
        (((2022, 1), (2022, 2)), "2つ"),
        (((2022, -1),), "0円から"),
    ],
)
def test_that_the_years_of_a_contract_lie_within_it(books, years, said):
    with pytest.raises(Refusal, match=said):
        books.store.do("契約", commands.add_contract, _contract(2022, 2025, years))


def test_that_a_contract_is_deleted_with_its_years_and_comes_back(books):
    made = books.store.do("契約", commands.add_contract, _contract(2022, 2025, _THREE)).result
    before = books.store.ask(queries.contracts)
    books.store.do("削除", commands.remove_contract, made)
    assert books.store.ask(queries.contracts) == ()
    books.store.undo()
    assert books.store.ask(queries.contracts) == before


def test_that_of_two_lines_for_one_item_the_last_is_planned(books):
    item = books.store.ask(queries.items)[-1].id
    lines = [BudgetLineDraft(item, 5), BudgetLineDraft(item, 6)]
    books.store.do("予算", commands.set_budget, R8, lines)
    assert books.store.ask(queries.account, R8).total(Side.EXPENSE).budget == 6


def test_that_far_away_years_are_refused(books):
    for first, last in ((2206, 2207), (2026, 2037)):
        with pytest.raises(Refusal, match=r"確かめて|年度まで"):
            books.store.do("契約", commands.add_contract, _contract(first, last, ()))
    with pytest.raises(Refusal, match="年度は"):
        books.plan(FiscalYear(7), 旅費=1)


def test_that_two_contracts_of_one_year_share_its_entries_by_their_days(books):
    def contract(first: date, last: date, **more: object) -> None:
        years = tuple((year, 100_000) for year in (first.year, last.year))
        draft = ContractDraft("業務", first, last, years=years, **more)
        books.store.do("契約", commands.add_contract, draft)

    contract(date(2024, 10, 1), date(2026, 9, 30))
    contract(date(2026, 10, 1), date(2028, 9, 30), refunds=False)
    for amount, day, more in (
        (1, date(2026, 9, 30), {}),
        (2, date(2026, 10, 1), {}),
        (4, date(2027, 4, 20), {"fiscal_year": 2026}),
        (8, date(2026, 3, 31), {"fiscal_year": 2026}),
    ):
        books.enter("旅費", amount, day, **more)
    settled = books.store.ask(queries.settlement, R8)
    found = [
        {one.year.start: one.total(Side.EXPENSE).actual.count for one in accounts}
        for accounts in (
            books.store.ask(queries.contract_accounts, one) for one in settled.contracts
        )
    ]
    assert found == [{2024: 0, 2026: 1 + 8}, {2026: 2 + 4, 2028: 0}]
    assert settled.expense == 15
    assert any("返納のある契約とない契約" in one for one in settled.sentences())


def test_that_programmes_and_retired_items_leave_no_yen_out(books):
    """The part of this work and those of the others are what was paid, whatever was retired."""
    random = Random(4)
    third = books.store.do("事業", commands.add_programme, "サロンの補助").result
    programmes = [books.programme(0), books.programme(1), third]
    names = ("旅費", "消耗品費", "食糧費", "燃料費")
    for _ in range(40):
        cut = sorted(random.sample(range(1, 1000), 2))
        parts = (cut[0], cut[1] - cut[0], 1000 - cut[1])
        shares = random.choice([(), tuple(zip(programmes, parts, strict=True)), ((third, 1000),)])
        books.enter(random.choice(names), random.randrange(1, 99_999), shares=shares)
    books.enter("委託料", 1_000, shares=((programmes[0], 400), (third, 600)))
    before = books.store.ask(queries.account, R8)
    books.store.do("使わない", commands.retire_item, books.item("旅費"))
    books.store.do("使わない", commands.retire_programme, third)
    account = books.store.ask(queries.account, R8)
    assert account == replace(before, lines=account.lines)
    assert "旅費" in [line.item.name for line in account.lines]
    income, paid = books.store.ask(queries.cash, R8)
    own = account.total(Side.EXPENSE).actual.count
    assert own + sum(one.amount.count for one in account.divided_off) == paid
    assert (income, account.total(Side.INCOME).actual.count) == (1_000, 400)
    listed = books.store.ask(queries.EntryListing(year=R8, item=books.item("旅費")).keys)
    (line,) = (line for line in account.lines if line.item.name == "旅費")
    assert set(line.actual.keys) == set(listed) != set()
    draft = books.store.ask(queries.entry_card, listed[0]).draft
    books.store.do("訂正", commands.change_entry, listed[0], replace(draft, note="確かめた"))
    books.plan(R8.previous, 燃料費=5)
    assert books.store.do("写す", commands.copy_budget, R8.previous, R8).result == 1
