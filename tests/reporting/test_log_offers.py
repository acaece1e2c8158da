"""What the program knows is offered as entries that can be saved as they are, each once."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.council import queries as councils
from app.council.council import Tier
from app.council.meeting import MeetingState
from app.daily_log import commands, queries
from app.daily_log.log_entry import LinkKind, Means
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import commands as resources
from app.local_resources.local_resource import (
    ConfirmationDraft,
    ConfirmationResult,
    LocalResourceDraft,
)
from app.reporting.log_offers import Offer, offers
from app.storage.store import Store
from app.timeline import commands as timeline
from app.timeline.note import NoteDraft, NoteKind
from tests.conftest import Clock
from tests.council.chamber import Chamber
from tests.daily_log.office import seeded

FIRST, DAY, LAST = date(2026, 6, 1), date(2026, 6, 10), date(2026, 6, 30)


@pytest.fixture
def chamber(store: Store, clock: Clock) -> Chamber:
    """An office where a meeting, a call and two confirmations were written down."""
    clock.now = datetime(2026, 7, 1, 9)
    chamber = Chamber(seeded(store))
    care = chamber.council("西部地域ケア会議", Tier.CARE, district_id=chamber.district())
    chamber.meeting(care, DAY, state=MeetingState.HELD, attended=True)
    chamber.meeting(care, date(2026, 6, 11), state=MeetingState.HELD, attended=False)
    chamber.meeting(care, date(2026, 7, 11))
    said = NoteDraft(datetime(2026, 6, 12, 10, 15), "除雪の相談", NoteKind.CALL)
    store.do("連絡", timeline.add_note, said, person=chamber.person("会田"))
    for name, result in (("サロン", "SAME"), ("体操", "CHANGED"), ("喫茶", "NO_ANSWER")):
        key = store.do("資源", resources.add_resource, LocalResourceDraft(name=name)).result
        draft = ConfirmationDraft(DAY, "担当", result=ConfirmationResult[result])
        store.do("確認", resources.confirm_resource, key, draft)
    return chamber


def offered(store: Store) -> list[Offer]:
    return [*store.ask(offers, FIRST, LAST)]


def test_that_each_thing_done_is_offered_until_an_entry_tells_of_it(chamber: Chamber) -> None:
    store = chamber.store
    found = {one.source.kind: one.draft for one in offered(store)}
    note, meeting, calls = (
        found[kind] for kind in (LinkKind.NOTE, LinkKind.MEETING, LinkKind.RESOURCE)
    )
    assert len(offered(store)) == 3
    assert (note.means, note.content) == (Means.CALL, "除雪の相談")
    assert note.report_text == "電話での連絡・相談"
    assert (calls.title, calls.content) == (
        "社会資源の確認（電話）2件",
        "サロン、体操",
    )
    keys = [store.do("日報", commands.add_entry, one.draft).result for one in offered(store)]
    assert offered(store) == []
    rows = store.ask(queries.entries, keys)
    assert {row.duty.sign for row in rows} == {"②", "③", "⑥"}
    assert all(row.kind for row in rows)
    assert [row.care for row in rows if row.duty.sign == "②"] == [True]
    held = store.ask(councils.care_meetings, FiscalYear(2026)).total.year
    assert (held.held.count, held.attended.count) == (2, 1)
    assert meeting.care_district_id is not None
    store.do("ごみ箱", commands.bin_entries, keys)
    assert offered(store) == [], "what was thrown away is not offered again"
