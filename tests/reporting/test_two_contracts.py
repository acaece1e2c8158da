"""A year in which the contract, its duties and the coordinator change on 1 October."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.accounting import commands as accounting
from app.accounting.account import ContractDraft
from app.contacts import commands as contacts
from app.contacts.person import PersonDraft
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryId
from app.daily_log.queries import LogListing, entry_card
from app.duties import commands as duties
from app.duties import queries as known
from app.duties.duty import DutyDraft, DutyId, DutyListDraft, SchemeId
from app.planning import commands as planning
from app.planning import queries as plans
from app.planning.plan import PlanItemDraft
from app.reporting.annual import annual
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.monthly import monthly
from app.reporting.monthly_fields import monthly_fields
from app.reporting.produce import produce
from app.reporting.recheck import unequal
from app.staff import commands as staff
from app.staff.staff_member import StaffMemberDraft
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import duty
from tests.reporting.reported_office import R8, reported

CHANGE, TODAY = date(2026, 10, 1), date(2027, 4, 10)
NEW = "移動と買い物の支援の仕組みづくり"
SIGNS = "①②③④⑤⑥⑦⑧"


@pytest.fixture
def entries(store: Store, clock: Clock) -> list[LogEntryId]:
    """A year of entries; those of its second half bear the duties of the new list.

    Of these ⑤ is a new one, and what was ⑤ comes last as ⑨.
    """
    clock.now = datetime(2027, 4, 10, 9)
    keys = reported(store)
    store.do("新しい契約", _renew, keys)
    return keys


def _renew(session: Session, keys: list[LogEntryId]) -> None:
    before = known.duty_list(session, R8.first_day)
    made = duties.add_duty_list(session, DutyListDraft("10月から", CHANGE))
    again: dict[int, int] = {}
    for row in before:
        name, sign = (NEW, row.sign) if row.sign == "⑤" else (row.name, row.sign)
        again[row.id] = duties.add_duty(session, made, DutyDraft(sign, name))
    moved = next(row for row in before if row.sign == "⑤")
    duties.add_duty(session, made, DutyDraft("⑨", moved.name, moved.short_name))
    for (one, scheme, kind), category in known.crosswalk(session).crossings.items():
        if one in again:
            new = DutyId(again[one])
            duties.set_crossing(session, new, SchemeId(scheme), category, kind_id=kind)
    for key in keys:
        draft = entry_card(session, key).draft
        if draft.on_day >= CHANGE:
            draft = replace(draft, duty_id=again[draft.duty_id])
            daily_log.change_entry(session, key, draft)


def test_that_both_halves_are_tallied_in_every_scheme(
    store: Store, entries: list[LogEntryId]
) -> None:
    months = [store.ask(monthly, R8, first.month) for first, _ in R8.months]
    for one in months:
        assert unequal(one) == ()
        fields = monthly_fields(one)
        for end in ("当月", "累計"):
            signs = [fields.get(f"{sign}_{end}", 0) for sign in SIGNS + "⑨"]
            assert sum(signs) == fields[f"活動件数_{end}"]
    year = months[-1].log.year
    assert year == store.ask(annual, R8, TODAY).log
    assert len({line.name for line in year.duties}) == len(year.duties) == 9
    for scheme in year.schemes:
        keys = [key for part in scheme.categories for key in part.figure.keys]
        assert sorted(keys) == sorted(year.total.entries.keys)
    line = next(one for one in year.duties if one.sign == "①")
    both = [duty(store, "①", day) for day in (R8.first_day, CHANGE)]
    assert both[0] != both[1]
    for one in both:
        found = store.ask(LogListing(duty_id=one, to_city=True).keys)
        assert sorted(found) == sorted(line.entries.keys)


@pytest.mark.parametrize("day", [R8.first_day, R8.last_day])
def test_that_a_plan_counts_both_halves_under_one_duty(
    store: Store, entries: list[LogEntryId], day: date
) -> None:
    draft = PlanItemDraft(2026, duty(store, "①", day), "協議体", measure="log_entries", target=9)
    store.do("計画", planning.add_item, draft)
    plan = store.ask(plans.plan, R8)
    (row,) = plan.items
    line = next(one for one in store.ask(annual, R8, TODAY).log.duties if one.sign == "①")
    assert row.done == line.entries.count > 0
    assert [one.name for one in plan.duties].count(row.duty.name) == 1
    assert plan.of_duty(row.duty) == (row,)
    for asked, found in ((duty(store, "①", CHANGE), [row.id]), (10_000, [])):
        assert store.ask(plans.PlanListing(R8, duty_id=asked).keys) == found
    summer = store.ask(plans.count, "log_entries", R8.first_day, date(2026, 8, 31), draft.duty_id)
    assert 0 < summer.count < line.entries.count


def test_that_every_report_is_made_of_such_a_year(
    store: Store, entries: list[LogEntryId], tmp_path: Path
) -> None:
    first, second = store.do(
        "人", contacts.add_people, [PersonDraft("前", "任"), PersonDraft("後", "任")]
    ).result
    end = date(2026, 9, 30)
    store.do("職員", staff.add_staff_member, StaffMemberDraft(first, ends_on=end))
    store.do("職員", staff.add_staff_member, StaffMemberDraft(second, starts_on=CHANGE))
    for name, starts, ends, amount in (
        ("前の契約", date(2023, 10, 1), end, 3_000_000),
        ("次の契約", CHANGE, date(2029, 9, 30), 4_000_000),
    ):
        draft = ContractDraft(name, starts, ends, years=((2026, amount),))
        store.do("契約", accounting.add_contract, draft)
    for name in ("monthly-report", "annual-report", "annual-plan", "plan-and-review",
                 "national-survey", "handover", "settlement", "budget", "daily-log"):  # fmt: skip
        request = Request(TODAY, R8, month=10, day=CHANGE)
        produce(store, document(None, name), request, tmp_path / f"{name}.pdf")
