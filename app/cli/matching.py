"""The command that ranks supporters for requests, and says why."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.kernel.errors import Refusal
from app.matching.queries import (
    bookings_for,
    open_requests,
    ranked_all,
    request_drafts,
    request_of,
)
from app.matching.request import RequestId
from app.matching.scoring import Ranked, Ranking
from app.supporters.supporter import SupporterId

_OPEN = "open"
_Booked = Mapping[SupporterId, tuple[str, ...]]


def add_commands(commands: Any) -> None:
    """Add the command of this module."""
    match = commands.add_parser(
        "match",
        help="依頼に合うサポーターを、点数と理由をつけて順に表示します",
        epilog="例: kurashi --office 事務所.kurashi match 12 --limit 3",
    )
    match.add_argument(
        "request",
        metavar="REQUEST",
        help=f"依頼の番号（ID か受付番号）。{_OPEN} なら、受付中と調整中のすべての依頼",
    )
    match.add_argument("--limit", type=int, metavar="N", help="表示する候補の人数")
    match.add_argument("--json", action="store_true", help=JSON_HELP)
    match.set_defaults(run=_match)


def _match(desk: Desk, options: argparse.Namespace) -> None:
    if options.limit is not None and options.limit < 0:
        raise Refusal("--limit には 0 以上の数を指定してください。")
    store = desk.store
    if options.request == _OPEN:
        requests = store.ask(open_requests)
    else:
        requests = (store.ask(request_of, options.request),)
    rankings = store.ask(ranked_all, requests, store.now().date(), options.limit)
    booked = {
        request: store.ask(bookings_for, request, [row.offer.supporter for row in ranking.rows])
        for request, ranking in rankings.items()
    }
    if options.json:
        found = [_ranking(one, ranking, booked[one]) for one, ranking in rankings.items()]
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    drafts = store.ask(request_drafts, requests)
    for request, ranking in rankings.items():
        draft = drafts[request]
        print(f"依頼 {request}\t{draft.number}\t{draft.title}\t{draft.people_wanted}人")
        _show(ranking, booked[request])
    print(f"依頼{len(rankings)}件", file=sys.stderr)


def _show(ranking: Ranking, booked: _Booked) -> None:
    for place, row in enumerate(ranking.rows, start=1):
        print(f"{place}位\t{row.offer.supporter}\t{row.offer.name}\t{row.points}点\t{_why(row)}")
        for warning in (*row.warnings, *booked.get(row.offer.supporter, ())):
            print(f"\t\t注意: {warning}")
    for one in ranking.ruled_out:
        print(f"対象外\t{one.offer.supporter}\t{one.offer.name}\t\t{'、'.join(one.reasons)}")


def _why(row: Ranked) -> str:
    return "、".join(str(reason) for reason in row.reasons)


def _ranking(request: RequestId, ranking: Ranking, booked: _Booked) -> dict[str, Any]:
    return {
        "request": request,
        "supporters": [
            _supporter(row, booked.get(row.offer.supporter, ())) for row in ranking.rows
        ],
        "fitting": ranking.total,
        "ruled_out": [
            {"supporter": one.offer.supporter, "reasons": list(one.reasons)}
            for one in ranking.ruled_out
        ],
    }


def _supporter(row: Ranked, booked: tuple[str, ...]) -> dict[str, Any]:
    return {
        "supporter": row.offer.supporter,
        "name": row.offer.name,
        "score": row.points,
        "reasons": [
            {"criterion": one.criterion.value, "text": one.text, "points": one.points}
            for one in row.reasons
        ],
        "warnings": [*row.warnings, *booked],
    }
