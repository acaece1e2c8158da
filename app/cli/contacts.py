"""The command that writes people or organisations to a file for elsewhere: contacts."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.mailing import add_addressee_options, addressing
from app.cli.progress import TerminalProgress
from app.cli.remarks import say
from app.contacts.custom import Subject
from app.kernel.errors import Refusal
from app.reporting.addressed import addressed
from app.reporting.contact_file import Chosen, FileKind, Leaving, lacking, write_contacts
from app.reporting.contact_lines import LINES

_BY_ENDING = {".xlsx": FileKind.XLSX, ".csv": FileKind.CSV, ".vcf": FileKind.VCARD4}


def add_commands(commands: Any) -> None:
    """Add the command of this group."""
    contacts = commands.add_parser(
        "contacts",
        help="連絡先か団体を一覧（.xlsx .csv）かアドレス帳（.vcf）に書き出します",
        epilog="例: kurashi contacts --all --cp932 --substitute -o 連絡先.csv",
    )
    add_addressee_options(contacts)
    contacts.add_argument("--cp932", action="store_true", help="CSV をシフトJISで書きます")
    contacts.add_argument(
        "--substitute",
        nargs="*",
        metavar="髙=高",
        help="シフトJISで書けない字を代わりの字にします（このファイルの中だけ）",
    )
    contacts.add_argument(
        "--columns",
        type=_names,
        default=(),
        metavar="氏名,住所",
        help="書き出す項目（初期値は全部）",
    )
    contacts.add_argument("--vcard3", action="store_true", help="vCard 3.0 で書きます")
    contacts.add_argument("--purpose", default="連絡用名簿の作成", help="提供記録に残す目的")
    contacts.add_argument("--to", default="", metavar="相手", help="提供記録に残す提供先")
    contacts.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="作るファイル"
    )
    contacts.set_defaults(run=_contacts)


def _contacts(desk: Desk, options: argparse.Namespace) -> None:
    kind = _kind(options)
    chosen = _chosen(desk, options)
    substitutes: Mapping[str, str] = {}
    if kind is FileKind.CSV_CP932:
        substitutes = _substitutes(lacking(desk.store, chosen), options.substitute)
    leaving = Leaving(kind, options.purpose, options.to, substitutes)
    progress = TerminalProgress("書き出しています")
    write_contacts(desk.store, chosen, options.output, leaving, progress)
    unit = LINES[chosen.subject].unit
    print(f"{len(chosen.keys)}{unit}を書き出しました: {options.output}")


def _chosen(desk: Desk, options: argparse.Namespace) -> Chosen:
    """Return whom the options name.  Refuses nobody, and both kinds in one list."""
    request = addressing(desk, options)
    named = request.search is not None or request.people or request.organisations
    if not named or (request.people and request.organisations):
        raise Refusal(
            "書き出す連絡先を --people、--find、--all、--search のどれかで、団体は "
            "--organisations か --all-organisations で指定してください（一度に一方だけです）。"
        )
    found = desk.store.ask(addressed, request)
    if found.people and found.organisations:
        raise Refusal("人と団体は、別々の一覧に書き出してください。")
    subject = Subject.PERSON if found.people else Subject.ORGANISATION
    keys = found.people or found.organisations
    return Chosen(subject, keys, request.today, options.columns)


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split("[,、]", text) if part.strip())


def _substitutes(missing: Mapping[str, str], given: list[str] | None) -> Mapping[str, str]:
    """Say what stands in for what; refuse where nobody has asked for it."""
    used = {**missing, **_read(given or ())}
    say(f"シフトJISで書けない字: {char} → {used[char]}" for char in missing)
    if missing and given is None:
        raise Refusal(
            f"シフトJISで書けない字が{len(missing)}種類あります。"
            "--substitute を付けると、上の代わりの字で書き出します（このファイルの中だけ）。"
            "--cp932 を付けなければ、そのままの字で書けます。"
        )
    return used


def _kind(options: argparse.Namespace) -> FileKind:
    kind = _BY_ENDING.get(options.output.suffix.lower())
    if kind is None:
        raise Refusal("書き出せるのは .xlsx、.csv、.vcf です。-o の拡張子を確かめてください。")
    if kind is FileKind.CSV and options.cp932:
        return FileKind.CSV_CP932
    return FileKind.VCARD3 if kind is FileKind.VCARD4 and options.vcard3 else kind


def _read(pairs: Iterable[str]) -> dict[str, str]:
    read = {}
    for pair in pairs:
        char, sign, instead = pair.partition("=")
        if not char or not sign:
            raise Refusal(f"--substitute は「髙=高」のように書いてください（「{pair}」）。")
        read[char] = instead
    return read
