from __future__ import annotations

import tomllib
from datetime import date

import pytest

from app.accounting import commands as accounting
from app.accounting import queries as accounts
from app.accounting.account import BudgetLineDraft
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft
from app.kernel.fiscal_year import FiscalYear
from app.kernel.resources import resources
from app.planning import commands as planning
from app.planning.plan import PlanItemDraft
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.submitting import SubmitDraft, submit
from app.reporting.today_line import Line, Matter
from app.reporting.today_year import year_lines
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import duty, seeded

YEAR = FiscalYear(2026)


@pytest.fixture
def office(store: Store) -> Store:
    items = tomllib.loads((resources() / "data" / "account_items.toml").read_text("utf-8"))
    store.do("費目", accounting.seed_accounts, items)
    seeded(store)
    entry = LogEntryDraft(date(2026, 4, 1), duty(store), title="訪問")
    store.do("日報", daily_log.add_entry, entry)
    return store


def lines(store: Store, day: date, matter: Matter) -> list[Line]:
    found = store.ask(lambda session: list(year_lines(session, day)))
    return [line for line in found if line.matter is matter]


def test_that_a_report_is_asked_for_until_it_is_handed_in(office: Store, clock: Clock) -> None:
    clock.advance(days=32)  # 3 May
    first = lines(office, clock().date(), Matter.REPORTS)
    assert [(one.kind, one.key, one.urgent) for one in first] == [
        ("report_month", "2026-04-01", False)
    ]
    late = lines(office, date(2026, 5, 11), Matter.REPORTS)
    assert [one.urgent for one in late] == [True]
    request = Request(clock().date(), year=YEAR, month=4)
    submit(office, document(None, "monthly-report"), request, SubmitDraft())
    assert lines(office, date(2026, 5, 11), Matter.REPORTS) == []


def test_that_both_years_are_worked_on_in_spring(office: Store, clock: Clock) -> None:
    clock.advance(days=32)
    request = Request(clock().date(), year=YEAR, month=4)
    submit(office, document(None, "monthly-report"), request, SubmitDraft())
    asked = lines(office, date(2027, 5, 25), Matter.REPORTS)
    names = " ".join(one.sentence for one in asked)
    found = {(one.kind, one.key) for one in asked}
    assert found >= {("report_year", "2026"), ("document", "settlement year=2026")}
    assert "令和8年度　年次業務報告書" in names
    assert "令和8年度　収支決算書" in names


def test_that_the_next_plan_and_budget_are_asked_for_from_january(office: Store) -> None:
    assert lines(office, date(2027, 1, 5), Matter.YEAR) == [], "an office that plans elsewhere"
    item = PlanItemDraft(YEAR.start, duty(office, "⑤"), "養成研修")
    office.do("計画", planning.add_item, item)
    key = next(row.id for row in office.ask(accounts.items) if row.name == "旅費")
    office.do("予算", accounting.set_budget, YEAR, [BudgetLineDraft(key, 96_000)])
    assert lines(office, date(2026, 12, 31), Matter.YEAR) == []
    asked = lines(office, date(2027, 1, 5), Matter.YEAR)
    assert [(one.kind, one.key) for one in asked] == [("plan_year", 2027), ("budget_year", 2027)]
    office.do("写す", planning.copy_year, YEAR, YEAR.next)
    office.do("写す", accounting.copy_budget, YEAR, YEAR.next)
    assert lines(office, date(2027, 4, 1), Matter.YEAR) == []
