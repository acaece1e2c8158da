"""今日: meetings, notices, replies, minutes, homework and terms of councils."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.council import commands
from app.council.council import Tier
from app.council.meeting import MeetingState, Reply, ResolutionDraft, ResolutionKind
from app.reporting.today import gather
from app.reporting.today_line import Line, Matter
from app.storage.store import Store
from tests.conftest import Clock
from tests.council.chamber import Chamber

OURS = frozenset({Matter.COUNCIL, Matter.HOMEWORK, Matter.TERMS})


@pytest.fixture
def chamber(store: Store, clock: Clock) -> Chamber:
    clock.now = datetime(2026, 11, 1, 9)
    return Chamber(store)


def _lines(chamber: Chamber, day: date) -> list[Line]:
    return [line for line in chamber.store.ask(gather, day) if line.matter in OURS]


def _sentences(chamber: Chamber, day: date) -> list[str]:
    return [line.sentence for line in _lines(chamber, day)]


def test_that_a_meeting_is_told_of_until_everything_about_it_is_done(chamber: Chamber) -> None:
    council, person = chamber.council("港協議体"), chamber.person("会田")
    chamber.seat(council, person)
    meeting = chamber.meeting(council, date(2026, 11, 15), reply_by=date(2026, 11, 10))
    do = chamber.store.do

    assert _sentences(chamber, date(2026, 10, 31)) == []
    assert _sentences(chamber, date(2026, 11, 1)) == [
        "開催案内をまだ送っていません（開催まで14日）　港協議体"
    ]
    do("案内", commands.invite, meeting, date(2026, 11, 1))
    assert _sentences(chamber, date(2026, 11, 9)) == ["11月15日（日）　第1回　港協議体"]
    assert _sentences(chamber, date(2026, 11, 10)) == [
        "11月15日（日）　第1回　港協議体",
        "出欠の回答がまだの委員が1名います　港協議体",
    ]
    do("回答", commands.reply, meeting, person, Reply.COMES)
    (today,) = _lines(chamber, date(2026, 11, 15))
    assert (today.sentence, today.urgent) == ("今日　第1回　港協議体", True)
    assert _sentences(chamber, date(2026, 11, 16)) == [
        "港協議体（11月15日（日））を「開催」か「中止」にしていません"
    ]
    do("中止", commands.cancel_meeting, meeting)
    assert _sentences(chamber, date(2026, 11, 16)) == []


def test_that_minutes_homework_and_terms_are_told_of_in_time(chamber: Chamber) -> None:
    council = chamber.council("港協議体")
    chamber.seat(council, chamber.person("会田"), last=date(2026, 12, 31))
    meeting = chamber.meeting(council, date(2026, 9, 30), state=MeetingState.HELD)
    care = chamber.council("地域ケア会議", Tier.CARE, district_id=chamber.district())
    chamber.meeting(care, date(2026, 9, 30), state=MeetingState.HELD)
    homework = ResolutionDraft(ResolutionKind.HOMEWORK, "町会に聞く", due_on=date(2026, 11, 5))
    todo = chamber.store.do("宿題", commands.add_resolution, meeting, homework).result

    assert _sentences(chamber, date(2026, 10, 29)) == []
    found = _lines(chamber, date(2026, 11, 6))
    assert [(line.sentence, line.kind) for line in found] == [
        ("会議録が確定していません（作成中）　港協議体", "meeting"),
        ("町会に聞く　担当未定", "meeting"),
        ("12月31日（木）で委員の任期が終わります（あと55日）　港協議体", "council"),
    ]
    assert found[1].urgent
    do = chamber.store.do
    do("済み", commands.finish_resolution, todo, date(2026, 11, 1))
    do("再任", commands.renew_members, council, date(2027, 1, 1))
    do("会議録", commands.set_minutes, meeting, summary="要点")
    do("確定", commands.confirm_minutes, meeting, date(2026, 11, 1))
    assert _sentences(chamber, date(2026, 11, 6)) == []
