"""Commands on a whole office file: new, demo, backup, restore, verify."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from app.cli.desk import Desk, ask_passphrase, known_passphrase
from app.cli.progress import TerminalProgress
from app.kernel.errors import Refusal
from app.office.settings import OfficeSettings
from app.sample.office import make_sample
from app.storage import backup, verify
from app.wiring import create_office

_SHORTEST_PASSPHRASE = 8


def add_commands(commands: Any) -> None:
    """Add the commands of this group."""
    _add_making(commands)
    _add_keeping(commands)


def _add_making(commands: Any) -> None:
    new = commands.add_parser(
        "new",
        help="空の事務所ファイルを作ります",
        epilog="例: kurashi new 事務所.kurashi --encrypt",
    )
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--encrypt", action="store_true", help="パスフレーズで暗号化します")
    new.add_argument("--name", default="", help="事務所の名称")
    new.add_argument("--city", default="函館市", help="市町村（初期値 函館市）")
    new.set_defaults(run=_new)

    demo = commands.add_parser(
        "demo",
        help="見本の事務所と全様式の見本を作ります",
        epilog="例: kurashi demo 見本 --people 500 --seed 7",
    )
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--people", type=int, default=400, metavar="N", help="人数（初期値 400）")
    demo.add_argument("--seed", type=int, default=1, metavar="N", help="同じ数なら同じ見本です")
    demo.set_defaults(run=_demo)


def _add_keeping(commands: Any) -> None:
    keep = commands.add_parser(
        "backup",
        help="点検済みの控えを作ります",
        epilog="例: kurashi --office 事務所.kurashi backup 控え",
    )
    keep.add_argument("folder", type=Path, metavar="DIR")
    keep.set_defaults(run=_backup)

    restore = commands.add_parser(
        "restore",
        help="控えから事務所ファイルを戻します",
        epilog="例: kurashi restore 控え/事務所-2026-04-01.kurashi --to 事務所.kurashi",
    )
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help="戻す先の事務所ファイル"
    )
    restore.set_defaults(run=_restore)

    check = commands.add_parser(
        "verify",
        help="事務所ファイルと最新の控えを点検します",
        epilog="例: kurashi --office 事務所.kurashi verify",
    )
    check.set_defaults(run=_verify)


def _new(_desk: Desk, options: argparse.Namespace) -> None:
    passphrase = _new_passphrase() if options.encrypt else None
    settings = OfficeSettings(office_name=options.name, city=options.city)
    create_office(options.file, passphrase, settings)
    print(f"事務所ファイルを作りました: {options.file}")


def _new_passphrase() -> str:
    if (known := known_passphrase()) is None:
        known = ask_passphrase("新しいパスフレーズ: ")
        if ask_passphrase("もう一度: ") != known:
            raise Refusal("２回の入力が一致しません。もう一度やり直してください。")
    if len(known) < _SHORTEST_PASSPHRASE:
        raise Refusal(f"パスフレーズは{_SHORTEST_PASSPHRASE}文字以上にしてください。")
    return known


def _demo(desk: Desk, options: argparse.Namespace) -> None:
    if options.people < 1:
        raise Refusal("人数は1以上を指定してください。")
    for made in make_sample(
        options.folder,
        desk.paths,
        people=options.people,
        seed=options.seed,
        progress=TerminalProgress("見本を作成しています"),
    ):
        print(made)


def _backup(desk: Desk, options: argparse.Namespace) -> None:
    made = backup.back_up(desk.store, options.folder, backup.Reason.MANUAL)
    print(f"控えを作りました: {made}")


def _restore(desk: Desk, options: argparse.Namespace) -> None:
    kept = backup.restore(options.backup, options.to, desk.passphrase(options.backup))
    print(f"控えから戻しました: {options.to}")
    if kept is not None:
        print(f"これまでのファイルは次の名前で残しました: {kept}")


def _verify(desk: Desk, _options: argparse.Namespace) -> None:
    health = verify.verify(desk.store, desk.paths.backups)
    for sentence in health.sentences:
        print(sentence, file=sys.stdout if health.sound else sys.stderr)
    if not health.sound:
        raise Refusal("事務所ファイルに問題があります。控えから戻してください。")
