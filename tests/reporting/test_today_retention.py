"""今日 in April: the yearly list of what is due."""

from __future__ import annotations

from datetime import date

from app.contacts.commands import add_people
from app.contacts.person import PersonDraft
from app.reporting.today import gather
from app.reporting.today_line import Matter
from app.storage.store import Store


def test_that_what_is_due_waits_in_april_only(store: Store) -> None:
    store.do("人", add_people, [PersonDraft("見本", "花子", "みほん", "はなこ")])
    lines = [one for one in store.ask(gather, date(2032, 4, 2)) if one.matter is Matter.RETENTION]
    assert [(one.place, one.key, one.detail) for one in lines] == [
        ("settings", "retention", "連絡先（人） 1件、操作の記録 1件")
    ]
    for day in (date(2032, 5, 1), date(2031, 4, 2)):
        assert Matter.RETENTION not in {one.matter for one in store.ask(gather, day)}
