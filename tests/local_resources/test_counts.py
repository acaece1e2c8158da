"""How many resources there are, and how that moved: every figure with its resources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.local_resources import commands, queries
from app.local_resources.local_resource import (
    ConfirmationDraft,
    ConfirmationResult,
    LocalResourceDraft,
    ResourceStatus,
)
from app.storage.store import Store
from tests.conftest import Clock

MAY = (date(2026, 5, 1), date(2026, 5, 31))
JUNE = (date(2026, 6, 1), date(2026, 6, 30))


def test_that_resources_come_are_confirmed_and_end(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 5, 10, 9)
    drafts = [
        LocalResourceDraft(name=f"サロン{number}", city_wide=number == 3) for number in range(4)
    ]
    old, fresh, called, ended = store.do("追加", commands.add_resources, drafts).result

    def confirm(key: int, day: date, result: ConfirmationResult = ConfirmationResult.SAME) -> None:
        draft = ConfirmationDraft(day, result=result)
        store.do("確認", commands.confirm_resource, key, draft)

    confirm(old, date(2025, 7, 1))
    clock.now = datetime(2026, 5, 21, 9)
    confirm(old, date(2026, 5, 20))
    clock.now = datetime(2026, 6, 20, 9)
    confirm(fresh, date(2026, 6, 2))
    confirm(called, date(2026, 6, 3), ConfirmationResult.NO_ANSWER)
    gone = replace(drafts[3], status=ResourceStatus.ENDED, ended_on=date(2026, 6, 15))
    store.do("終了", commands.change_resource, ended, gone)
    may, june = (store.ask(queries.resource_counts, *span).all for span in (MAY, JUNE))
    assert may.before.keys == may.updated.keys == (old,)
    assert set(may.new.keys) == {fresh, called, ended}
    assert june.updated.keys == (fresh,)
    assert june.ended.keys == (ended,)
    for one in (may, june):
        moved = one.before.count + one.new.count - one.ended.count
        assert moved == one.total.count
    districts = store.ask(queries.resource_counts, *JUNE).by_district
    assert sum(one.total.count for one in districts) == june.total.count
    assert {one.label for one in districts} == {"全市", "圏域不明"}
    store.do("削除", commands.bin_resource, fresh)
    assert store.ask(queries.resource_counts, *JUNE).all.total.count == june.total.count - 1
