"""The command that changes one thing of many people or organisations: edit."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.cli.progress import TerminalProgress
from app.contacts import commands as contact_commands
from app.contacts import queries as contacts
from app.contacts.bulk_edit import UNITS, EditFate, EditPlan
from app.contacts.custom import Subject
from app.kernel.errors import Refusal
from app.searching import queries as searching
from app.wiring import now

_SUBJECTS = {"people": Subject.PERSON, "organisations": Subject.ORGANISATION}


def add_commands(commands: Any) -> None:
    """Add the command of this module."""
    edit = commands.add_parser(
        "edit",
        help="大勢の人・団体の1つの項目をまとめて変えます",
        epilog="例: kurashi edit people --search 北部の方 --set 発送=案内を送らない --apply",
    )
    edit.add_argument("subject", choices=tuple(_SUBJECTS), help="people：人、organisations：団体")
    whom = edit.add_mutually_exclusive_group(required=True)
    whom.add_argument("--search", metavar="NAME", help="保存した条件（名前か番号）に合う相手")
    whom.add_argument("--find", metavar="TEXT", help="この言葉で見つかる相手")
    whom.add_argument("--keys", metavar="3,5,8", type=_numbers, help="番号")
    whom.add_argument("--all", action="store_true", help="全員・すべての団体")
    edit.add_argument(
        "--set", required=True, metavar="項目=値", help="変える項目と、変えたあとの値"
    )
    edit.add_argument(
        "--except",
        dest="left_out",
        metavar="3,5,8",
        type=_numbers,
        default=(),
        help="この番号は変えません",
    )
    edit.add_argument("--apply", action="store_true", help="変更します（元に戻せます）")
    edit.add_argument("--json", action="store_true", help=JSON_HELP)
    edit.set_defaults(run=_edit)


def _edit(desk: Desk, options: argparse.Namespace) -> None:
    subject = _SUBJECTS[options.subject]
    field, sign, value = options.set.partition("=")
    if not sign:
        raise Refusal(f"--set は「圏域=北部」の形で書いてください（「{options.set}」）。")
    edit = desk.store.ask(contacts.read_edit, subject, field, value)
    plan = desk.store.ask(contacts.edit_plan, edit, _whom(desk, subject, options), now().date())
    wanted = [key for key in plan.keys(EditFate.CHANGE) if key not in set(options.left_out)]
    applied = 0
    if options.apply and wanted:
        progress = TerminalProgress("変更しています")
        title = plan.title(len(wanted))
        done = desk.store.do(title, contact_commands.edit_many, plan.edit, wanted, progress)
        applied = done.result
    if options.json:
        print(json.dumps(_shape(plan, applied), ensure_ascii=False, indent=1))
    else:
        _say(plan, wanted, applied)


def _whom(desk: Desk, subject: Subject, options: argparse.Namespace) -> Sequence[int]:
    if options.keys is not None:
        return tuple(dict.fromkeys(options.keys))
    if options.search is not None:
        key = desk.store.ask(searching.search_named, options.search)
        name, search = desk.store.ask(searching.saved_search, key)
        if search.subject is not subject:
            raise Refusal(f"保存した条件「{name}」は{search.subject.label}を探すものです。")
        return desk.store.ask(searching.matching, search, now().date())
    text = options.find or ""
    if subject is Subject.PERSON:
        return desk.store.ask(contacts.PersonListing(now().date(), text=text).keys)
    return desk.store.ask(contacts.OrganisationListing(text=text).keys)


def _say(plan: EditPlan, wanted: Sequence[int], applied: int) -> None:
    unit = UNITS[plan.edit.subject]
    kept = set(wanted)
    for line in plan.lines:
        left_out = line.fate is EditFate.CHANGE and line.key not in kept
        fate = "除く" if left_out else line.fate.label
        print(f"{line.key}\t{fate}\t{line.name}\t{line.before}\t{line.after}\t{line.reason}")
    counts = "・".join(f"{fate.label}{len(plan.keys(fate))}" for fate in EditFate)
    print(counts, file=sys.stderr)
    if applied:
        print(f"{applied}{unit}を変更しました。", file=sys.stderr)
    elif wanted:
        print("まだ変更していません。変更するには --apply を付けてください。", file=sys.stderr)


def _shape(plan: EditPlan, applied: int) -> dict[str, Any]:
    return {
        "field": plan.label,
        "value": plan.words,
        "rows": [
            {
                "id": line.key,
                "fate": line.fate.value,
                "name": line.name,
                "before": line.before,
                "after": line.after,
                "reason": line.reason,
            }
            for line in plan.lines
        ],
        "counts": {fate.value: len(plan.keys(fate)) for fate in EditFate},
        "applied": applied,
    }


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part.strip())
