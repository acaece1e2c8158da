"""Commands on registered forms: form list, form register, form compare."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.documents import named_document
from app.cli.form_values import read_values
from app.cli.parser import JSON_HELP
from app.cli.remarks import say
from app.documents.form.check import check
from app.documents.form.compare import Comparison, compare
from app.documents.form.package import Package
from app.forms import commands as forms
from app.forms.edition import EditionDraft, Mark
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.reporting.documents import documents, expected_fields
from app.reporting.editions_shown import EditionShown, editions_shown
from app.wiring import now

_KINDS = {"same": "同じ場所", "moved": "動いた", "doubtful": "要確認", "gone": "なくなった"}
_MARKS_HELP = 'セルと差し込みの対応（{"シート名!C5": "{{氏名}}"} の形の JSON）'


def add_actions(actions: Any) -> None:
    """Add what ``kurashi form`` does with registered forms."""
    listing = actions.add_parser(
        "list", help="書類ごとの様式を表示します", epilog="例: kurashi form list --year R8"
    )
    listing.add_argument("--year", metavar="年度", help="この年度に使う様式に印を付けます")
    listing.add_argument("--json", action="store_true", help=JSON_HELP)
    listing.set_defaults(run=_list)
    _add_registering(actions)
    _add_comparing(actions)


def _add_registering(actions: Any) -> None:
    registering = actions.add_parser(
        "register",
        help="書類の様式を登録します",
        epilog="例: kurashi form register 名簿.xlsx --document trainee-roster --year R8",
    )
    registering.add_argument("form", type=Path, metavar="FORM.xlsx", help="登録する様式")
    registering.add_argument("--document", required=True, metavar="ID", help="どの書類の様式か")
    registering.add_argument("--year", metavar="年度", help="使い始める年度（初期値は今年度）")
    registering.add_argument("--version", default="", metavar="TEXT", help="版の名前")
    registering.add_argument("--marks", type=Path, metavar="MARKS.json", help=_MARKS_HELP)
    registering.set_defaults(run=_register)


def _add_comparing(actions: Any) -> None:
    comparing = actions.add_parser(
        "compare",
        help="様式の前の版と新しい版を比べます",
        epilog="例: kurashi form compare 前の版.xlsx 新しい版.xlsx --marks 差し込み.json",
    )
    comparing.add_argument("old", type=Path, metavar="OLD.xlsx", help="前の版")
    comparing.add_argument("new", type=Path, metavar="NEW.xlsx", help="新しい版")
    comparing.add_argument("--marks", type=Path, metavar="MARKS.json", help=_MARKS_HELP)
    comparing.add_argument("--json", action="store_true", help=JSON_HELP)
    comparing.set_defaults(run=_compare)


def _list(desk: Desk, options: argparse.Namespace) -> None:
    year = _year(options.year)
    shown = [
        one
        for document in desk.store.ask(documents)
        for one in desk.store.ask(editions_shown, document, year)
    ]
    if options.json:
        print(json.dumps([_entry(one) for one in shown], ensure_ascii=False, indent=1))
        return
    for one in shown:
        since = f"{one.from_year}から" if one.from_year else ""
        parts = (one.document.id, one.document.name, since, one.name, one.version)
        print("\t".join(("*" if one.holds else " ", *parts)))


def _entry(one: EditionShown) -> dict[str, Any]:
    row = one.row
    return {
        "document": one.document.id,
        "document_name": one.document.name,
        "id": row.id if row else None,
        "name": one.name,
        "version": one.version,
        "from_year": row.from_year.start if row else None,
        "registered_on": row.registered_on.isoformat() if row else None,
        "marks": row.marks if row else 0,
        "size": row.size if row else None,
        "digest": row.digest if row else None,
        "holds": one.holds,
    }


def _register(desk: Desk, options: argparse.Namespace) -> None:
    document = named_document(desk, options.document)
    year = _year(options.year)
    data = Package.open(options.form).original
    marks = _marks(options.marks)
    draft = EditionDraft(document.id, options.form.name, options.version, year)
    placed = [Mark.of(key, text) for key, text in marks.items()]
    done = desk.store.do(f"様式を登録: {document.name}", forms.register_form, draft, data, placed)
    say(str(one) for one in check(data, expected_fields(document), marks).findings)
    print(f"{document.name}の様式を登録しました（{year}から、番号{done.result}）: {draft.name}")


def _compare(_desk: Desk, options: argparse.Namespace) -> None:
    old, new = (Package.open(path).original for path in (options.old, options.new))
    found = compare(old, new, _marks(options.marks))
    if options.json:
        print(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        _tell(found)


def _tell(found: Comparison) -> None:
    for one in found.places:
        where = one.old if one.new in {"", one.old} else f"{one.old} → {one.new}"
        print("\t".join((_KINDS[one.kind], where, one.text, one.why)))
    for title, labels in (("新しい文", found.new_labels), ("なくなった文", found.gone_labels)):
        for label in labels:
            print(f"{title}\t{label}")


def _year(text: str | None) -> FiscalYear:
    return FiscalYear.parse(text) if text else FiscalYear.of(now().date())


def _marks(path: Path | None) -> Mapping[str, str]:
    """Return what a file maps onto cells.  Refuses what is no mapping of cells to texts."""
    if path is None:
        return {}
    marks = {}
    for key, text in read_values(path).items():
        if not isinstance(text, str) or "!" not in key:
            shape = '{"シート名!C5": "{{氏名}}"}'
            raise Refusal(f"「{path.name}」の「{key}」を {shape} の形にしてください。")
        marks[key] = text
    return marks
