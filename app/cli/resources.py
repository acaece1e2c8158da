"""What ``export`` takes for a list or a map of resources: for whom, of what, on which paper."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.desk import Desk
from app.kernel.errors import Refusal
from app.kernel.folding import fold
from app.kernel.labelled import Labelled
from app.kernel.text import quoted
from app.local_resources import queries as local_resources
from app.local_resources.local_resource import View
from app.office import queries as office
from app.reporting.catalogue import Ask, Document
from app.reporting.resource_choice import ResourceChoice, ResourcePaper


def add_resource_options(parser: Any) -> None:
    """Add what a list or a map of resources may be asked for."""
    group = parser.add_argument_group("社会資源（resource-list・resource-map）")
    group.add_argument(
        "--view",
        default=View.PUBLIC.value,
        help="見る人: public（公開用、初期値）, partners（関係機関用）, internal（内部用）",
    )
    group.add_argument("--district", metavar="NAME", help="この圏域だけ（サポーターの書類も）")
    group.add_argument(
        "--kind", metavar="NAME", help="この区分だけ（サポーターの書類では支援内容）"
    )
    group.add_argument("--size", default=ResourcePaper.A4.value, help="用紙: a4（初期値）, a3")


def resource_choice(desk: Desk, document: Document, options: argparse.Namespace) -> ResourceChoice:
    """Return the choice the options name.  Refuses what is not there."""
    if Ask.RESOURCES not in document.asks:
        return ResourceChoice()
    district = kind = None
    if options.district is not None:
        known = {row.name: row.id for row in desk.store.ask(office.districts)}
        district = named(known, options.district.removesuffix("圏域"), "圏域")
    if options.kind is not None:
        known = {row.name: row.id for row in desk.store.ask(local_resources.resource_kinds)}
        kind = named(known, options.kind, "区分")
    view = View.of_value(options.view)
    if view is None:
        raise unknown("--view", View)
    paper = ResourcePaper.of_value(options.size)
    if paper is None:
        raise unknown("--size", ResourcePaper)
    return ResourceChoice(view, district, kind, paper)


def named(known: dict[str, int], wanted: str, what: str) -> int:
    """Return the key of a name.  Refuses one that is not there."""
    found = {fold(name): key for name, key in known.items()}.get(fold(wanted))
    if found is None:
        names = "、".join(known)
        raise Refusal(f"{what}{quoted(wanted)}はありません。使えるのは {names} です。")
    return found


def unknown(option: str, known: type[Labelled]) -> Refusal:
    """Return the refusal of a word that an option does not take."""
    names = "、".join(f"{one.value}（{one.label}）" for one in known)
    return Refusal(f"{option} に使えるのは {names} です。")
