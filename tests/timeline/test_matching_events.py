"""Matching on the timelines of supporters and of organisations that ask for help."""

from __future__ import annotations

from datetime import date, datetime

from app.matching import commands
from app.matching.match import Answer, IncidentDraft, MatchState
from app.matching.need import NeedDraft
from app.storage.store import Store
from app.timeline import queries
from app.timeline.event import EventKind
from tests.conftest import Clock
from tests.matching.desk import RECEIVED, Desk


def test_that_cards_tell_of_matching(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 1, 9)
    desk = Desk(store)
    desk.masters()
    firm, helper, other = desk.organisation(), desk.supporter(1), desk.supporter(2)
    request = desk.request(organisation_id=firm)
    desk.do(commands.raise_hand, request, helper, on=RECEIVED, note="手伝えます")
    match, declined = desk.asked(request, helper, other)
    desk.do(commands.answer, match, Answer.ACCEPTED, on=date(2026, 5, 12))
    desk.do(commands.answer, declined, Answer.DECLINED, on=date(2026, 5, 12), reason="多忙")
    desk.do(commands.step, match, MatchState.AGREED, on=date(2026, 5, 20))
    desk.do(commands.add_incident, match, IncidentDraft(date(2026, 5, 21), content="転びそう"))
    need = desk.do(commands.add_need, NeedDraft(RECEIVED, content="困りごと"))
    desk.do(commands.hand_on, need, organisation=firm, on=date(2026, 5, 12))
    events = store.ask(queries.timeline, person=1, kind=EventKind.MATCHING)
    assert [one.title for one in events] == [
        "ヒヤリハット",
        "成立",
        "調整中",
        "打診中",
        "手を挙げた",
    ]
    assert events[1].text == "見本町会　行事の手伝い"
    assert (events[1].place, events[1].target, events[1].key) == ("matching", "match", match)
    (failed, _) = store.ask(queries.timeline, person=2, kind=EventKind.MATCHING)
    assert (failed.title, failed.detail) == ("不成立", "多忙")
    told = store.ask(queries.timeline, organisation=firm, kind=EventKind.MATCHING)
    assert {one.title for one in told} >= {"お手伝い希望票", "ニーズをつなぐ", "成立"}
    assert "見本1　試さん　行事の手伝い" in {one.text for one in told}
    assert store.ask(queries.timeline, person=1)
