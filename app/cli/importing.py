"""The command ``import``: what would become of every row, and, if asked, doing it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping as MappingOf
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.cli.progress import TerminalProgress
from app.contacts.custom import Subject
from app.documents.csv_file import write_csv
from app.importing import mapping as mappings
from app.importing.apply import Chosen, Decision, Report, apply
from app.importing.check import check
from app.importing.list_name import list_name
from app.importing.mapping import Mapping
from app.importing.plan import ListEdition, Plan, plan
from app.importing.planned import STATUSES, Status
from app.importing.read import read_list
from app.importing.remarks import remarks
from app.importing.report import HEADINGS, as_json, as_list
from app.importing.table import SourceTable
from app.kernel.errors import Refusal
from app.kernel.wareki import parse_day
from app.office import queries as masters
from app.storage import backup
from app.training.course import CourseId
from app.wiring import now

_SUBJECTS = {
    "people": Subject.PERSON,
    "organisations": Subject.ORGANISATION,
    "resources": Subject.RESOURCE,
}


def add_commands(commands: Any) -> None:
    """Add the commands of this group."""
    bring = commands.add_parser(
        "import",
        help="名簿を取り込みます（--apply を付けるまでは確認だけ）",
        epilog="例: kurashi import people 申込者.xlsx --course 1 --apply",
    )
    bring.add_argument("what", choices=tuple(_SUBJECTS), metavar="|".join(_SUBJECTS))
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--sheet", metavar="NAME", help="読み込むシート")
    bring.add_argument("--header-row", type=int, metavar="N", help="見出しの行（1から数える）")
    bring.add_argument("--map", type=Path, metavar="MAP.toml", help="列の対応")
    bring.add_argument(
        "--doubtful",
        choices=("add", "leave"),
        default="leave",
        help="要確認の行を、追加するか（add）取り込まないか（leave、初期値）",
    )
    bring.add_argument(
        "--restore", action="store_true", help="ごみ箱にある同じ記録は、戻して更新します"
    )
    bring.add_argument(
        "--list", metavar="NAME", help="名簿の名前（初期値はファイル名から。空なら版を比べません）"
    )
    bring.add_argument(
        "--gone",
        metavar="STATUS",
        help="前の版にあって今回ない方の状態（moved・withdrawn・deceased、"
        "団体は paused・closed、社会資源は paused・ended）",
    )
    bring.add_argument("--course", type=int, metavar="N", help="この研修の申込者として取り込みます")
    bring.add_argument("--on", metavar="日付", help="申込日（初期値 今日）")
    bring.add_argument("--report", type=Path, metavar="OUT.csv", help="各行の結果を書き出します")
    bring.add_argument("--apply", action="store_true", help="取り込みます")
    bring.add_argument("--json", action="store_true", help=JSON_HELP)
    bring.set_defaults(run=_import)


def _import(desk: Desk, options: argparse.Namespace) -> None:
    today = now().date()
    columns = mappings.read_map(options.map) if options.map is not None else None
    table = read_list(
        options.file, options.sheet, columns, options.header_row, _SUBJECTS[options.what]
    )
    mapping = _mapping(desk, table, columns)
    area = desk.store.ask(masters.settings).area_code
    name = list_name(options.file.stem) if options.list is None else options.list
    edition = ListEdition(name, options.file.name)
    planned = desk.store.ask(plan, check(table, mapping, today, area), today, edition)
    status = _status(options.gone, table.subject)
    if status is not None and planned.edition is None:
        raise Refusal(
            "--gone は名簿の版を比べるときのものです。--list に名簿の名前を書いてください。"
        )
    report = _apply(desk, planned, options, status) if options.apply else None
    if options.report is not None:
        write_csv(options.report, HEADINGS, as_list(planned, report))
    if options.json:
        print(json.dumps(as_json(planned, report), ensure_ascii=False, indent=1))
        return
    _say(planned, report)


def _mapping(desk: Desk, table: SourceTable, columns: MappingOf[str, str] | None) -> Mapping:
    """Return what the columns mean: as the file says, as remembered, or as guessed."""
    if columns is not None:
        return mappings.named(table, columns)
    remembered = desk.store.ask(masters.import_map, table.fingerprint)
    return mappings.named(table, remembered) if remembered else mappings.guess(table)


def _status(said: str | None, subject: Subject) -> Status | None:
    """Return the status for what is gone.  Raises ``Refusal`` for one there is none of."""
    if said is None:
        return None
    for status in STATUSES[subject]:
        if said in (status.value, status.label):
            return status
    offered = "、".join(f"{status.value}（{status.label}）" for status in STATUSES[subject])
    raise Refusal(f"--gone の「{said}」という状態はありません。使える状態: {offered}")


def _apply(desk: Desk, planned: Plan, options: argparse.Namespace, status: Status | None) -> Report:
    backup.back_up(desk.store, desk.paths.backups, backup.Reason.BEFORE_IMPORT)
    otherwise = Decision.ADD if options.doubtful == "add" else Decision.LEAVE
    return desk.store.do(
        f"取り込み: {options.file.name}",
        apply,
        planned,
        Chosen(otherwise=otherwise, binned=Decision.UPDATE if options.restore else None),
        CourseId(options.course) if options.course is not None else None,
        parse_day(options.on, now().date()) if options.on else now().date(),
        TerminalProgress("取り込んでいます"),
        gone=status,
    ).result


def _say(planned: Plan, report: Report | None) -> None:
    for line in as_list(planned, report):
        print("\t".join("" if value is None else str(value) for value in line))
    counts = "・".join(f"{fate.label}{count}" for fate, count in planned.counts.items())
    print(f"{counts}・対象外{len(planned.left_out)}", file=sys.stderr)
    for said in remarks(planned):
        print(said, file=sys.stderr)
    if report is None:
        print("まだ取り込んでいません。取り込むには --apply を付けてください。", file=sys.stderr)
