"""The books of the sample office: contracts over nine years, a budget and a cash book for three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from sqlalchemy.orm import Session

from app.accounting import commands, queries
from app.accounting.account import (
    AccountEntryDraft,
    AccountItemId,
    BudgetLineDraft,
    ContractDraft,
    ProgrammeId,
    TaxRate,
)
from app.kernel.fiscal_year import FiscalYear
from app.sample.kept import rows_kept

_FEE = 7_976_000
_PAY_DAY = 25
_CITY = "函館市"
_DEPARTMENT = "保健福祉部地域包括ケア推進課"
_WORK = "第1層生活支援コーディネーター業務"
_CONTRACTS = (
    (_WORK, 2019, 2022, {2021: 6_806_000}, "特定非営利活動法人見本サポート"),
    ("くらしのサポーター養成事業", 2019, 2022, {2021: 7_117_000}, "社会福祉法人見本協議会"),
    (_WORK, 2022, 2025, {2022: 6_000_000, 2023: _FEE, 2024: _FEE}, ""),
    (_WORK, 2025, 2028, {2025: _FEE, 2026: _FEE, 2027: _FEE}, ""),
)
_BUDGET = {
    "委託料": (_FEE, "業務委託契約書のとおり"),
    "給料": (3_360_000, "280,000円×12か月"),
    "手当": (560_000, "期末手当 280,000円×2回"),
    "法定福利費": (588_000, "49,000円×12か月"),
    "報償費（講師謝金）": (300_000, "10,000円×30回"),
    "旅費": (96_000, "8,000円×12か月"),
    "消耗品費": (144_000, "12,000円×12か月"),
    "印刷製本費": (264_000, "チラシ 22,000円×12回"),
    "食糧費": (24_000, "2,000円×12回"),
    "燃料費": (84_000, "7,000円×12か月"),
    "通信運搬費": (180_000, "15,000円×12か月"),
    "手数料": (6_600, "振込手数料 220円×30回"),
    "保険料": (42_000, "ボランティア活動保険 350円×120人"),
    "使用料及び賃借料": (600_000, "50,000円×12か月"),
    "備品購入費": (120_000, "プロジェクター"),
    "一般管理費": (882_325, ""),
    "消費税相当額": (725_075, ""),
}


@dataclass(frozen=True, slots=True)
class _Monthly:
    """What comes back every month: on a day, of an item, at a price, so many times."""

    day: int
    item: str
    partner: str
    description: str
    price: int
    least: int = 1
    most: int = 1
    shared: bool = False


_MONTHLY = (
    _Monthly(_PAY_DAY, "給料", "職員", "給料", 280_000),
    _Monthly(_PAY_DAY, "法定福利費", "年金事務所", "社会保険料（事業主負担）", 49_000),
    _Monthly(8, "消耗品費", "見本文具店", "事務用品", 1_980, 3, 7),
    _Monthly(10, "旅費", "函館市電", "地域訪問", 210, 20, 44),
    _Monthly(12, "報償費（講師謝金）", "外部講師", "研修講師謝金", 10_000, 1, 4),
    _Monthly(15, "印刷製本費", "見本印刷", "チラシ", 22_000),
    _Monthly(18, "燃料費", "見本石油", "ガソリン", 165, 30, 48),
    _Monthly(20, "通信運搬費", "見本通信", "電話・インターネット", 9_900, shared=True),
    _Monthly(22, "通信運搬費", "函館郵便局", "切手", 110, 20, 60),
    _Monthly(28, "使用料及び賃借料", "見本ビル", "事務所の賃料", 50_000, shared=True),
)
_SHARES = ((0, 700), (1, 300))


def keep_books(session: Session, random: Random, years: Sequence[FiscalYear], today: date) -> None:
    """Write the contracts, and for each of the years its budget and its cash book until today."""
    with rows_kept(session):
        for name, first, last, amounts, contractor in _CONTRACTS:
            commands.add_contract(session, _contract(name, first, last, amounts, contractor))
        items = {row.name: row.id for row in queries.items(session) if not row.is_sum}
        own, other = (row.id for row in queries.programmes(session)[:2])
        for year in years:
            lines = [BudgetLineDraft(items[name], *planned) for name, planned in _BUDGET.items()]
            commands.set_budget(session, year, lines)
            for draft in _entries(random, year, items, (own, other)):
                if draft.on_day <= today:
                    commands.add_entry(session, draft)


def _contract(
    name: str, first: int, last: int, amounts: dict[int, int], contractor: str
) -> ContractDraft:
    return ContractDraft(
        name=name,
        starts_on=date(first, 9 if first == 2022 else 4, 1),
        ends_on=date(last, 3, 31),
        client=_CITY,
        department=_DEPARTMENT,
        contractor=contractor,
        years=tuple(amounts.items()),
    )


def _entries(
    random: Random,
    year: FiscalYear,
    items: dict[str, AccountItemId],
    programmes: tuple[ProgrammeId, ProgrammeId],
) -> Iterator[AccountEntryDraft]:
    """Yield the entries of a year: the fee by quarters, every month's costs, and the closing."""
    shares = tuple((programmes[place], share) for place, share in _SHARES)
    for first, _ in year.months:
        if first.month in {4, 7, 10, 1}:
            fee = AccountEntryDraft(first.replace(day=5), items["委託料"], _FEE // 4, _CITY)
            yield fee
        if first.month in {6, 12}:
            bonus = first.replace(day=_PAY_DAY)
            yield AccountEntryDraft(bonus, items["手当"], 280_000, "職員", "期末手当")
        for one in _MONTHLY:
            quantity = random.randint(one.least, one.most)
            yield AccountEntryDraft(
                first.replace(day=one.day),
                items[one.item],
                one.price * quantity,
                one.partner,
                one.description,
                unit_price=one.price,
                quantity=quantity,
                tax=TaxRate.NONE if one.price in {280_000, 49_000} else TaxRate.STANDARD,
                shares=shares if one.shared else (),
            )
    late = date(year.start + 1, 4, 20)
    yield AccountEntryDraft(
        late, items["一般管理費"], 882_325, "", "一般管理費", fiscal_year=year.start
    )
    yield AccountEntryDraft(
        late, items["消費税相当額"], 725_075, "函館税務署", "消費税", fiscal_year=year.start
    )
