"""Registrations counted by month, by district and level, by age and sex."""

from __future__ import annotations

from datetime import date

from app.contacts.person import ConsentItem, Sex
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.supporters import commands, queries
from app.supporters.figures import Counts, Cross
from app.supporters.supporter import CentreDraft, SupporterDraft, SupporterId, SupporterState
from tests.supporters.desk import SupporterDesk

APRIL, MAY, JUNE = date(2026, 4, 10), date(2026, 5, 10), date(2026, 6, 10)


def register(desk: SupporterDesk, on: date, level: str, **person: object) -> SupporterId:
    key: SupporterId = desk.do(
        commands.register,
        desk.person("試", "人", **person),
        SupporterDraft(),
        on=on,
        level=desk.level(level),
    )
    return key


def of_may(desk: SupporterDesk) -> Counts:
    found: Counts = desk.ask(queries.counts, date(2026, 5, 1), date(2026, 5, 31))
    return found


def filled(table: Cross) -> dict[tuple[str, str], int]:
    return {
        (row.label, cell.label): cell.count for row in table.rows for cell in row.cells if cell.who
    }


def test_that_a_month_is_counted_from_the_histories(desk: SupporterDesk) -> None:
    west = desk.store.do("圏域", office.add_district, DistrictDraft("西部")).result
    lives = {"district_id": west, "district_fixed": True}
    stays = register(
        desk, APRIL, "単発の手伝い", birth_date=date(1955, 5, 1), sex=Sex.FEMALE, **lives
    )
    leaves, ends = register(desk, APRIL, "単発の手伝い"), register(desk, APRIL, "単発の手伝い")
    comes = register(desk, MAY, "体験・見学から", sex=Sex.MALE)
    later, mistake = register(desk, JUNE, "単発の手伝い"), register(desk, APRIL, "単発の手伝い")
    desk.do(commands.bin_supporter, mistake)
    desk.do(commands.change_state, leaves, SupporterState.CANCELLED, on=MAY)
    desk.do(commands.change_state, ends, SupporterState.EXPIRED, on=MAY)
    desk.do(commands.change_state, comes, SupporterState.PAUSED, on=date(2026, 5, 20))
    desk.do(commands.change_level, stays, desk.level("定期的な手伝い"), on=JUNE)
    found = of_may(desk)
    assert found.before.who == (stays, leaves, ends)
    assert (found.new.who, found.cancelled.who, found.expired.who) == (
        (comes,),
        (leaves,),
        (ends,),
    )
    assert (found.after.who, found.paused.who) == ((stays, comes), (comes,))
    assert later not in found.after.who
    assert filled(found.by_level) == {
        ("西部", "単発の手伝い"): 1,
        ("圏域不明", "体験・見学から"): 1,
    }
    assert filled(found.by_age) == {("70～74歳", "女性"): 1, ("不明", "男性"): 1}
    for table in (found.by_level, found.by_age):
        assert set(table.total.total.who) == {stays, comes}


def test_that_the_volunteer_centre_is_counted_by_its_days(desk: SupporterDesk) -> None:
    there, left, new = (register(desk, APRIL, "単発の手伝い") for _ in range(3))
    for key, since, until in ((there, APRIL, None), (left, APRIL, MAY), (new, MAY, None)):
        person = desk.ask(queries.supporters, [key], MAY)[0].person
        desk.consent(person, ConsentItem.TO_VOLUNTEER_CENTRE)
        draft = CentreDraft(APRIL, APRIL, since, "12", until)
        desk.do(commands.set_centre, key, draft)
    came, held = desk.ask(queries.centre_counts, date(2026, 5, 1), date(2026, 5, 31))
    assert came.who == (new,)
    assert held.who == (there, new)
    assert desk.ask(queries.centre_counts, APRIL, APRIL)[1].who == (there, left)
