"""Commands on what the map of resources is drawn from: map import, map show, map remove."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.local_resources import commands as local_resources
from app.local_resources import queries
from app.local_resources.geo_file import read_map_file
from app.local_resources.map_area import remarks_on


def add_commands(commands: Any) -> None:
    """Add the commands of this group."""
    maps = commands.add_parser(
        "map",
        help="地域資源マップのもとになる、境界と町の位置を取り込みます",
        epilog="例: kurashi map import 圏域.geojson",
    )
    actions = maps.add_subparsers(dest="action", required=True, metavar="import|show|remove")
    bring = actions.add_parser(
        "import",
        help="境界（GeoJSON）か、町の位置（町名・緯度・経度の表）を取り込みます",
        epilog="例: kurashi map import 町の位置.csv",
    )
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument(
        "--add", action="store_true", help="前に取り込んだものを残し、同じ名前だけ置き換えます"
    )
    bring.set_defaults(run=_import)
    show = actions.add_parser(
        "show", help="取り込んである境界と町の数を表示します", epilog="例: kurashi map show"
    )
    show.add_argument("--json", action="store_true", help=JSON_HELP)
    show.set_defaults(run=_show)
    remove = actions.add_parser(
        "remove", help="境界と町の位置をすべて取り除きます", epilog="例: kurashi map remove"
    )
    remove.set_defaults(run=_remove)


def _import(desk: Desk, options: argparse.Namespace) -> None:
    found = read_map_file(options.file)
    label = f"地図の取り込み: {options.file.name}"
    done = desk.store.do(label, local_resources.import_map, found, add=options.add).result
    print(f"{done.what}を{done.count}件取り込みました。")
    for remark in remarks_on(done):
        print(remark, file=sys.stderr)


def _show(desk: Desk, options: argparse.Namespace) -> None:
    state = desk.store.ask(queries.map_state)
    if options.json:
        print(json.dumps(asdict(state), ensure_ascii=False))
        return
    print(f"境界\t{state.areas}件（{state.districts}圏域）\n町の位置\t{state.towns}件")


def _remove(desk: Desk, _: argparse.Namespace) -> None:
    desk.store.do("地図の境界と町の位置を取り除く", local_resources.remove_map)
    print("境界と町の位置を取り除きました。")
