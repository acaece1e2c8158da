"""Commands on forms, any workbook: form check, form fill, form print.

Those on registered forms stand in ``editions``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.cli import editions
from app.cli.desk import Desk
from app.cli.documents import named_document
from app.cli.form_values import read_values
from app.cli.parser import JSON_HELP
from app.cli.remarks import say, say_missing
from app.documents.form.check import FormCheck, check
from app.documents.form.findings import Finding
from app.documents.print.book import print_bytes
from app.documents.proof import fill_and_proof
from app.documents.whole_file import write_together, write_whole
from app.kernel.errors import Refusal
from app.reporting.documents import expected_fields
from app.wiring import now

_MACRO_BOOKS = {".xlsm", ".xltm"}


def add_commands(commands: Any) -> None:
    """Add the commands of this group."""
    form = commands.add_parser(
        "form",
        help="様式を点検・記入・印刷します",
        epilog="例: kurashi form print 様式.xlsx -o 様式.pdf",
    )
    actions = form.add_subparsers(dest="action", metavar="動作", required=True)
    checking = actions.add_parser(
        "check", help="様式の差し込み欄を調べます", epilog="例: kurashi form check 様式.xlsx --json"
    )
    checking.add_argument("form", type=Path, metavar="FORM.xlsx", help="調べる様式")
    checking.add_argument("--document", metavar="ID", help="この書類の様式として調べます")
    checking.add_argument("--json", action="store_true", help=JSON_HELP)
    checking.set_defaults(run=_check)
    _add_filling(actions)
    _add_printing(actions)
    editions.add_actions(actions)


def _add_filling(actions: Any) -> None:
    filling = actions.add_parser(
        "fill",
        help="様式に記入します",
        epilog="例: kurashi form fill 様式.xlsx --values 値.json -o 記入済.xlsx --pdf 記入済.pdf",
    )
    filling.add_argument("form", type=Path, metavar="FORM.xlsx", help="記入する様式")
    filling.add_argument(
        "--values", type=Path, required=True, metavar="VALUES.json", help="記入する値"
    )
    filling.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.xlsx", help="作るファイル"
    )
    filling.add_argument("--pdf", type=Path, metavar="OUT.pdf", help="印刷した PDF も作ります")
    filling.set_defaults(run=_fill)


def _add_printing(actions: Any) -> None:
    printing = actions.add_parser(
        "print", help="ブックを PDF にします", epilog="例: kurashi form print 様式.xlsx -o 様式.pdf"
    )
    printing.add_argument("form", type=Path, metavar="BOOK.xlsx", help="印刷するブック")
    printing.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.pdf", help="作るファイル"
    )
    printing.add_argument("--sheet", metavar="NAME", help="印刷するシート")
    printing.add_argument(
        "--rules",
        choices=("excel", "libreoffice"),
        default="excel",
        help="割り付けの規則（libreoffice は比較のため）",
    )
    printing.set_defaults(run=_print)


def _check(desk: Desk, options: argparse.Namespace) -> None:
    wanted = named_document(desk, options.document) if options.document else None
    found = check(options.form, expected_fields(wanted) if wanted else None)
    if options.json:
        print(json.dumps(_entry(found), ensure_ascii=False, indent=1))
        return
    print("項目: " + ("、".join(found.fields) or "なし"))
    print("一覧の項目: " + ("、".join(found.lists) or "なし"))
    for title, remarks in (("直すところ", False), ("お知らせ", True)):
        _list(title, [one for one in found.findings if one.remark is remarks])


def _list(title: str, findings: list[Finding]) -> None:
    print(f"{title}: {f'{len(findings)}件' if findings else 'なし'}")
    for finding in findings:
        print(f"  {finding}")


def _entry(found: FormCheck) -> dict[str, Any]:
    return {
        "fields": list(found.fields),
        "lists": list(found.lists),
        "unknown": _names(found.findings, "unknown"),
        "missing": _names(found.findings, "missing"),
        "findings": [{**asdict(one), "remark": one.remark} for one in found.findings],
        "places": [asdict(place) for place in found.places],
    }


def _names(findings: Iterable[Finding], kind: str) -> list[str]:
    return list(dict.fromkeys(one.name for one in findings if one.kind == kind))


def _fill(_desk: Desk, options: argparse.Namespace) -> None:
    _keep_apart(options.form, options.values, options.output, options.pdf)
    filled = fill_and_proof(options.form, read_values(options.values))
    pdf, printed = None, None
    if options.pdf is not None:
        pdf, printed = print_bytes(filled.data, name=options.output.stem, moment=now())
    files = {options.output: filled.data}
    if pdf is not None:
        files[options.pdf] = pdf
    write_together(files)
    say(str(finding) for finding in filled.findings)
    if options.form.suffix.lower() in _MACRO_BOOKS and options.output.suffix.lower() == ".xlsx":
        say(["マクロ入りのブックです。Excelで開けるよう、名前の終わりを .xlsm にしてください。"])
    if printed is not None:
        say_missing(printed.missing)
        say(printed.warnings)
    print(f"記入しました: {options.output}")


def _keep_apart(form: Path, *others: Path | None) -> None:
    """Refuse to write over what is read, and two results into one file."""
    paths = [path.resolve() for path in (form, *others) if path is not None]
    if len(set(paths)) < len(paths):
        raise Refusal(
            "読むファイルと作るファイルが同じです。作るファイルには、別の名前を付けてください。"
        )


def _print(_desk: Desk, options: argparse.Namespace) -> None:
    _keep_apart(options.form, options.output)
    sheets = [options.sheet] if options.sheet else None
    pdf, printed = print_bytes(
        options.form, sheets=sheets, rules=options.rules, name=options.form.stem
    )
    write_whole(options.output, pdf)
    say_missing(printed.missing)
    say(printed.warnings)
    print(f"{printed.pages}ページを印刷しました: {options.output}")
