"""今日: the next steps of the daily log, and days nobody wrote of."""

from __future__ import annotations

from datetime import date

import pytest

from app.daily_log import commands
from app.daily_log.log_entry import LogDayDraft, LogEntryDraft
from app.reporting.today import gather
from app.reporting.today_line import Line, Matter
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import duty, seeded

FRIDAY = date(2026, 5, 15)


@pytest.fixture
def log(store: Store, clock: Clock) -> Store:
    clock.advance(days=60)
    return seeded(store)


def add(store: Store, day: date, **said: object) -> int:
    draft = LogEntryDraft(day, duty(store), title="訪問", **said)  # type: ignore[arg-type]
    return store.do("日報", commands.add_entry, draft).result


def lines(store: Store, day: date, matter: Matter) -> list[Line]:
    return [line for line in store.ask(gather, day) if line.matter is matter]


def test_that_a_next_step_is_told_of_until_it_is_taken(log: Store) -> None:
    key = add(log, FRIDAY, next_step="資料を送る", next_on=date(2026, 5, 20))
    assert lines(log, date(2026, 5, 13), Matter.NEXT) == []
    (soon,) = lines(log, date(2026, 5, 14), Matter.NEXT)
    assert (soon.sentence, soon.key, soon.urgent) == ("5月20日（水）　資料を送る", key, False)
    (late,) = lines(log, date(2026, 5, 21), Matter.NEXT)
    assert late.sentence == "5月20日（水）（1日過ぎています）　資料を送る"
    assert late.urgent
    (old,) = lines(log, date(2027, 4, 2), Matter.NEXT)
    assert old.sentence == "令和8年5月20日（水）（317日過ぎています）　資料を送る"
    log.do("済み", commands.finish_next, key, date(2026, 5, 20))
    assert lines(log, date(2026, 5, 21), Matter.NEXT) == []


def test_that_the_last_working_day_is_asked_for(log: Store) -> None:
    assert lines(log, date(2026, 5, 19), Matter.LOG) == []
    add(log, FRIDAY)
    assert lines(log, date(2026, 5, 18), Matter.LOG) == []
    (monday,) = lines(log, date(2026, 5, 19), Matter.LOG)
    assert monday.sentence == "5月18日（月）の日報がまだありません"
    assert (monday.place, monday.kind, monday.key) == ("log", "new", "2026-05-18")
    add(log, date(2026, 5, 19))
    assert lines(log, date(2026, 5, 19), Matter.LOG) == [monday]
    log.undo()
    (week,) = lines(log, date(2026, 5, 25), Matter.LOG)
    assert week.sentence == "1週間以上、日報がありません（最後は5月15日）"
    assert week.urgent
    log.do("日", commands.set_day, date(2026, 5, 22), LogDayDraft(note="休暇"))
    assert lines(log, date(2026, 5, 25), Matter.LOG) == []
