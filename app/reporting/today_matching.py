"""What needs doing today in matching: answers awaited, meetings, requests, needs and slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.kernel.wareki import format_day
from app.matching import queries as matching
from app.matching.match import MatchState
from app.matching.queries import MatchRow, NeedListing, NeedRow
from app.matching.slip_checks import due_on, first_of
from app.reporting.today_line import Line, Matter

_AHEAD = timedelta(days=7)
_DAY = "4月1日（水）"
_MONTH = "4月"
_NAMED = 5
_LINES = 10
_LONGEST = 30
_ASKED = {
    MatchState.ASKING: "打診の返事を聞く",
    MatchState.ARRANGING: "日程を調整する",
    MatchState.MEETING: "顔合わせの結果を聞く",
    MatchState.AGREED: "活動が始まったか確かめる",
    MatchState.ACTIVE: "活動の様子を聞く",
}


def matching_lines(session: Session, today: date) -> Iterator[Line]:
    """Give the lines of a day, the matters in the order of the page."""
    yield from _meetings(session, today)
    yield from _follow_ups(session, today)
    yield from _requests(session, today)
    yield from _needs(session, today)
    yield from _slips(session, today)


def _meetings(session: Session, today: date) -> Iterator[Line]:
    for row in matching.meetings(session, today, today + _AHEAD - timedelta(days=1)):
        assert row.meeting_on is not None  # asked for
        is_today = row.meeting_on == today
        day = "今日" if is_today else format_day(row.meeting_on, _DAY)
        text = f"{day}　顔合わせ　{row.name}さん"
        yield Line(Matter.MEETING, text, row.what, "matching", "match", row.id, urgent=is_today)


def _follow_ups(session: Session, today: date) -> Iterator[Line]:
    found = matching.follow_ups(session, today)
    for row in found[:_LINES]:
        yield Line(
            Matter.MATCHING,
            f"{_since(row, today)}　{row.name}さん　{_ASKED[row.state]}",
            row.what,
            "matching",
            "match",
            row.id,
            urgent=row.state is MatchState.ASKING,
        )
    if rest := found[_LINES:]:
        names = _named([f"{row.name}さん" for row in rest])
        text = f"連絡するマッチングがほかに{len(rest)}件あります"
        yield Line(Matter.MATCHING, text, names, "matching", "match", rest[0].id)


def _since(row: MatchRow, today: date) -> str:
    if row.follow_up_on is None or row.follow_up_on == today:
        return "今日"
    return f"{format_day(row.follow_up_on, '4月1日')}から"


def _requests(session: Session, today: date) -> Iterator[Line]:
    for row in matching.requests_due(session, today + _AHEAD)[:_LINES]:
        assert row.due_on is not None  # asked for
        left = (row.due_on - today).days
        when = f"あと{left}日" if left > 0 else "今日まで" if left == 0 else "過ぎています"
        yield Line(
            Matter.REQUESTS,
            f"返事の締切は{format_day(row.due_on, _DAY)}（{when}）　{row.who}　{row.title}",
            f"{row.number}　{row.people_wanted}名のうち成立 {row.agreed}名、打診中 {row.pending}名",
            "matching",
            "request",
            row.id,
            urgent=left <= 0,
        )


def _needs(session: Session, today: date) -> Iterator[Line]:
    listing = NeedListing(to_check_by=today)
    rows: list[NeedRow] = list(listing.rows(session, listing.keys(session)).values())
    rows.sort(key=lambda row: (row.check_on or today, row.id))
    for row in rows[:_LINES]:
        to = f"{row.handed_to}へつないだ" if row.handed_to else "受けた"
        content = row.content or "・".join(row.kinds)
        yield Line(
            Matter.NEEDS,
            f"{to}ニーズ {row.number}がどうなったか確かめる",
            content if len(content) <= _LONGEST else content[:_LONGEST] + "…",
            "matching",
            "need",
            row.id,
        )


def _slips(session: Session, today: date) -> Iterator[Line]:
    """Give last month's slips, and the one before's where they are still missing."""
    last = first_of(first_of(today) - timedelta(days=1))
    for month in (first_of(last - timedelta(days=1)), last):
        missing = matching.slips_due(session, month)
        if missing:
            due = due_on(month)
            late = "を過ぎました" if due < today else ""
            yield Line(
                Matter.SLIPS,
                f"{format_day(month, _MONTH)}分の活動報告書が{len(missing)}件届いていません"
                f"（{format_day(due, '4月1日')}締切{late}）",
                _named([f"{row.name}さん" for row in missing]),
                "matching",
                "slips",
                month.isoformat(),
                urgent=due <= today,
            )


def _named(names: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(names))
    more = f" ほか{len(distinct) - _NAMED}名" if len(distinct) > _NAMED else ""
    return "、".join(distinct[:_NAMED]) + more
