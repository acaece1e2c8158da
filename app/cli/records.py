"""Commands on the records: import, dump, search, history, undo, redo."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.contacts.custom import Subject
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.searching.find import RecordFinder
from app.storage.dump import all_records
from app.storage.store import HistoryRow


def add_commands(commands: Any) -> None:
    """Add the commands of this group."""
    dump = commands.add_parser(
        "dump",
        help="全記録を１行１件の JSON で書き出します",
        epilog="例: kurashi --office 事務所.kurashi dump > 全記録.jsonl",
    )
    dump.set_defaults(run=_dump)

    search = commands.add_parser(
        "search",
        help="人・団体・社会資源を探します",
        epilog="例: kurashi search わたなべ --limit 20",
    )
    search.add_argument("text", nargs="?", metavar="TEXT")
    search.add_argument("--batch", type=Path, metavar="FILE", help="１行ずつ探します")
    search.add_argument(
        "--limit", type=int, default=20, metavar="N", help="表示する件数（初期値 20）"
    )
    search.add_argument("--json", action="store_true", help=JSON_HELP)
    search.set_defaults(run=_search)

    history = commands.add_parser(
        "history", help="操作の記録を表示します", epilog="例: kurashi history --json"
    )
    history.add_argument("--json", action="store_true", help=JSON_HELP)
    history.set_defaults(run=_history)

    undo = commands.add_parser("undo", help="最後の操作を元に戻します", epilog="例: kurashi undo")
    undo.set_defaults(run=_undo)
    redo = commands.add_parser(
        "redo", help="元に戻した操作をやり直します", epilog="例: kurashi redo"
    )
    redo.set_defaults(run=_redo)


def _dump(desk: Desk, _options: argparse.Namespace) -> None:
    for record in desk.store.ask(all_records):
        print(json.dumps(record, ensure_ascii=False))


def _search(desk: Desk, options: argparse.Namespace) -> None:
    if (options.text is None) == (options.batch is None):
        raise Refusal("探す言葉か --batch FILE のどちらか一方を指定してください。")
    texts = [options.text] if options.batch is None else _lines(options.batch)
    finder = RecordFinder()
    answers = [_answer(desk, finder, text, options.limit) for text in texts]
    if options.json or options.batch is not None:
        print(json.dumps(answers if options.batch else answers[0], ensure_ascii=False, indent=1))
        return
    for hit in answers[0]["hits"]:
        kind = Subject.of_value(hit["kind"])
        print(f"{kind.label if kind else ''}\t{hit['id']}\t{hit['name']}")
    print(f"{answers[0]['total']}件", file=sys.stderr)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise Refusal(f"「{path}」を読めません（{error.strerror}）。") from error
    except UnicodeDecodeError as error:
        raise Refusal(
            f"「{path}」は UTF-8 の文字ではありません。UTF-8 で保存してください。"
        ) from error


def _answer(desk: Desk, finder: RecordFinder, text: str, limit: int) -> dict[str, Any]:
    began = time.perf_counter()
    found = desk.store.ask(finder.find, text, max(limit, 0))
    return {
        "query": text,
        "total": found.total,
        "seconds": round(time.perf_counter() - began, 6),
        "hits": [
            {"kind": hit.subject.value, "id": hit.key, "name": hit.name} for hit in found.hits
        ],
    }


def _history(desk: Desk, options: argparse.Namespace) -> None:
    rows = desk.store.history()
    if options.json:
        print(json.dumps([_operation(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        undone = "（元に戻しました）" if row.undone else ""
        day = format_day(row.done_at.date(), "R8.4.1")
        print(f"{row.id}\t{day} {row.done_at:%H:%M}\t{row.label}{undone}")


def _operation(row: HistoryRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": row.label,
        "done_at": row.done_at.isoformat(),
        "undoes": row.undoes,
        "undone": row.undone,
        "changes": row.changes,
        "undoable": row.undoable,
    }


def _undo(desk: Desk, _options: argparse.Namespace) -> None:
    print(f"{desk.store.undo().result}を元に戻しました。")


def _redo(desk: Desk, _options: argparse.Namespace) -> None:
    print(f"{desk.store.redo().result}をやり直しました。")
