"""Commands on documents: documents, export."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.cli.coordinator import add_coordinator_options, with_coordinator
from app.cli.desk import Desk
from app.cli.mailing import add_mailing_options, addressing, mailing_choice
from app.cli.parser import JSON_HELP
from app.cli.remarks import say, say_missing
from app.cli.resources import add_resource_options, resource_choice
from app.cli.supporters import add_supporter_options, supporter_choice
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.reporting.catalogue import NEEDED, Document
from app.reporting.documents import DOCUMENTS, document, documents, years
from app.reporting.produce import produce


def add_commands(commands: Any) -> None:
    """Add the commands of this group."""
    listing = commands.add_parser(
        "documents", help="書類の一覧を表示します", epilog="例: kurashi documents --json"
    )
    listing.add_argument("--json", action="store_true", help=JSON_HELP)
    listing.set_defaults(run=_documents)
    _add_export(commands)


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
    export.add_argument(
        "--order",
        default="kana",
        help="並び順: kana, number, district, group（宛名は kana, postal, district）",
    )
    export.add_argument("--form", type=Path, metavar="FORM.xlsx", help="別の様式を使います")
    export.add_argument(
        "--edition", type=int, metavar="N", help="登録した様式の番号（初期値はその年度の様式）"
    )
    export.add_argument("--purpose", default="", help="提供記録に残す目的")
    add_mailing_options(export)
    add_resource_options(export)
    add_supporter_options(export)
    add_coordinator_options(export)
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="作るファイル"
    )
    export.set_defaults(run=_export)


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
        if ask in NEEDED and getattr(options, ask.value) is None:
            raise Refusal(f"{wanted.name}には{ask.label}の指定（--{ask.value}）が要ります。")
    request = replace(
        addressing(desk, options),
        year=FiscalYear.parse(options.year) if options.year else None,
        course=options.course,
        session=options.session,
        person=options.person,
        order=options.order,
        edition=options.edition,
        mailing=mailing_choice(options),
        resources=resource_choice(desk, wanted, options),
        supporters=supporter_choice(desk, wanted, options),
        supporter=options.supporter,
        help_request=options.request,
        match=options.match,
        month=options.month,
        names=options.names,
    )
    made = produce(
        desk.store,
        wanted,
        with_coordinator(request, options),
        options.output,
        form=options.form,
        purpose=options.purpose,
    )
    say_missing(made.missing)
    say(made.warnings)
    print(f"{made.title}を作りました: {options.output}")
