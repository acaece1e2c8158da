"""The lines of 今日 about matching."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.matching import commands
from app.matching.match import ActivityDraft, MatchState
from app.matching.need import NeedDraft
from app.matching.request import Rhythm
from app.reporting.today import gather
from app.reporting.today_line import Line, Matter
from app.storage.store import Store
from tests.conftest import Clock
from tests.matching.desk import RECEIVED, Desk


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    clock.now = datetime(2026, 5, 20, 9)
    desk = Desk(store)
    desk.masters()
    return desk


def lines(desk: Desk, today: date, matter: Matter) -> list[Line]:
    return [line for line in desk.ask(gather, today) if line.matter is matter]


def test_that_answers_meetings_and_due_requests_are_told_of(desk: Desk) -> None:
    helper = desk.supporter()
    request = desk.request(due_on=date(2026, 5, 22))
    (match,) = desk.asked(request, helper)
    assert lines(desk, date(2026, 5, 13), Matter.MATCHING) == []
    (awaited,) = lines(desk, date(2026, 5, 15), Matter.MATCHING)
    assert awaited.sentence == "5月14日から　見本1　試さん　打診の返事を聞く"
    assert (awaited.kind, awaited.key, awaited.urgent) == ("match", match, True)
    (due,) = lines(desk, date(2026, 5, 20), Matter.REQUESTS)
    assert "5月22日（金）（あと2日）" in due.sentence
    assert due.detail == "R8-001　1名のうち成立 0名、打診中 1名"
    desk.do(commands.step, match, MatchState.MEETING, on=date(2026, 5, 25))
    (meeting,) = lines(desk, date(2026, 5, 25), Matter.MEETING)
    assert (meeting.sentence, meeting.urgent) == ("今日　顔合わせ　見本1　試さん", True)
    assert lines(desk, date(2026, 5, 25), Matter.MATCHING) == []


def test_that_slips_needs_and_bare_supporters_are_told_of(desk: Desk, clock: Clock) -> None:
    match = desk.agreed(desk.request(rhythm=Rhythm.REGULAR), desk.supporter())
    desk.do(commands.step, match, MatchState.ACTIVE, on=date(2026, 5, 18))
    clock.now = datetime(2026, 7, 1, 9)
    (may, june) = lines(desk, date(2026, 7, 1), Matter.SLIPS)
    assert may.sentence == "5月分の活動報告書が1件届いていません（6月7日締切を過ぎました）"
    assert (june.key, june.urgent) == ("2026-06-01", False)
    line = ActivityDraft(date(2026, 5, 19), minutes=60)
    desk.do(commands.keep_slip, match, RECEIVED, [line], received_on=date(2026, 6, 5))
    desk.do(commands.keep_slip, match, date(2026, 6, 1), [], received_on=date(2026, 7, 1))
    assert lines(desk, date(2026, 7, 1), Matter.SLIPS) == []
    need = desk.do(commands.add_need, NeedDraft(RECEIVED, content="ごみ出しに困っている"))
    desk.do(commands.hand_on, need, on=date(2026, 6, 1), to="見本包括", check_on=date(2026, 7, 1))
    (check,) = lines(desk, date(2026, 7, 1), Matter.NEEDS)
    assert check.sentence == "見本包括へつないだニーズ R8-001がどうなったか確かめる"
    (bare,) = lines(desk, date(2026, 7, 1), Matter.SUPPORTERS)
    assert "加入していないサポーターが1名" in bare.sentence
