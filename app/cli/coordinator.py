"""The options of documents of the coordinator's own work: meetings, days of the log."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date

from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.reporting.catalogue import Request


def add_coordinator_options(parser: argparse.ArgumentParser) -> None:
    """Add what documents of the log and of councils ask for."""
    parser.add_argument("--council", type=int, metavar="N", help="協議体の番号")
    parser.add_argument("--meeting", type=int, metavar="N", help="会議の番号")
    parser.add_argument(
        "--minutes",
        choices=("summary", "full", "masked"),
        default="summary",
        help="会議録の書き方: 要点、全文、委員名を伏せた全文",
    )
    parser.add_argument("--day", metavar="DATE", help="日報の日（2026-04-01）")
    parser.add_argument(
        "--span", choices=("day", "week", "month"), default="day", help="日報の範囲"
    )


def with_coordinator(request: Request, options: argparse.Namespace) -> Request:
    """Return a request with these options.  Refuses a day that is none."""
    return replace(
        request,
        council=options.council,
        meeting=options.meeting,
        minutes=options.minutes,
        day=_day(options.day),
        span=options.span,
    )


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(
            f"{quoted(text)}を日として読み取れません。2026-04-01 のように書いてください。"
        ) from error
