"""The command that lists pairs of records that may be the same."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.contacts.custom import Subject
from app.duplicates import queries
from app.duplicates.reason import Pair

_SUBJECTS = {"people": Subject.PERSON, "organisations": Subject.ORGANISATION}


def add_commands(commands: Any) -> None:
    """Add the command of this module."""
    duplicates = commands.add_parser(
        "duplicates",
        help="同じ人・同じ団体と思われる組を、点数と理由をつけて表示します",
        epilog="例: kurashi --office 事務所.kurashi duplicates people --json",
    )
    duplicates.add_argument(
        "subject", choices=tuple(_SUBJECTS), help="people：人、organisations：団体"
    )
    duplicates.add_argument("--json", action="store_true", help=JSON_HELP)
    duplicates.set_defaults(run=_duplicates)


def _duplicates(desk: Desk, options: argparse.Namespace) -> None:
    found = desk.store.ask(queries.candidates, _SUBJECTS[options.subject])
    if options.json:
        print(json.dumps({"pairs": [_pair(pair) for pair in found]}, ensure_ascii=False, indent=1))
        return
    for pair in found:
        sure = "同じと思われます" if pair.proposed else "要確認"
        print(f"{pair.a}\t{pair.b}\t{pair.score}点\t{sure}\t{'、'.join(map(str, pair.reasons))}")
    print(f"{len(found)}組", file=sys.stderr)


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "a": pair.a,
        "b": pair.b,
        "score": pair.score,
        "proposed": pair.proposed,
        "reasons": [str(reason) for reason in pair.reasons],
    }
