"""Terms of staff, a change of coordinator, and training."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest

from app.contacts.custom import Subject
from app.contacts.person import PersonDraft
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft
from app.duplicates.commands import merge
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.staff import commands, queries
from app.staff.staff_member import StaffMemberDraft, StaffRole, StaffTrainingDraft
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import duty, seeded
from tests.staff.people import member, person

CHANGE = date(2026, 4, 1)


@pytest.fixture
def office(store: Store, clock: Clock) -> Store:
    clock.now = datetime(2026, 6, 1, 9)
    return store


def test_that_a_change_of_coordinator_needs_the_city(office: Store) -> None:
    first, second = person(office, "前任"), person(office, "後任")
    member(office, first, starts_on=date(2022, 9, 1), ends_on=date(2026, 3, 31))
    after = member(office, second, starts_on=CHANGE)
    assert "市の事前の承諾" in office.ask(queries.staff_member, after).warning
    late = StaffMemberDraft(second, starts_on=CHANGE, city_agreed_on=date(2026, 4, 2))
    office.do("変更", commands.change_staff_member, after, late)
    assert "事前の承諾だったか" in office.ask(queries.staff_member, after).warning
    ready = StaffMemberDraft(second, starts_on=CHANGE, city_agreed_on=date(2026, 3, 2))
    office.do("変更", commands.change_staff_member, after, ready)
    assert [row.warning for row in office.ask(queries.staff)] == ["", ""]
    found = [office.ask(queries.current_coordinator, day) for day in (date(2026, 3, 31), CHANGE)]
    assert [row and row.name for row in found] == ["前任　務", "後任　務"]
    assert office.ask(queries.current_coordinator, date(2020, 1, 1)) is None


def test_that_the_equivalent_is_that_of_the_day(office: Store) -> None:
    member(office, person(office), starts_on=CHANGE)
    helper = person(office, "補助")
    member(office, helper, role=StaffRole.ASSISTANT, starts_on=date(2026, 5, 1), weekly_minutes=900)
    days = (date(2026, 3, 31), CHANGE, date(2026, 5, 1))
    found = [office.ask(queries.full_time_equivalent, day) for day in days]
    assert found == [0, 1, Fraction(13, 10)]
    member(office, helper, role=StaffRole.CLERK, starts_on=CHANGE, weekly_minutes=600)
    twin = person(office, "補助")
    member(office, twin, role=StaffRole.ASSISTANT, starts_on=CHANGE, weekly_minutes=900)
    assert office.ask(queries.full_time_equivalent, days[2]) == 2
    office.do("統合", merge, Subject.PERSON, helper, twin, PersonDraft("補助", "務"))
    assert office.ask(queries.full_time_equivalent, days[2]) == Fraction(16, 10), "one person"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"starts_on": CHANGE, "ends_on": date(2026, 3, 31)}, "ends_on"),
        ({"weekly_minutes": 10_081}, "weekly_minutes"),
        ({"full_time_minutes": 0}, "full_time_minutes"),
        ({"person_id": 999}, "person_id"),
        ({"starts_on": date(2027, 1, 1)}, "starts_on"),
    ],
)
def test_that_a_term_that_cannot_be_is_refused(
    office: Store, said: dict[str, object], field: str
) -> None:
    who = person(office)
    member(office, who, starts_on=CHANGE)
    draft = StaffMemberDraft(
        **{
            "person_id": who,
            "starts_on": date(2020, 1, 1),
            "ends_on": date(2020, 2, 1),
            **({"ends_on": None} if "starts_on" in said else {}),
            **said,
        }
    )  # type: ignore[arg-type]
    with pytest.raises(Refusal) as refused:
        office.do("追加", commands.add_staff_member, draft)
    assert list(refused.value.fields) == [field]


def test_that_trainings_are_those_of_the_year_with_their_hours(office: Store) -> None:
    staff = member(office, person(office), starts_on=CHANGE)
    for day, minutes in ((date(2026, 5, 2), 390), (date(2026, 4, 9), None), (CHANGE, 90)):
        draft = StaffTrainingDraft(staff, day, "SC養成研修", minutes=minutes)
        office.do("受講", commands.add_training, draft)
    old = StaffTrainingDraft(staff, date(2026, 3, 31), "前年度")
    key = office.do("受講", commands.add_training, old).result
    rows = office.ask(queries.trainings, FiscalYear(2026))
    assert [row.draft.attended_on.day for row in rows] == [1, 9, 2]
    assert queries.training_minutes(rows) == 480
    with pytest.raises(Refusal, match="受講記録や日報が4件"):
        office.do("削除", commands.remove_staff_member, staff)
    wrong = StaffTrainingDraft(staff, date(2026, 6, 2), " ", minutes=0)
    with pytest.raises(Refusal) as refused:
        office.do("変更", commands.change_training, key, wrong)
    assert set(refused.value.fields) == {"title", "attended_on", "minutes"}
    office.do("削除", commands.remove_training, key)
    assert office.ask(queries.trainings, FiscalYear(2025)) == ()


def test_that_staff_named_in_the_log_is_not_removed(office: Store) -> None:
    someone = member(seeded(office), person(office), starts_on=CHANGE)
    entry = LogEntryDraft(CHANGE, duty(office), title="訪問", staff_id=someone)
    office.do("日報", daily_log.add_entry, entry)
    with pytest.raises(Refusal, match="日報が1件"):
        office.do("削除", commands.remove_staff_member, someone)
