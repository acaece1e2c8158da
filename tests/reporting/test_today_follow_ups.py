from __future__ import annotations

from datetime import date, datetime

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.reporting.today import gather
from app.reporting.today_line import Matter
from app.storage.store import Store
from app.timeline import commands
from app.timeline.note import NoteDraft
from tests.conftest import Clock

TODAY = date(2026, 11, 20)


def test_that_promises_overdue_of_today_and_of_the_week_are_told(
    store: Store, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 20, 9)
    person = store.do(
        "人", contacts.add_person, PersonDraft("見本", "花子", phone="0138-00-0001")
    ).result
    organisation = store.do("団体", contacts.add_organisation, OrganisationDraft("見本町会")).result
    keys = []
    for due, owner in (
        (date(2026, 11, 18), {"person": person}),
        (TODAY, {"organisation": organisation}),
        (date(2026, 11, 27), {"person": person}),
        (date(2026, 11, 28), {"person": person}),
    ):
        draft = NoteDraft(datetime(2026, 11, 10, 9), "総会の案内を送る", follow_up_on=due)
        keys.append(store.do("電話", commands.add_note, draft, **owner).result)
    lines = [one for one in store.ask(gather, TODAY) if one.matter is Matter.FOLLOW_UP]
    assert [one.sentence for one in lines] == [
        "11月18日（水）の約束（2日過ぎています）　見本　花子さん　総会の案内を送る",
        "今日　見本町会　総会の案内を送る",
        "11月27日（金）　見本　花子さん　総会の案内を送る",
    ]
    assert [one.urgent for one in lines] == [True, True, False]
    assert [(one.kind, one.key) for one in lines] == [
        ("note", keys[0]),
        ("organisation-note", keys[1]),
        ("note", keys[2]),
    ]
    assert lines[0].detail == "0138-00-0001　11月10日の記録"
