"""The commands of disposal: what is due, and erasing one person who asked for it."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.retention.disposing import WARNING, about_backups, erase_person
from app.retention.queries import due
from app.retention.rule import DueRow


def add_commands(commands: Any) -> None:
    """Add the command of this module, with its parts."""
    disposal = commands.add_parser(
        "disposal",
        help="保存期間を過ぎたものを表示し、求めのあった方を消去します",
        epilog="例: kurashi disposal due --json",
    )
    parts = disposal.add_subparsers(dest="part", metavar="操作", title="操作", required=True)
    listed = parts.add_parser(
        "due",
        help="保存期間を過ぎたものを、理由と一緒に表示します",
        epilog="例: kurashi disposal due",
    )
    listed.add_argument("--json", action="store_true", help=JSON_HELP)
    listed.set_defaults(run=_due)
    erased = parts.add_parser(
        "erase",
        help="求めのあった方お一人を、完全に消去します（元に戻せません）",
        epilog="例: kurashi disposal erase --person 12 --by 担当者 --yes",
    )
    erased.add_argument("--person", type=int, required=True, metavar="ID", help="連絡先の番号")
    erased.add_argument("--by", default="", metavar="NAME", help="廃棄記録に載せる実施者")
    erased.add_argument("--reason", default="", help="廃棄記録に載せる根拠")
    erased.add_argument("--yes", action="store_true", help="元に戻せないことを確かめました")
    erased.set_defaults(run=_erase)


def _due(desk: Desk, options: argparse.Namespace) -> None:
    rows = desk.store.ask(due, desk.store.now().date())
    if options.json:
        print(json.dumps([_row(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        print(f"{row.kind.label}\t{row.key}\t{row.name}\t{row.reason}")
    print(f"{len(rows)}件", file=sys.stderr)


def _row(row: DueRow) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "id": row.key,
        "name": row.name,
        "last_used": row.last.start,
        "reason": row.reason,
    }


def _erase(desk: Desk, options: argparse.Namespace) -> None:
    if not options.yes:
        raise Refusal(f"{WARNING}よければ --yes を付けて、もう一度実行してください。")
    erase_person(desk.store, PersonId(options.person), by=options.by, reason=options.reason)
    print("消去しました。" + about_backups(desk.store))
