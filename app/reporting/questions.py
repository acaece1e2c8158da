"""What a document is asked for beside year, course and person: each a choice of a few answers.

A window draws a box for every question of a document, and knows nothing of what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.queries import CouncilListing, MeetingListing
from app.daily_log import queries as daily_log
from app.daily_log.span import Span
from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day
from app.local_resources.local_resource import View
from app.matching import queries as matching
from app.matching.queries import MatchListing, RequestListing
from app.office import queries as office
from app.reporting.catalogue import Ask, Document, Request
from app.reporting.council_minutes import MinutesWay
from app.reporting.resource_choice import EDITIONS, ResourcePaper
from app.reporting.supporter_choice import InsuredOf
from app.supporters import queries as supporters

_DAY = "令和8年4月1日（水）"
Answer = int | str | bool | None
TABLES = frozenset(
    {
        "activity_level",
        "council",
        "district",
        "help_request",
        "log_entry",
        "match",
        "meeting",
        "person",
        "supporter",
        "support_kind",
    }
)
"""The tables whose records are offered as answers."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer, and what it is called."""

    value: Answer
    name: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to choose; ``name`` stands in links, and for what was chosen before.

    ``offered`` gives the answers for what is asked so far, the standard one first; what is
    chosen already is among them, whatever year it is of.  ``put`` enters an answer.
    """

    name: str
    label: str
    offered: Callable[[Session, Request, Answer], Sequence[Option]]
    put: Callable[[Request, Any], Request]


def questions_of(document: Document) -> tuple[Question, ...]:
    """Return the questions of a document in the order they are asked."""
    return tuple(one for ask in document.asks for one in _QUESTIONS.get(ask, ()))


def _supporters(session: Session, request: Request, chosen: Answer) -> Sequence[Option]:
    rows = supporters.registered_names(session)
    options = [Option(key, f"{name}　{number}") for key, number, name in rows]
    if chosen is not None and chosen not in {one.value for one in options}:
        # Somebody who left, from their card: nobody else must stand in for them.
        left = supporters.supporters(session, [int(chosen)], request.today)
        options += [Option(row.id, f"{row.name}　{row.state.label}") for row in left]
    return _after("全員", options)


def _requests(session: Session, request: Request, chosen: Answer) -> Sequence[Option]:
    keys = list(RequestListing(year=request.year).keys(session))
    rows = matching.requests(session, _with(keys, chosen))
    named = (Option(row.id, f"{row.number}　{row.who}　{row.title}") for row in rows)
    return _after("選ばない", named)


def _matches(session: Session, _request: Request, chosen: Answer) -> Sequence[Option]:
    keys = list(MatchListing(open_only=True).keys(session))
    rows = matching.matches(session, _with(keys, chosen))
    return _after("全員分", (Option(row.id, f"{row.name}　{row.what}") for row in rows))


def _districts(session: Session, _request: Request, _chosen: Answer) -> Sequence[Option]:
    return _after("すべて", (Option(row.id, row.name) for row in office.districts(session)))


def _levels(session: Session, _request: Request, _chosen: Answer) -> Sequence[Option]:
    return _after("すべて", (Option(row.id, row.name) for row in supporters.levels(session)))


def _kinds(session: Session, _request: Request, _chosen: Answer) -> Sequence[Option]:
    return _after("すべて", (Option(row.id, row.name) for row in supporters.support_kinds(session)))


def _months(_session: Session, request: Request, _chosen: Answer) -> Sequence[Option]:
    months = request.need_year().months
    named = (Option(first.month, f"{first.month}月") for first, _ in months)
    return _after("今月（終わった年度は3月）", named)


def _councils(session: Session, _request: Request, _chosen: Answer) -> Sequence[Option]:
    rows = council.councils(session, CouncilListing().keys(session))
    return _after("すべて（委員のいる会議体）", (Option(row.id, row.name) for row in rows))


def _meetings(session: Session, request: Request, chosen: Answer) -> Sequence[Option]:
    keys = list(MeetingListing(year=request.year).keys(session))
    rows = council.meetings(session, _with(keys, chosen))
    named = (Option(row.id, f"{format_day(row.held_on)}　{row.title}") for row in rows)
    return _after("次の会議・直近の会議", named)


def _days(session: Session, request: Request, chosen: Answer) -> Sequence[Option]:
    """Offer the days of the year with entries, the newest first; the one asked for as well."""
    year = request.need_year()
    days = {*daily_log.days_with_entries(session, year.first_day, year.last_day)}
    if isinstance(chosen, str):
        days.add(date.fromisoformat(chosen))
    named = (Option(day.isoformat(), format_day(day, _DAY)) for day in sorted(days, reverse=True))
    return _after("今日", named)


def _put_day(request: Request, value: str | None) -> Request:
    return replace(request, day=None if value is None else date.fromisoformat(value))


def _after(first: str, options: Any) -> list[Option]:
    return [Option(None, first), *options]


def _with(keys: list[int], chosen: Answer) -> list[int]:
    """Return keys of this year, and what is chosen already though it is of another."""
    return keys if chosen is None or chosen in keys else [int(chosen), *keys]


def _fixed(*options: tuple[Answer, str]) -> Callable[[Session, Request, Answer], Sequence[Option]]:
    return lambda _session, _request, _chosen: [Option(*one) for one in options]


def _of(kind: type[Labelled]) -> Callable[[Session, Request, Answer], Sequence[Option]]:
    return _fixed(*((one.value, one.label) for one in kind))


def _in_request(name: str) -> Callable[[Request, Any], Request]:
    return lambda request, value: replace(request, **{name: value})


def _in_supporters(name: str) -> Callable[[Request, Any], Request]:
    def put(request: Request, value: Any) -> Request:
        return replace(request, supporters=replace(request.supporters, **{name: value}))

    return put


def _in_resources(name: str) -> Callable[[Request, Any], Request]:
    def put(request: Request, value: Any) -> Request:
        return replace(request, resources=replace(request.resources, **{name: value}))

    return put


def _member(
    kind: type[Labelled], put: Callable[[Request, Any], Request]
) -> Callable[[Request, Any], Request]:
    """Enter a member for the value that stands for it."""
    return lambda request, value: put(request, kind.of_value(value))


_VIEWS = tuple((view.value, name) for view, name in reversed(EDITIONS.items()))
_QUESTIONS: Mapping[Ask, tuple[Question, ...]] = {
    Ask.SUPPORTER: (
        Question("supporter", "サポーター", _supporters, _in_request("supporter")),
        Question(
            "since",
            "範囲",
            _fixed((False, "登録中の方"), (True, "この年度に登録した方")),
            _in_supporters("of_year"),
        ),
    ),
    Ask.SUPPORTERS: (
        Question("district", "圏域", _districts, _in_supporters("district")),
        Question("level", "活動レベル", _levels, _in_supporters("level")),
        Question("kind", "できること", _kinds, _in_supporters("kind")),
    ),
    Ask.INSURED: (
        Question("insured", "範囲", _of(InsuredOf), _member(InsuredOf, _in_supporters("insured"))),
    ),
    Ask.HELP_REQUEST: (Question("request", "希望票", _requests, _in_request("help_request")),),
    Ask.MATCH: (Question("match", "マッチング", _matches, _in_request("match")),),
    Ask.MONTH: (Question("month", "月", _months, _in_request("month")),),
    Ask.COUNCIL: (Question("council", "協議体", _councils, _in_request("council")),),
    Ask.MEETING: (Question("meeting", "会議", _meetings, _in_request("meeting")),),
    Ask.MINUTES: (Question("minutes", "書き方", _of(MinutesWay), _in_request("minutes")),),
    Ask.DAY: (Question("day", "日", _days, _put_day),),
    Ask.SPAN: (Question("span", "範囲", _of(Span), _in_request("span")),),
    Ask.NAMES: (
        Question(
            "names",
            "サポーターの書き方",
            _fixed((False, "登録番号"), (True, "氏名（市への報告に同意した方）")),
            _in_request("names"),
        ),
    ),
    Ask.RESOURCES: (
        Question("view", "見る人", _fixed(*_VIEWS), _member(View, _in_resources("view"))),
        Question("district", "圏域", _districts, _in_resources("district")),
        Question(
            "paper", "用紙", _of(ResourcePaper), _member(ResourcePaper, _in_resources("paper"))
        ),
    ),
}
