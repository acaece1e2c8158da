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
from app.reporting.resource_choice import ResourceChoice, ResourcePaper


def add_resource_options(parser: Any) -> None:
    """Add what a list or a map of resources may be asked for."""
    group = parser.add_argument_group("社会資源（resource-list・resource-map）")
    group.add_argument(
        "--view",
        default=View.PUBLIC.value,
        help="見る人: public（公開用、初期値）, partners（関係機関用）, internal（内部用）",
    )
    group.add_argument("--district", metavar="NAME", help="この圏域だけ")
    group.add_argument("--kind", metavar="NAME", help="この区分だけ")
    group.add_argument("--size", default=ResourcePaper.A4.value, help="用紙: a4（初期値）, a3")


def resource_choice(desk: Desk, options: argparse.Namespace) -> ResourceChoice:
    """Return the choice the options name.  Refuses what is not there."""
    district = kind = None
    if options.district is not None:
        known = {row.name: row.id for row in desk.store.ask(office.districts)}
        district = _named(known, options.district.removesuffix("圏域"), "圏域")
    if options.kind is not None:
        known = {row.name: row.id for row in desk.store.ask(local_resources.resource_kinds)}
        kind = _named(known, options.kind, "区分")
    view = View.of_value(options.view)
    if view is None:
        raise _unknown("--view", View)
    paper = ResourcePaper.of_value(options.size)
    if paper is None:
        raise _unknown("--size", ResourcePaper)
    return ResourceChoice(view, district, kind, paper)


def _named(known: dict[str, int], wanted: str, what: str) -> int:
    found = {fold(name): key for name, key in known.items()}.get(fold(wanted))
    if found is None:
        names = "、".join(known)
        raise Refusal(f"{what}{quoted(wanted)}はありません。使えるのは {names} です。")
    return found


def _unknown(option: str, known: type[Labelled]) -> Refusal:
    names = "、".join(f"{one.value}（{one.label}）" for one in known)
    return Refusal(f"{option} に使えるのは {names} です。")
