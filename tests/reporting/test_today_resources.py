"""今日: the round of confirmation calls."""

from __future__ import annotations

from datetime import date

from app.local_resources import commands
from app.local_resources.local_resource import (
    ConfirmationDraft,
    ConfirmationResult,
    LocalResourceDraft,
    View,
)
from app.reporting.today import gather
from app.reporting.today_line import Matter
from app.storage.store import Store

TODAY = date(2026, 4, 1)


def _sentences(store: Store, day: date) -> list[tuple[str, str]]:
    lines = store.ask(gather, day)
    return [(one.sentence, one.detail) for one in lines if one.matter is Matter.RESOURCES]


def test_that_calls_and_missing_consents_are_told_until_they_are_done(store: Store) -> None:
    assert _sentences(store, TODAY) == []
    drafts = [LocalResourceDraft(name=name, view=View.PUBLIC) for name in ("みほんA", "みほんB")]
    first, second = store.do("追加", commands.add_resources, drafts).result
    tried = ConfirmationDraft(TODAY, result=ConfirmationResult.NO_ANSWER)
    store.do("確認", commands.confirm_resource, first, tried)
    store.do("確認", commands.confirm_resource, second, ConfirmationDraft(date(2025, 1, 15)))

    (calls, detail), (consents, _) = _sentences(store, TODAY)

    assert calls == "情報を確認する社会資源が2件あります"
    assert detail == "みほんB（1年2か月前）、みほんA（未確認・応答なし1回）"
    assert consents == "「公開」なのに公開の同意日がない社会資源が2件あります"
    store.do("公開", commands.publish_resources, [first, second], consented_on=TODAY)
    store.do("確認", commands.confirm_resources, [first, second], ConfirmationDraft(TODAY))
    assert _sentences(store, TODAY) == []
    assert len(_sentences(store, date(2027, 4, 2))) == 1
