"""What needs doing today about resources: the round of confirmation calls, and missing consents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.local_resources import queries as local_resources
from app.local_resources.freshness import age_text
from app.local_resources.resource_card import StaleResource
from app.reporting.today_line import Line, Matter

_NAMED = 5
_PLACE = "local_resources"


def resource_lines(session: Session, today: date) -> Iterator[Line]:
    """Give one line for all that has to be confirmed, and one for what lacks a consent."""
    calls = local_resources.stale(session, today)
    if calls:
        more = "など" if len(calls) > _NAMED else ""
        yield Line(
            Matter.RESOURCES,
            f"情報を確認する社会資源が{len(calls):,}件あります",
            "、".join(_told(one, today) for one in calls[:_NAMED]) + more,
            _PLACE,
            "calls",
        )
    missing = local_resources.without_publication_consent(session)
    if missing:
        yield Line(
            Matter.RESOURCES,
            f"「公開」なのに公開の同意日がない社会資源が{missing:,}件あります",
            "同意を確かめて日付を入れるまで、公開用の一覧には載りません。",
            _PLACE,
            "without-consent",
        )


def _told(call: StaleResource, today: date) -> str:
    tried = f"・応答なし{len(call.attempts)}回" if call.attempts else ""
    return f"{call.row.name}（{age_text(call.row.confirmed_on, today)}{tried}）"
