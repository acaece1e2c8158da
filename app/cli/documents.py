"""Commands on documents and forms: documents, export, form check, form fill, form print."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.documents.form.check import FormCheck, check
from app.documents.form.fill import fill
from app.documents.print.book import print_book
from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.reporting.catalogue import Ask, Document, Request
from app.reporting.documents import DOCUMENTS, document, documents, expected_fields, years
from app.reporting.produce import produce
from app.wiring import now


def add_commands(commands: Any) -> None:
    """Add the commands of this group."""
    listing = commands.add_parser(
        "documents", help="書類の一覧を表示します", epilog="例: kurashi documents --json"
    )
    listing.add_argument("--json", action="store_true", help=JSON_HELP)
    listing.set_defaults(run=_documents)
    _add_export(commands)
    _add_form(commands)


def _add_export(commands: Any) -> None:
    export = commands.add_parser(
        "export",
        help="書類を１つ作ります（.xlsx .pdf .csv .json）",
        epilog="例: kurashi export attendance-sheet --course 1 -o 出席簿.pdf",
    )
    export.add_argument("id", metavar="ID", help="書類の番号（kurashi documents で一覧）")
    export.add_argument("--year", metavar="年度", help="2026、R8 など")
    for name, what in (("course", "研修"), ("session", "回"), ("person", "人")):
        export.add_argument(f"--{name}", type=int, metavar="N", help=f"{what}の番号")
    export.add_argument("--order", default="kana", help="並び順: kana, number, district, group")
    export.add_argument("--form", type=Path, metavar="FORM.xlsx", help="別の様式を使います")
    export.add_argument("--purpose", default="", help="提供記録に残す目的")
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="作るファイル"
    )
    export.set_defaults(run=_export)


def _add_form(commands: Any) -> None:
    form = commands.add_parser(
        "form",
        help="様式を点検・記入・印刷します",
        epilog="例: kurashi form print 様式.xlsx -o 様式.pdf",
    )
    actions = form.add_subparsers(dest="action", metavar="動作", required=True)
    checking = actions.add_parser(
        "check", help="様式の差し込み欄を調べます", epilog="例: kurashi form check 様式.xlsx --json"
    )
    checking.add_argument("form", type=Path, metavar="FORM.xlsx")
    checking.add_argument("--document", metavar="ID", help="この書類の様式として調べます")
    checking.add_argument("--json", action="store_true", help=JSON_HELP)
    checking.set_defaults(run=_check)
    _add_filling(actions)
    _add_printing(actions)


def _add_filling(actions: Any) -> None:
    filling = actions.add_parser(
        "fill",
        help="様式に記入します",
        epilog="例: kurashi form fill 様式.xlsx --values 値.json -o 記入済.xlsx --pdf 記入済.pdf",
    )
    filling.add_argument("form", type=Path, metavar="FORM.xlsx")
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
    printing.add_argument("form", type=Path, metavar="BOOK.xlsx")
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


def _documents(desk: Desk, options: argparse.Namespace) -> None:
    if options.json:
        known = desk.store.ask(years) if desk.has_office else []
        entries = [_entry(one) for one in _catalogue(desk)]
        print(json.dumps({"years": known, "documents": entries}, ensure_ascii=False, indent=1))
        return
    for one in _catalogue(desk):
        asks = "・".join(ask.label for ask in one.asks)
        print(f"{one.id}\t{one.name}\t{asks}\t{' '.join(one.formats)}")


def _catalogue(desk: Desk) -> tuple[Document, ...]:
    """Return the documents; those the office added only where an office was named."""
    return desk.store.ask(documents) if desk.has_office else DOCUMENTS


def named_document(desk: Desk, wanted: str) -> Document:
    """Return a document by its id; those the office added only where an office was named."""
    return desk.store.ask(document, wanted) if desk.has_office else document(None, wanted)


def _entry(one: Document) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "asks": [ask.value for ask in one.asks],
        "formats": list(one.formats),
    }


def _export(desk: Desk, options: argparse.Namespace) -> None:
    wanted = named_document(desk, options.id)
    for ask in wanted.asks:
        if ask is not Ask.YEAR and getattr(options, ask.value) is None:
            raise Refusal(f"{wanted.name}には{ask.label}の指定（--{ask.value}）が要ります。")
    today = now().date()
    request = Request(
        today=today,
        year=FiscalYear.parse(options.year) if options.year else None,
        course=options.course,
        session=options.session,
        person=options.person,
        order=options.order,
    )
    made = produce(
        desk.store,
        wanted,
        request,
        options.output,
        form=options.form,
        purpose=options.purpose,
    )
    _say_missing(made.missing)
    _say(made.warnings)
    print(f"{made.title}を作りました: {options.output}")


def _check(desk: Desk, options: argparse.Namespace) -> None:
    wanted = named_document(desk, options.document) if options.document else None
    expected = expected_fields(wanted) if wanted else None
    found = check(options.form, expected)
    if options.json:
        print(json.dumps(_form_entry(found), ensure_ascii=False, indent=1))
        return
    print("項目: " + "、".join(found.fields))
    print("一覧の項目: " + "、".join(found.lists))
    _say(str(finding) for finding in found.findings)


def _form_entry(found: FormCheck) -> dict[str, Any]:
    return {
        "fields": list(found.fields),
        "lists": list(found.lists),
        "findings": [asdict(finding) for finding in found.findings],
    }


def _fill(_desk: Desk, options: argparse.Namespace) -> None:
    try:
        values = json.loads(options.values.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise Refusal(
            f"{options.values} を JSON として読めません。中身を確かめてください。"
        ) from error
    if not isinstance(values, dict):
        raise Refusal(f"{options.values} は {{「名前」: 値}} の形にしてください。")
    filled = fill(options.form, _days(values))
    write_whole(options.output, filled.data)
    _say(str(finding) for finding in filled.findings)
    if options.pdf is not None:
        printed = print_book(options.output, options.pdf)
        _say_missing(printed.missing)
        _say(printed.warnings)


def _days(value: Any) -> Any:
    """Turn ``{"date": "2026-04-01"}`` into a day, however deep it stands."""
    if isinstance(value, list):
        return [_days(one) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"date"}:
        try:
            return date.fromisoformat(str(value["date"]))
        except ValueError as error:
            raise Refusal(f"日付「{value['date']}」は 2026-04-01 の形で書いてください。") from error
    return {name: _days(one) for name, one in value.items()}


def _print(_desk: Desk, options: argparse.Namespace) -> None:
    sheets = [options.sheet] if options.sheet else None
    printed = print_book(options.form, options.output, sheets=sheets, rules=options.rules)
    _say_missing(printed.missing)
    _say(printed.warnings)
    print(f"{printed.pages}ページを印刷しました: {options.output}")


def _say_missing(characters: Iterable[str]) -> None:
    for one in characters:
        codes = " ".join(f"U+{ord(part):04X}" for part in one)
        print(f"どの書体にもない字があります: {one} ({codes})", file=sys.stderr)


def _say(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
