"""What ``export`` takes for the documents of supporters and matching."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.desk import Desk
from app.cli.resources import named, unknown
from app.office import queries as office
from app.reporting.catalogue import Ask, Document
from app.reporting.supporter_choice import InsuredOf, SupporterChoice
from app.supporters import queries as supporters


def add_supporter_options(parser: Any) -> None:
    """Add what a document of supporters or of matching may be asked for."""
    group = parser.add_argument_group("サポーターとマッチングの書類")
    group.add_argument("--month", type=int, metavar="月", help="1から12（初期値は今月）")
    group.add_argument("--supporter", type=int, metavar="N", help="サポーターの番号（登録証）")
    group.add_argument("--request", type=int, metavar="N", help="希望票の番号（省くと白紙）")
    group.add_argument("--match", type=int, metavar="N", help="マッチングの番号（省くと全員分）")
    group.add_argument("--level", metavar="NAME", help="この活動レベルだけ")
    group.add_argument(
        "--insured",
        default=InsuredOf.TO_HAND_IN.value,
        help="保険の名簿: to_hand_in（まだ提出していない方、初期値）, everybody（全員）",
    )
    group.add_argument(
        "--names", action="store_true", help="マッチング実績に氏名を載せます（初期値は登録番号）"
    )


def supporter_choice(
    desk: Desk, document: Document, options: argparse.Namespace
) -> SupporterChoice:
    """Return which supporters the options mean.  Refuses what is not there."""
    insured = InsuredOf.of_value(options.insured)
    if insured is None:
        raise unknown("--insured", InsuredOf)
    if Ask.SUPPORTERS not in document.asks:
        return SupporterChoice(insured=insured)
    district = level = kind = None
    if options.district is not None:
        known = {row.name: row.id for row in desk.store.ask(office.districts)}
        district = named(known, options.district.removesuffix("圏域"), "圏域")
    if options.level is not None:
        known = {row.name: row.id for row in desk.store.ask(supporters.levels)}
        level = named(known, options.level, "活動レベル")
    if options.kind is not None:
        known = {row.name: row.id for row in desk.store.ask(supporters.support_kinds)}
        kind = named(known, options.kind, "支援内容")
    return SupporterChoice(district, level, kind, insured)
