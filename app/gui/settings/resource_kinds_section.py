"""設定 → 資源区分: the kinds of places and resources in their order."""

from __future__ import annotations

from app.gui.settings.named_master_section import Master, NamedMasterSection, columns_of
from app.local_resources import commands, queries


class ResourceKindsSection(NamedMasterSection):
    """The kinds of resources."""

    COLUMNS = columns_of("資源区分", width=14)
    MASTER = Master(
        word="資源区分",
        about="社会資源を分ける区分です。一覧の絞り込み、書類と地図の凡例は、この順に並びます。"
        "「使わない」にした区分は、すでに付いている社会資源には残り、新しくは選べなくなります。",
        tables=frozenset({"resource_kind"}),
        query=queries.resource_kinds,
        add=commands.add_resource_kind,
        change=commands.rename_resource_kind,
        move=commands.move_resource_kind,
        retire=commands.retire_resource_kind,
        remove=commands.remove_resource_kind,
    )
