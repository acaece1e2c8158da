"""The command line itself: what is asked, who answers, and with what exit code.

0 is done, 2 is refused (one or more sentences on standard error that say what to do, and
nothing half-done), 1 is a fault of ours, which is logged.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.cli import (
    contacts,
    courses,
    documents,
    duplicates,
    editing,
    forms,
    importing,
    maps,
    matching,
    offices,
    records,
    retention,
)
from app.cli.desk import Desk
from app.cli.parser import JapaneseParser
from app.kernel.errors import Cancelled, Refusal
from app.kernel.traces import trace
from app.wiring import VERSION, find_paths, start_log

DONE, FAULT, REFUSED = 0, 1, 2
logger = logging.getLogger(__name__)


def build_parser() -> JapaneseParser:
    """Return the parser of every command."""
    parser = JapaneseParser(
        prog="kurashi",
        description="くらしの台帳：第１層生活支援コーディネーターの事務所の記録。"
        "コマンドを付けずに実行すると画面が開きます。",
        epilog="例: kurashi export attendance-sheet --course 1 -o 出席簿.pdf",
    )
    parser.add_argument(
        "--version", action="version", version=f"kurashi {VERSION}", help="版を表示します"
    )
    parser.add_argument("--check", action="store_true", help="プログラム全体を自己点検します")
    parser.add_argument(
        "--office",
        type=Path,
        metavar="FILE",
        help="事務所ファイル（環境変数 KURASHI_OFFICE でも指定できます）",
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="設定と控えを置くフォルダー")
    commands = parser.add_subparsers(dest="command", metavar="コマンド", title="コマンド")
    everyday = (
        offices,
        importing,
        records,
        contacts,
        editing,
        courses,
        documents,
        forms,
        duplicates,
        matching,
        maps,
    )
    for group in (*everyday, retention):
        group.add_commands(commands)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit code."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.error("コマンドを指定してください。")
    office = options.office or os.environ.get("KURASHI_OFFICE")
    try:
        paths = find_paths(options.data)
    except Refusal as refusal:
        _refuse(refusal)
        return REFUSED
    start_log(paths)
    desk = Desk(paths, Path(office) if office else None)
    try:
        options.run(desk, options)
    except Refusal as refusal:
        _refuse(refusal)
        return REFUSED
    except (Cancelled, KeyboardInterrupt):
        print("中止しました。変更はありません。", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        sys.stdout = None  # whoever read us has gone; say no more
        return DONE
    except Exception as error:
        logger.error("command failed: %s", trace(error))  # noqa: TRY400  a message may hold names
        print(
            "プログラムの不具合で完了できませんでした。変更は保存されていません。\n"
            f"記録: {paths.logs}",
            file=sys.stderr,
        )
        return FAULT
    finally:
        _close(desk)
    return DONE


def _close(desk: Desk) -> None:
    """Close the office; what was done is kept, also where the backup on closing fails."""
    try:
        desk.close()
    except Refusal as refusal:
        print(f"変更は保存されています。{refusal.text}", file=sys.stderr)


def _refuse(refusal: Refusal) -> None:
    print(refusal.text, file=sys.stderr)
    for text in refusal.fields.values():
        if text not in refusal.text:
            print(f"・{text}", file=sys.stderr)
