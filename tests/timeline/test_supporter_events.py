"""What a registration as a supporter says of a person's timeline."""

from __future__ import annotations

from datetime import date, datetime

from app.storage.store import Store
from app.supporters import commands
from app.supporters.insurance import InsuranceDraft
from app.supporters.supporter import EndReason, SupporterDraft, SupporterState
from app.timeline import queries
from app.timeline.event import EventKind
from tests.conftest import Clock
from tests.supporters.desk import SupporterDesk

JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)


def test_that_a_registration_is_told_from_its_beginning(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 8, 1, 9)
    desk = SupporterDesk(store)
    level = store.do("見本", commands.add_level, "単発の手伝い").result
    person = desk.person()
    assert store.ask(queries.timeline, person=person, kind=EventKind.SUPPORTER) == ()
    draft = SupporterDraft(interviewed_on=JUNE, interviewer="担当", interview="意欲がある")
    key = desk.do(commands.register, person, draft, on=JUNE)
    desk.do(commands.change_level, key, level, on=JULY, decided_by="担当", reason="面談による")
    desk.do(commands.insure, [key], InsuranceDraft(2026, JULY))
    desk.do(commands.change_state, key, SupporterState.PAUSED, on=AUGUST, reason=EndReason.HEALTH)
    events = store.ask(queries.timeline, person=person, kind=EventKind.SUPPORTER)
    assert [(one.on, one.title, one.text) for one in events][:2] == [
        (AUGUST, "サポーター休止", "健康上の理由"),
        (JULY, "活動レベル", "単発の手伝い"),
    ]
    assert {(one.on, one.title, one.text, one.detail) for one in events[2:]} == {
        (JULY, "保険に加入", "令和8年度　基本", "令和8年7月2日から令和9年3月31日まで"),
        (JUNE, "面談", "意欲がある", "担当"),
        (JUNE, "サポーター登録", "登録番号 R8-001", ""),
    }
    assert {(one.place, one.target, one.key) for one in events} == {
        ("supporters", "supporter", key)
    }
